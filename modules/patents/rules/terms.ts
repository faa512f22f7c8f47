import { addYears, type PlainDate, plainDate, yearOf } from '#kernel/time'
import type { Right } from './fields.ts'

/** How long a right lasts that was applied for on or after a day (专利权期限). */
interface Term {
  readonly right: Right
  readonly filedFrom: PlainDate
  readonly years: number
  readonly basis: string
}

const opened = plainDate('1985-04-01')

/**
 * In order of days. Designs by their filing day: fifteen years from 2021-06-01 (专利法 2020年修正). Applications before 1993-01-01 had
 * fifteen years, or five and three on request; inventions still in force on 2001-12-11 got twenty.
 */
const terms: readonly Term[] = [
  { right: 'invention', filedFrom: opened, years: 15, basis: '专利法（1984年） 第四十五条' },
  { right: 'invention', filedFrom: plainDate('1986-12-11'), years: 20, basis: '专利法 第四十二条第一款' },
  { right: 'utility-model', filedFrom: opened, years: 8, basis: '专利法（1984年） 第四十五条' },
  { right: 'utility-model', filedFrom: plainDate('1993-01-01'), years: 10, basis: '专利法 第四十二条第一款' },
  { right: 'design', filedFrom: opened, years: 8, basis: '专利法（1984年） 第四十五条' },
  { right: 'design', filedFrom: plainDate('1993-01-01'), years: 10, basis: '专利法（2008年） 第四十二条' },
  { right: 'design', filedFrom: plainDate('2021-06-01'), years: 15, basis: '专利法 第四十二条第一款' },
]

export interface TermEnd {
  /** The first day without the right: the filing day's anniversary. Does not roll. */
  readonly on: PlainDate
  readonly years: number
  readonly basis: string
}

/** When a right's term ends, counted from the filing day, with the article; null where right or filing day is not known. */
export function termEnd({
  right,
  filedOn,
}: {
  readonly right: Right | null
  readonly filedOn: PlainDate | null
}): TermEnd | null {
  if (right === null || filedOn === null) return null
  const term = terms.findLast((one) => one.right === right && one.filedFrom <= filedOn)
  return term ? { on: addYears(filedOn, term.years), years: term.years, basis: term.basis } : null
}

/**
 * The patent year (专利年度) that a day falls in: the first runs from the filing day to the day before its anniversary
 * (专利审查指南 第五部分第九章). 0 for a day before the filing day.
 */
export function patentYear(filedOn: PlainDate, day: PlainDate): number {
  if (day < filedOn) return 0
  const years = yearOf(day) - yearOf(filedOn)
  return addYears(filedOn, years) <= day ? years + 1 : years
}
