import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from './order.ts'

const order = (needs: Record<string, string[]>) =>
  inOrder(
    Object.keys(needs),
    (name) => name,
    (name) => needs[name] ?? [],
  )

test('what is needed comes first, the rest keeps its order', () => {
  expect(order({ a: ['c'], b: [], c: [], d: ['a'] })).toEqual({ sorted: ['b', 'c', 'a', 'd'], late: new Set() })
})

test('a circle is broken once and told; itself and strangers do not count', () => {
  expect(order({ a: ['b', 'a', 'stranger'], b: ['a'] })).toEqual({ sorted: ['a', 'b'], late: new Set(['a b']) })
})

test('everything comes out once, and after all it needs but what is told as late', () => {
  const things = fc.uniqueArray(fc.nat(9))
  fc.assert(
    fc.property(things, fc.array(fc.tuple(fc.nat(9), fc.nat(9))), (ids, edges) => {
      const needsOf = (id: number) => edges.filter(([from]) => from === id).map(([, to]) => to)
      const { sorted, late } = inOrder(ids, (id) => id, needsOf)
      expect([...sorted].sort()).toEqual([...ids].sort())
      for (const [from, to] of edges.filter(([from, to]) => from !== to && ids.includes(from) && ids.includes(to))) {
        expect(sorted.indexOf(to) < sorted.indexOf(from) || late.has(`${from} ${to}`)).toBe(true)
      }
    }),
  )
})
