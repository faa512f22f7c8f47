import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, addWorkdays, nextWorkday, plainDate, weekday } from '#kernel/time'
import { cutCsv } from '../../../database/reference/csv.ts'
import { shippedCalendar } from '../shipped-calendar.ts'
import { arrangedCalendar } from './arranged-calendar.ts'

const calendar = shippedCalendar()
const works = (day: string) => calendar.isWorkday(plainDate(day))

describe('the calendar of the State Council notices', () => {
  it('2026: made-up Saturdays and Sundays are worked, shifted weekdays are not', () => {
    const made = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']
    const off = ['2026-01-02', '2026-02-23', '2026-04-06', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-07']
    expect(made.filter(works)).toEqual(made)
    expect(off.filter(works)).toEqual([])
    expect(calendar.nameOf?.(plainDate('2026-10-07'))).toBe('国庆节')
  })

  it('2020: the prolonged Spring Festival ends on Sunday 2 February', () => {
    expect(['2020-01-31', '2020-02-02'].filter(works)).toEqual([])
    expect(works('2020-02-03')).toBe(true)
  })

  it('knows 2007–2026; beyond, weekends and the holidays of fixed date are off and nothing is settled', () => {
    const settled = (day: string) => calendar.isSettled(plainDate(day))
    expect(['2006-12-31', '2007-01-01', '2026-12-31', '2027-01-01'].map(settled)).toEqual([false, true, true, false])
    // By the wording of 2025: 元旦, two days of 劳动节, three of 国庆节. The Spring Festival of 2027 cannot be known.
    const weekdaysOff = Array.from({ length: 365 }, (_, n) => addDays(plainDate('2027-01-01'), n)).filter(
      (day) => weekday(day) < 6 && !calendar.isWorkday(day),
    )
    expect(weekdaysOff).toEqual(['2027-01-01', '2027-10-01'])
    expect(['2028-05-01', '2028-05-02', '2028-05-03'].map(works)).toEqual([false, false, true])
    // By that of 1999 the second and third of May were off as well.
    expect(['2003-05-01', '2003-05-02', '1998-05-04'].map(works)).toEqual([false, false, true])
    expect(works('2006-12-30')).toBe(true)
  })

  it('a corrected notice holds where it comes later', () => {
    const day = plainDate('2026-10-08')
    const corrected = arrangedCalendar({
      days: [
        { day, kind: 'off' },
        { day, kind: 'work' },
      ],
      settledYears: [2026],
      region: 622900,
    })
    expect(corrected.isWorkday(day)).toBe(true)
  })

  it('tells 州庆 apart, on the Monday where it falls on a Sunday, and works on it', () => {
    const local = (day: string) => calendar.isLocalHoliday(plainDate(day))
    expect(['2026-11-19', '2017-11-19', '2017-11-20', '2023-11-19', '2023-11-20', '2022-11-19', '2022-11-21'].map(local)).toEqual(
      [true, false, true, false, true, true, false],
    )
    expect(works('2026-11-19')).toBe(true)
    expect(calendar.nameOf?.(plainDate('2023-11-20'))).toBe('州庆日')
    const elsewhere = arrangedCalendar({
      days: [],
      settledYears: [2026],
      region: 620100,
      localHolidays: [plainDate('2026-03-20')],
    })
    expect(elsewhere.isLocalHoliday(plainDate('2026-11-19'))).toBe(false)
    expect(elsewhere.isLocalHoliday(plainDate('2026-03-20')) && elsewhere.isWorkday(plainDate('2026-03-20'))).toBe(true)
  })

  it('a day after the last known one is provisional, whichever way it is reached (domain.md 10, 33)', () => {
    const notYet = arrangedCalendar({ days: [], settledYears: [2026], region: 622900 })
    expect(addWorkdays(plainDate('2027-02-10'), 5, notYet).provisional).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7300 }), (n) => {
        const day = addDays(plainDate('2007-01-01'), n)
        const rolled = nextWorkday(day, calendar)
        expect(rolled.provisional).toBe(rolled.day > '2026-12-31')
      }),
    )
  })
})

const known = new URL('../../../../shared/data/calendar/holidays_cn_2007_2026.csv', import.meta.url)

test.skipIf(!existsSync(known))('every day of 2007–2026 agrees with both published lists (skipped without ../shared)', () => {
  const lines = cutCsv(readFileSync(known, 'utf8')).slice(1)
  const [published, packaged] = [new Map<string, boolean>(), new Map<string, boolean>()]
  for (const [day, , , off, chineseDays] of lines) {
    if (off === '0' || off === '1') published.set(day!, off === '0')
    if (chineseDays === 'work' || chineseDays === 'off') packaged.set(day!, chineseDays === 'work')
  }
  expect(lines.length).toBeGreaterThan(670)
  let days = 0
  for (let day = plainDate('2007-01-01'); day <= '2026-12-31'; day = addDays(day, 1)) {
    const byRule = weekday(day) < 6
    expect([day, calendar.isWorkday(day)]).toEqual([day, published.get(day) ?? byRule])
    expect([day, calendar.isWorkday(day)]).toEqual([day, packaged.get(day) ?? byRule])
    days++
  }
  expect(days).toBe(7305)
})
