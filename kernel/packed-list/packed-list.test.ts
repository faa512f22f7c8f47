import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  applyDifference,
  differenceOf,
  type ListLine,
  largestMark,
  lineAt,
  listOf,
  type NumberList,
  packEnds,
  packNumbers,
  placeIn,
  unpackEnds,
  unpackNumbers,
  wholeWeeks,
} from './index.ts'

/** Dense runs, lone numbers and the largest ones; marks with and without ends. */
const key = fc.oneof(
  fc.integer({ min: 202020000000, max: 202020000400 }),
  fc.integer({ min: 0, max: 99_999_999 }),
  fc.maxSafeInteger().map(Math.abs),
)
const ends = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ ended: -1, announced: -1 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 20_000 }).map((ended) => ({ ended, announced: -1 })) },
  {
    weight: 3,
    arbitrary: fc
      .record({ ended: fc.integer({ min: 0, max: 20_000 }), apart: fc.integer({ min: 0, max: 3000 }) })
      .map(({ ended, apart }) => ({ ended, announced: wholeWeeks(ended, ended + apart) })),
  },
)
const line: fc.Arbitrary<ListLine> = fc
  .record({ key, mark: fc.integer({ min: 0, max: largestMark }), ends })
  .map(({ ends: { ended, announced }, ...rest }) => ({ ...rest, ended, announced }))
const lines = fc.uniqueArray(line, { selector: (one) => one.key, maxLength: 200 })

const linesOf = (list: NumberList) => Array.from(list.keys, (_, at) => lineAt(list, at))
const byKey = (some: readonly ListLine[]) => [...some].sort((a, b) => a.key - b.key)
const through = (list: NumberList) => unpackEnds(unpackNumbers(packNumbers(list)), packEnds(list))

test('what was packed comes out again', () => {
  fc.assert(
    fc.property(lines, (some) => {
      expect(linesOf(through(listOf(some)))).toEqual(byKey(some))
    }),
  )
})

test('the same lines give the same bytes, whatever their order', () => {
  fc.assert(
    fc.property(lines, (some) => {
      const [there, back] = [listOf(some), listOf([...some].reverse())]
      expect(packNumbers(back)).toEqual(packNumbers(there))
      expect(packEnds(back)).toEqual(packEnds(there))
    }),
  )
})

test('every number is found and none is invented', () => {
  fc.assert(
    fc.property(lines, fc.array(key), (some, asked) => {
      const list = through(listOf(some))
      for (const one of some) expect(lineAt(list, placeIn(list, one.key))).toEqual(one)
      const there = new Set(some.map((one) => one.key))
      for (const one of [...asked, ...some.flatMap(({ key: number }) => [number - 1, number + 1])])
        expect(placeIn(list, one) >= 0).toBe(there.has(one))
    }),
  )
})

test('an earlier list and the difference make the later one, byte for byte', () => {
  const twoLists = fc.record({ some: lines, dropped: fc.array(fc.boolean()), others: lines }).map(({ some, dropped, others }) => {
    const after = new Map(some.filter((_, at) => !dropped[at]).map((one) => [one.key, one]))
    for (const one of others) after.set(one.key, one)
    return [some, [...after.values()]] as const
  })
  fc.assert(
    fc.property(twoLists, ([before, after]) => {
      const [old, now] = [listOf(before), listOf(after)]
      const made = applyDifference(old, differenceOf(old, now))
      expect(packNumbers(made)).toEqual(packNumbers(now))
      expect(packEnds(made)).toEqual(packEnds(now))
    }),
  )
})

test('no difference takes no bytes', () => {
  const list = listOf([{ key: 201610259567, mark: 1, ended: -1, announced: -1 }])
  expect(differenceOf(list, list)).toHaveLength(0)
})

test('broken bytes are a RangeError or another list, never an endless loop or a wild one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      try {
        const list = unpackNumbers(bytes)
        expect(list.keys.every((one, at) => at === 0 || one > list.keys[at - 1]!)).toBe(true)
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError)
      }
    }),
  )
})

test('a list that was cut off is refused', () => {
  fc.assert(
    fc.property(
      lines.filter((some) => some.length > 0),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (some, share) => {
        const bytes = packNumbers(listOf(some))
        expect(() => unpackNumbers(bytes.slice(0, Math.floor(bytes.length * share)))).toThrow(RangeError)
      },
    ),
  )
})

test('an announcement is kept by the week, and never as earlier than it was', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 3000 }), (ended, apart) => {
      const kept = wholeWeeks(ended, ended + apart)
      expect(kept - ended - apart).toBeGreaterThanOrEqual(0)
      expect(kept - ended - apart).toBeLessThan(7)
    }),
  )
  expect(wholeWeeks(100, 90)).toBe(100)
})

test('neighbours that end on anniversaries take a byte each, and a byte for the announcement', () => {
  const some = Array.from({ length: 1000 }, (_, at): ListLine => {
    const ended = 9000 + Math.round((at % 7) * 365.25) + Math.floor(at / 100)
    return { key: 201420000000 + at * 31, mark: 3, ended, announced: wholeWeeks(ended, ended + 230) }
  })
  expect(packEnds(listOf(some)).length).toBeLessThan(2020)
})
