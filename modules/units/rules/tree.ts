import { done, type Outcome, refuse } from '#kernel/outcome'
import { addDays, type PlainDate } from '#kernel/time'

/** A name as it holds from day to day; `to` null while it holds. */
export interface DatedName {
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly name: string
  readonly sealName: string
  readonly basis: string | null
}

/** The name on a day: the first one before the unit had any, the last one after it was closed. */
export function nameOn(names: readonly DatedName[], on: PlainDate): DatedName {
  const inOrder = [...names].sort((a, b) => (a.from < b.from ? -1 : 1))
  return inOrder.findLast((name) => name.from <= on) ?? inOrder[0]!
}

/** The names after a new one from a day on: the one in force ends the day before. Refuses a day that is not later than its start. */
export function renamed(
  names: readonly DatedName[],
  next: Omit<DatedName, 'to'>,
): Outcome<readonly DatedName[], { code: 'day-too-early'; after: PlainDate }> {
  const current = names.find((name) => name.to === null)
  if (!current) return done([...names, { ...next, to: null }])
  if (next.from <= current.from) return refuse({ code: 'day-too-early', after: current.from })
  return done([...names.filter((name) => name !== current), { ...current, to: addDays(next.from, -1) }, { ...next, to: null }])
}

/** `临州市监处罚〔2026〕1号`: hexagonal brackets, no leading zero, restarting yearly. */
export function documentNumber(prefix: string, year: number, number: number): string {
  return `${prefix}〔${year}〕${number}号`
}
