import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, daysBetween, isPlainDate, plainDate, readPlainDate, weekday } from './index.ts'

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => plainDate(instant.toISOString().slice(0, 10)))

describe('plain days', () => {
  it('agree with the calendar of the platform', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
        const instant = new Date(`${from}T00:00:00Z`)
        instant.setUTCDate(instant.getUTCDate() + days)
        const to = addDays(from, days)
        expect(to).toBe(instant.toISOString().slice(0, 10))
        expect(daysBetween(from, to)).toBe(days)
        expect(weekday(to) % 7).toBe(instant.getUTCDay())
      }),
    )
  })

  it('months go to the corresponding day, or the last day of the month', () => {
    expect(addMonths(plainDate('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(plainDate('2023-08-31'), 6)).toBe('2024-02-29')
    expect(addMonths(plainDate('2024-03-31'), -13)).toBe('2023-02-28')
    expect(addYears(plainDate('2016-02-29'), 1)).toBe('2017-02-28')
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const to = addMonths(from, months)
        expect(isPlainDate(to)).toBe(true)
        const asIf = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7))
        expect(asIf).toBe(months)
        expect(to.slice(8) <= from.slice(8)).toBe(true)
      }),
    )
  })

  it.each([
    ['2013.01.02', '2013-01-02'],
    ['20260922', '2026-09-22'],
    ['2023-10-03', '2023-10-03'],
    ['2026/1/5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６－０１－０５', '2026-01-05'],
    ['2017-03-01T00:00:00', '2017-03-01'],
    ['2017-03-01 08:30', '2017-03-01'],
    ['2017-03-01T00:00:00.000+08:00', '2017-03-01'],
  ])('reads %s', (text, expected) => {
    expect(readPlainDate(text)).toBe(expected)
  })

  it.each([
    '',
    '2023-02-29',
    '20230431',
    '2023-13-01',
    '0000-01-01',
    '2023',
    '23-01-01',
    'tomorrow',
    '2023-01-01x',
    '41275',
    '0999-12-31',
    '3000-01-01',
    '9999-12-31',
  ])('refuses %s, which is no day', (text) => {
    expect(readPlainDate(text)).toBeNull()
  })
})
