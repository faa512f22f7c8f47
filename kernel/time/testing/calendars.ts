import fc from 'fast-check'
import { addDays, type PlainDate, plainDate, type WorkCalendar, weekday, yearOf } from '../index.ts'

/** Days of some thirty years, the last of them without a notice. */
export const anyDay: fc.Arbitrary<PlainDate> = fc.integer({ min: 0, max: 11_000 }).map((n) => addDays(plainDate('2000-01-01'), n))

/** A calendar of weekends, days given off and weekends made up; years from 2027 on are not settled. */
export function inventedCalendar(off: readonly PlainDate[], work: readonly PlainDate[] = []): WorkCalendar {
  const [given, made] = [new Set(off), new Set(work)]
  return {
    isWorkday: (day) => !given.has(day) && (weekday(day) < 6 || made.has(day)),
    isSettled: (day) => yearOf(day) < 2027,
    isLocalHoliday: () => false,
  }
}

/** Days off in runs, as holidays come. */
export const anyHolidays: fc.Arbitrary<PlainDate[]> = fc
  .array(fc.tuple(anyDay, fc.integer({ min: 1, max: 9 })), { maxLength: 12 })
  .map((runs) => runs.flatMap(([first, length]) => Array.from({ length }, (_, n) => addDays(first, n))))

export const anyCalendar: fc.Arbitrary<WorkCalendar> = fc
  .tuple(anyHolidays, fc.array(anyDay, { maxLength: 30 }))
  .map(([off, work]) => inventedCalendar(off, work))
