import { dayOf, monthOf, type PlainDate } from '#kernel/time'

/**
 * The days off with a fixed date (元旦、劳动节、国庆节) by 全国年节及纪念日放假办法 第二条, each wording with the day it came into force.
 * 春节, 清明节, 端午节 and 中秋节 follow the lunisolar calendar and the compensation of weekends follows the yearly notice:
 * neither can be told beforehand, so a year without its notice stays provisional.
 */
const wordings: readonly { readonly since: string; readonly days: readonly string[] }[] = [
  { since: '0001-01-01', days: [] },
  { since: '1949-12-23', days: ['01-01', '05-01', '10-01', '10-02'] },
  { since: '1999-09-18', days: ['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03'] },
  { since: '2008-01-01', days: ['01-01', '05-01', '10-01', '10-02', '10-03'] },
  { since: '2025-01-01', days: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'] },
]

const names: Readonly<Record<number, string>> = { 1: '元旦', 5: '劳动节', 10: '国庆节' }

/** The holiday that everybody has on this day by the date alone, under the wording of that day; null where there is none. */
export function fixedHoliday(day: PlainDate): string | null {
  const name = names[monthOf(day)]
  if (name === undefined || dayOf(day) > 3) return null
  return wordings.findLast(({ since }) => since <= day)!.days.includes(day.slice(5)) ? name : null
}
