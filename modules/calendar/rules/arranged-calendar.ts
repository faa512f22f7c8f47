import { type PlainDate, type WorkCalendar, weekday, yearOf } from '#kernel/time'
import { localHolidayOn } from './local-holidays.ts'
import { fixedHoliday } from './statutory-days.ts'

/** One line of a notice: a weekday given off (放假) or a Saturday or Sunday made up (调休上班). */
export interface ArrangedDay {
  readonly day: PlainDate
  readonly kind: 'off' | 'work'
  /** The holiday whose arrangement it belongs to: 国庆节. */
  readonly name?: string
}

export interface Arrangement {
  /** Where a day stands twice, the later line holds: amendments and corrections come last. */
  readonly days: Iterable<ArrangedDay>
  /** The years whose notice is out. */
  readonly settledYears: Iterable<number>
  /** The prefecture whose yearly holidays are told apart. */
  readonly region: number
  /** Further local holidays (地方性节假日), announced year by year. */
  readonly localHolidays?: Iterable<PlainDate>
}

/**
 * The calendar of an arrangement. What a notice says of a day holds; on other days Saturdays and Sundays are off, and in
 * years without a notice the holidays of fixed date too.
 */
export function arrangedCalendar(arrangement: Arrangement): WorkCalendar {
  const arranged = new Map<PlainDate, ArrangedDay>()
  for (const line of arrangement.days) arranged.set(line.day, line)
  const settled = new Set(arrangement.settledYears)
  const local = new Set(arrangement.localHolidays ?? [])
  const isSettled = (day: PlainDate) => settled.has(yearOf(day))
  return {
    isWorkday: (day) => {
      const line = arranged.get(day)
      return line ? line.kind === 'work' : weekday(day) < 6 && (isSettled(day) || fixedHoliday(day) === null)
    },
    isSettled,
    isLocalHoliday: (day) => local.has(day) || localHolidayOn(day, arrangement.region) !== null,
    nameOf: (day) =>
      arranged.get(day)?.name ??
      localHolidayOn(day, arrangement.region) ??
      (local.has(day) ? '地方节假日' : isSettled(day) ? null : fixedHoliday(day)),
  }
}
