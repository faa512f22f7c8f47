import type { Period } from './limit.ts'
import { addDays } from './plain-date.ts'

/** The same days, in order, none twice: periods that overlap or touch become one. */
export function joinPeriods(periods: readonly Period[]): Period[] {
  const joined: Period[] = []
  for (const period of periods.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const last = joined.at(-1)
    if (!last || period[0] > addDays(last[1], 1)) joined.push(period)
    else if (period[1] > last[1]) joined[joined.length - 1] = [last[0], period[1]]
  }
  return joined
}
