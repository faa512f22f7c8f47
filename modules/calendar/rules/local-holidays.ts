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
  { region: 622900, name: '州庆日', month: 11, day: 19, sinceYear: 1957, basis: '《甘肃省临夏回族自治州自治条例》' },
]

/** The name of the prefecture's own holiday kept on this day; null where there is none. On a Sunday it is kept on the Monday after (as in 2017). */
export function localHolidayOn(day: PlainDate, region: number): string | null {
  const date = weekday(day) === 1 ? addDays(day, -1) : day
  const found = yearly.find(
    (one) =>
      one.region === region &&
      yearOf(day) >= one.sinceYear &&
      weekday(day) !== 7 &&
      [day, date].some((kept) => monthOf(kept) === one.month && dayOf(kept) === one.day),
  )
  return found?.name ?? null
}
