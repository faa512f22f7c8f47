import { addMonths, addYears, type PlainDate, plainDate } from '#kernel/time'
import type { Right } from './fields.ts'
import { readStatusWord, type SaidStatus } from './status-words.ts'

/** Where a right stands (法律状态). */
export type Status =
  | 'pending'
  | 'in-force'
  | 'in-grace'
  | 'lapsed'
  | 'expired'
  | 'invalidated'
  | 'surrendered'
  | 'withdrawn'
  | 'rejected'
  | 'unknown'

/** What somebody said of the right on a day. */
export interface StatusFact {
  readonly on: PlainDate
  /** In the source's own words. */
  readonly word: string
  /** Smaller is better; of two facts of one day the better source's stands. */
  readonly rank: number
}

export interface Bibliography {
  readonly right: Right | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
}

/** From this day on the right stands so, because of this; until the next span. */
export interface StatusSpan {
  readonly from: PlainDate
  readonly status: Status
  /** `filed`, `granted`, `said:词`, `term-ended`, `not-confirmed-since`. */
  readonly because: string
}

/**
 * Terms from the filing day (专利法 第四十二条, 2021-06-01; designs filed before that day: ten years, 专利法 2008 第四十二条).
 */
const terms: readonly { readonly right: Right; readonly filedFrom: PlainDate; readonly years: number; readonly basis: string }[] =
  [
    { right: 'invention', filedFrom: plainDate('1985-04-01'), years: 20, basis: '专利法 第四十二条第一款' },
    { right: 'utility-model', filedFrom: plainDate('1985-04-01'), years: 10, basis: '专利法 第四十二条第一款' },
    { right: 'design', filedFrom: plainDate('1985-04-01'), years: 10, basis: '专利法（2008年） 第四十二条' },
    { right: 'design', filedFrom: plainDate('2021-06-01'), years: 15, basis: '专利法 第四十二条第一款' },
  ]

/** The day on which a right's term ends, with the article; null where right or filing day is not known. */
export function termEnd({ right, filedOn }: Pick<Bibliography, 'right' | 'filedOn'>): { on: PlainDate; basis: string } | null {
  if (right === null || filedOn === null) return null
  const term = terms.findLast((one) => one.right === right && one.filedFrom <= filedOn)
  return term ? { on: addYears(filedOn, term.years), basis: term.basis } : null
}

/**
 * How long a word that the right was in force on a day can be believed: to the end of the grace period of the next
 * annuity that fell due after it (专利法实施细则 第一百一十五条: due on the filing day's anniversary, six months of grace).
 */
export function believedUntil(filedOn: PlainDate, saidOn: PlainDate): PlainDate {
  let year = 1
  while (addYears(filedOn, year) <= saidOn) year++
  return addMonths(addYears(filedOn, year), 6)
}

const ends: ReadonlySet<SaidStatus> = new Set([
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
  'ended',
])

/**
 * The one rule that makes status out of facts: what was said last, and best, stands; a right said to be in force stands
 * so until the next annuity's grace ends and is unknown beyond; a term's end ends it. Without any word about it a right
 * is unknown, never in force. Spans are in order and each ends where the next begins.
 */
export function statusSpans(bibliography: Bibliography, facts: readonly StatusFact[]): StatusSpan[] {
  const { filedOn, grantedOn } = bibliography
  const told = facts
    // A word from before the filing day is about it at the earliest.
    .map((fact) => ({ ...fact, on: filedOn !== null && fact.on < filedOn ? filedOn : fact.on, says: readStatusWord(fact.word) }))
    .filter((fact): fact is StatusFact & { says: SaidStatus } => fact.says !== null && fact.says !== 'unchanged')
  if (grantedOn !== null) told.push({ on: grantedOn, word: '授权公告', rank: 0, says: 'in-force' })
  told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.rank - a.rank || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0)))
  const end = termEnd(bibliography)
  const spans: StatusSpan[] = []
  if (filedOn !== null && (told.length > 0 || grantedOn !== null))
    spans.push({ from: filedOn, status: 'pending', because: 'filed' })
  for (const fact of told) {
    const before = statusOn(spans, fact.on).status
    // A document published later does not reopen what has ended or was granted.
    if (fact.says === 'pending' && before !== 'pending' && before !== 'unknown') continue
    const because = fact.on === grantedOn && fact.word === '授权公告' ? 'granted' : `said:${fact.word}`
    const status = statusOf(fact.says, fact.on, end?.on ?? null)
    trim(spans, fact.on)
    spans.push({ from: fact.on, status, because })
    if (status === 'in-force' && filedOn !== null) lastsUntil(spans, believedUntil(filedOn, fact.on), end?.on ?? null)
  }
  return merged(spans)
}

/** A bare end is an expiry where the term was over, and otherwise an end whose ground nobody told. */
function statusOf(says: SaidStatus, on: PlainDate, end: PlainDate | null): Status {
  if ((says === 'restored' || says === 'in-force') && end !== null && on >= end) return 'expired'
  if (says === 'restored') return 'in-force'
  if (says === 'ended') return end !== null && on >= end ? 'expired' : 'unknown'
  return ends.has(says) || says === 'pending' || says === 'in-force' || says === 'in-grace' ? (says as Status) : 'unknown'
}

function lastsUntil(spans: StatusSpan[], until: PlainDate, end: PlainDate | null): void {
  if (end !== null && end <= until) spans.push({ from: end, status: 'expired', because: 'term-ended' })
  else spans.push({ from: until, status: 'unknown', because: 'not-confirmed-since' })
}

/** What was supposed to follow gives way to what was said. */
function trim(spans: StatusSpan[], from: PlainDate): void {
  while (spans.length > 0 && spans.at(-1)!.from >= from && spans.at(-1)!.because !== 'filed') spans.pop()
  if (spans.at(-1)?.from === from) spans.pop()
}

function merged(spans: readonly StatusSpan[]): StatusSpan[] {
  return spans.filter((span, index) => index === 0 || span.status !== spans[index - 1]!.status)
}

/** The status on a day as today's knowledge says of it. */
export function statusOn(
  spans: readonly StatusSpan[],
  on: PlainDate,
): { readonly status: Status; readonly because: string | null } {
  const span = spans.findLast((one) => one.from <= on)
  return span ? { status: span.status, because: span.because } : { status: 'unknown', because: null }
}

/** The next day after `on` on which the status changes by itself; null where none is foreseen. */
export function nextChange(spans: readonly StatusSpan[], on: PlainDate): PlainDate | null {
  return spans.find((one) => one.from > on)?.from ?? null
}
