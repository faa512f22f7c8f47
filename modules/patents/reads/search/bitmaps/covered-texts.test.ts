import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchForm } from '#kernel/words'
import { anyText } from '../../../../../kernel/words/testing/any-text.ts'
import { chooseKeys } from './choose-keys.ts'
import { CoveredTexts } from './covered-texts.ts'
import { anywhere, keysOf, stretch } from './keys.ts'
import { NumberTable } from './number-table.ts'
import { RowNumbers } from './row-numbers.ts'

test('the keys of a text are its tokens, its characters and what stands three to six in a row', () => {
  expect([...keysOf('铁路隧-pe')].sort()).toEqual(
    [
      '铁路',
      '路隧',
      '隧',
      'pe',
      'e',
      anywhere('铁'),
      anywhere('路'),
      anywhere('隧'),
      anywhere('p'),
      anywhere('e'),
      stretch('铁路隧'),
    ].sort(),
  )
})

test('going through texts quickly keeps the rows that going through their keys keeps', () => {
  fc.assert(
    fc.property(
      fc.array(anyText.map(searchForm), { minLength: 1, maxLength: 30 }),
      fc.double({ min: 0, max: 0.5, noNaN: true }),
      (texts, share) => {
        const keys = chooseKeys(texts, share)
        const covered = new CoveredTexts(keys)
        for (const [row, text] of texts.entries()) covered.take(text, row)
        const sets = covered.finish()
        expect([...sets.keys()].sort()).toEqual([...keys].sort())
        const byText = texts.map(keysOf)
        for (const [key, set] of sets) {
          expect([key, set.toArray()]).toEqual([key, byText.flatMap((found, row) => (found.has(key) ? row : []))])
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('more rows than are put away together are kept', () => {
  const covered = new CoveredTexts(['铁路'])
  for (let row = 0; row < 5000; row++) covered.take(row % 3 ? '铁路铁路' : '桥', row)
  expect(covered.finish().get('铁路')!.size).toBe(3333)
})

test('a table of numbers answers what was put in and 0 for all else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.array(fc.integer()), (keys, others) => {
      const entries = new Map(keys.map((key, at) => [key, at + 1]))
      const table = new NumberTable(entries)
      for (const key of [...keys, ...others]) expect(table.get(key)).toBe(entries.get(key) ?? 0)
    }),
  )
})

test('rows are found by their ids, and places by keys that need not be there', () => {
  const day = fc.constantFrom('2019-05-06', '2019-05-07', '2020-01-01')
  const key = fc.record({ id: fc.uuid(), day })
  fc.assert(
    fc.property(fc.uniqueArray(key, { selector: ({ id }) => id }), key, (keys, asked) => {
      const ordered = keys.toSorted((a, b) => (`${a.day}${a.id}` < `${b.day}${b.id}` ? 1 : -1))
      const rows = new RowNumbers(ordered.length)
      for (const { id, day } of ordered) rows.add(id, day)
      for (const [row, { id, day }] of ordered.entries()) expect([rows.idOf(row), rows.dayOf(row)]).toEqual([id, day])
      const bytes = Buffer.from(ordered.map(({ id }) => id.replaceAll('-', '')).join(''), 'hex')
      expect([...rows.rowsOf(bytes)!]).toEqual(ordered.map((_, row) => row))
      for (const { id, day } of [asked, ...ordered]) {
        const at = `${day}${id}`
        expect(rows.firstBehind(id, day)).toBe(ordered.filter((one) => `${one.day}${one.id}` >= at).length)
        expect(rows.firstBehind(id, day, true)).toBe(ordered.filter((one) => `${one.day}${one.id}` > at).length)
      }
    }),
  )
})
