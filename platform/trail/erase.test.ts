import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entriesText, readEntries } from './erase.ts'

it('entries stand as runs and come back', () => {
  expect(entriesText([18, 12, 13, 14, 15, 12])).toBe('12-15,18')
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 200 }), (entries) => {
      expect(readEntries(entriesText(entries), 400)).toEqual(entries.toSorted((one, other) => one - other))
    }),
  )
})

it('are read as a clerk writes them, and not beyond what is allowed', () => {
  expect(readEntries('１２－１４、 18；20至21', 10)).toEqual([12, 13, 14, 18, 20, 21])
  for (const wrong of ['', ' ', '12-', 'a', '0', '5-3', '1-1000000000', '1.5']) expect(readEntries(wrong, 500)).toBeNull()
  expect(readEntries('1-11', 10)).toBeNull()
})
