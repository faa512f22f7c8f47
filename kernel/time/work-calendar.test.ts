import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addWorkdays, daysBetween, nextWorkday, plainDate } from './index.ts'
import { anyCalendar, anyDay, inventedCalendar } from './testing/calendars.ts'

// 2026-10-01 to 10-07 off, Saturday 2026-10-10 made up.
const calendar = inventedCalendar(
  Array.from({ length: 7 }, (_, n) => addDays(plainDate('2026-10-01'), n)),
  [plainDate('2026-10-10')],
)

describe('working days', () => {
  it('skip days off and count made-up Saturdays', () => {
    expect(addWorkdays(plainDate('2026-09-30'), 1, calendar)).toEqual({ day: '2026-10-08', provisional: false })
    expect(addWorkdays(plainDate('2026-10-08'), 2, calendar).day).toBe('2026-10-10')
    expect(addWorkdays(plainDate('2026-10-10'), -3, calendar).day).toBe('2026-09-30')
    expect(addWorkdays(plainDate('2026-10-03'), 0, calendar).day).toBe('2026-10-03')
  })

  it('roll forward only, and say when a year without a notice was looked at', () => {
    expect(nextWorkday(plainDate('2026-10-03'), calendar)).toEqual({ day: '2026-10-08', provisional: false })
    expect(nextWorkday(plainDate('2026-10-10'), calendar).day).toBe('2026-10-10')
    expect(addWorkdays(plainDate('2026-12-30'), 1, calendar)).toEqual({ day: '2026-12-31', provisional: false })
    expect(addWorkdays(plainDate('2026-12-30'), 2, calendar)).toEqual({ day: '2027-01-01', provisional: true })
  })

  it('rolling twice rolls no further', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (day, any) => {
        const rolled = nextWorkday(day, any).day
        expect(any.isWorkday(rolled)).toBe(true)
        expect(nextWorkday(rolled, any).day).toBe(rolled)
        for (let between = day; between < rolled; between = addDays(between, 1)) expect(any.isWorkday(between)).toBe(false)
      }),
    )
  })

  it('n and then m are n + m, both ways', () => {
    const some = fc.integer({ min: 0, max: 60 })
    fc.assert(
      fc.property(anyDay, some, some, fc.constantFrom(1, -1), anyCalendar, (day, n, m, way, any) => {
        const first = addWorkdays(day, n * way, any)
        const then = addWorkdays(first.day, m * way, any)
        const whole = addWorkdays(day, (n + m) * way, any)
        expect(then.day).toBe(whole.day)
        expect(whole.provisional).toBe(first.provisional || then.provisional)
      }),
    )
  })

  it('n working days on, exactly n working days have passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyCalendar, (day, n, any) => {
        const end = addWorkdays(day, n, any).day
        const passed = Array.from({ length: daysBetween(day, end) }, (_, k) => addDays(day, k + 1)).filter(any.isWorkday)
        expect(passed).toHaveLength(n)
        expect(passed.at(-1)).toBe(end)
      }),
    )
  })

  it('only whole numbers of them are counted', () => {
    expect(() => addWorkdays(plainDate('2026-10-08'), 1.5, calendar)).toThrow(RangeError)
  })
})
