import { addDays, dayOf, monthOf, type PlainDate, weekday, yearOf } from '#kernel/time'

/** A day off of one prefecture that returns each year on the same date. */
interface YearlyHoliday {
  readonly region: number
  readonly name: string
  readonly month: number
  readonly day: number
  readonly sinceYear: number
  readonly basis: string
}

/** 开斋节 and 古尔邦节 are announced each year and entered by hand. */
const yearly: readonly YearlyHoliday[] = [
  { region: 622900, name: '州庆日', month: 11, day: 19, sinceYear: 1957, basis: '《临夏回族自治州自治条例》' },
]

/**
 * The name of the prefecture's own holiday kept on this day; null where there is none. One that falls on a Sunday is kept on
 * the Monday after it (as 州庆 was in 2017).
 */
export function localHolidayOn(day: PlainDate, region: number): string | null {
  if (weekday(day) === 7) return null
  const kept = weekday(day) === 1 ? [day, addDays(day, -1)] : [day]
  const found = yearly.find(
    (one) =>
      one.region === region &&
      yearOf(day) >= one.sinceYear &&
      kept.some((date) => monthOf(date) === one.month && dayOf(date) === one.day),
  )
  return found?.name ?? null
}
