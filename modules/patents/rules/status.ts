import { addDays, addYears, type PlainDate, type WorkCalendar } from '#kernel/time'
import { type AnnuityDays, annuityDays } from './annuity.ts'
import type { Payment, Right } from './fields.ts'
import { readStatusWord, type SaidStatus } from './status-words.ts'
import { patentYear, termEnd } from './terms.ts'

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
  /** The day of the announcement, where that names an earlier day of the fact itself (终止日期). */
  readonly toldOn?: PlainDate | undefined
}

export interface Bibliography {
  readonly right: Right | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
  /** 补偿期限届满日, where a compensation was decided. */
  readonly compensatedUntil?: PlainDate | null | undefined
}

/** What status is reckoned with beside the facts: the annuities known to be paid, and the working days by which limits roll. */
export interface Reckoning {
  readonly calendar: WorkCalendar
  readonly payments?: readonly Payment[]
}

/** From this day on the right stands so, because of this; until the next span. */
export interface StatusSpan {
  readonly from: PlainDate
  readonly status: Status
  /**
   * `filed`, `granted`, `said:词`, `paid:年度`, `term-ended`, `not-confirmed-since` (the grace of the next annuity is over and nobody said
   * that it was paid), `grace-over:词` (the same, of a right that was said to be late), `lapse-day-unknown` (it lapsed on this due
   * day or a later one), `compensation-unpaid` (no annuity of the compensated term is known).
   */
  readonly because: string
  /** Of a lapse that goes back to its due day, or an expiry: the day on which it was told. */
  readonly toldOn?: PlainDate | undefined
}

interface Told extends StatusFact {
  readonly says: SaidStatus
  /** Of a paid annuity: its patent year. */
  readonly paid?: number
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
const over: ReadonlySet<Status> = new Set(['lapsed', 'expired', 'invalidated', 'surrendered', 'withdrawn', 'rejected'])

/**
 * The one rule that makes status out of facts: what was said last, and best, stands. A right said to be in force, or whose annuity
 * was paid, stands so to the last day of the grace of the next annuity, and on to the next such word; it is unknown beyond. A
 * lapse goes back to the due day of the annuity (专利法 第四十四条, 专利法实施细则 第一百一十五条); a term's end ends it. Without any
 * word about it a right is unknown, never in force. Spans are in order and each ends where the next begins.
 */
export function statusSpans(bibliography: Bibliography, facts: readonly StatusFact[], reckoning: Reckoning): StatusSpan[] {
  const { filedOn, grantedOn } = bibliography
  const told = toldInOrder(bibliography, facts, reckoning)
  const spans: StatusSpan[] = []
  if (filedOn !== null && told.length > 0) spans.push({ from: filedOn, status: 'pending', because: 'filed' })
  const terms = termsOf(bibliography, reckoning)
  /** The last day to which the words and payments so far reach. */
  let reach: PlainDate | null = null
  for (const [at, fact] of told.entries()) {
    const before = statusOn(spans, fact.on).status
    // A document published later does not reopen what has ended or was granted.
    if (fact.says === 'pending' && before !== 'pending' && before !== 'unknown') continue
    // Who repeats an end, or tells it without its ground, tells nothing new of it.
    if (over.has(before) && (fact.says === 'ended' || (fact.says === 'lapsed' && before === 'lapsed'))) continue
    const status = statusOf(fact.says, fact.on, terms.last)
    const because = fact.on === grantedOn && fact.word === '授权公告' ? 'granted' : becauseOf(fact)
    if (status === 'in-force') {
      const now = reachOf(filedOn, fact, reckoning.calendar)
      const runs = before === 'in-force' || before === 'in-grace'
      reach = runs ? later(reach, now) : now
      trim(spans, fact.on)
      if (fact.says === 'in-force') bridge(spans)
      spans.push({ from: fact.on, status, because })
      if (reach !== null) spans.push(...after(reach, terms, 'not-confirmed-since'))
    } else if (status === 'in-grace' && filedOn !== null) {
      placeGrace(spans, filedOn, fact, reckoning, terms)
    } else if (status === 'lapsed' && filedOn !== null) {
      placeLapse(spans, bibliography, told.slice(0, at), fact, reckoning.calendar, terms)
    } else if (status === 'expired' && terms.last !== null && terms.last <= fact.on) {
      placeExpiry(spans, terms.last, fact)
    } else {
      trim(spans, fact.on)
      spans.push({ from: fact.on, status, because })
    }
    if (ends.has(fact.says)) reach = null
  }
  return merged(spans)
}

const becauseOf = ({ paid, word }: Told): string => (paid === undefined ? `said:${word}` : `paid:${paid}`)

function toldInOrder(bibliography: Bibliography, facts: readonly StatusFact[], reckoning: Reckoning): Told[] {
  const { filedOn, grantedOn } = bibliography
  const told = facts
    // A word from before the filing day is about it at the earliest.
    .map((fact) => ({ ...fact, on: filedOn !== null && fact.on < filedOn ? filedOn : fact.on, says: readStatusWord(fact.word) }))
    .filter((fact): fact is Told => fact.says !== null && fact.says !== 'unchanged')
  if (grantedOn !== null) told.push({ on: grantedOn, word: '授权公告', rank: 0, says: 'in-force' })
  told.push(...paidInTime(bibliography, reckoning))
  return told.sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || b.rank - a.rank || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0),
  )
}

/** Annuities after that of the grant, paid before their grace was over: a word of its own, that the right was alive that day. */
function paidInTime({ filedOn, grantedOn }: Bibliography, { calendar, payments = [] }: Reckoning): Told[] {
  if (filedOn === null) return []
  const first = grantedOn === null ? 0 : patentYear(filedOn, grantedOn)
  return payments.flatMap(({ year, on }): Told[] => {
    if (year === 'compensation' || year <= first || on < (grantedOn ?? filedOn)) return []
    if (on > annuityDays(filedOn, year, calendar).graceEndsOn) return []
    return [{ on, word: `缴纳第${year}年度年费`, rank: 0, says: 'in-force', paid: year }]
  })
}

/** The days on which a term ends. */
interface Terms {
  /** The end that the law gives (20, 10, 15 years). */
  readonly lawful: PlainDate | null
  /** The same, or that of the compensated term. */
  readonly last: PlainDate | null
  /** Whether the compensated term was paid for, where there is one. */
  readonly paidOn: boolean
}

function termsOf(bibliography: Bibliography, { payments = [] }: Reckoning): Terms {
  const lawful = termEnd(bibliography)?.on ?? null
  const until = bibliography.compensatedUntil ?? null
  const last = lawful !== null && until !== null && until > lawful ? until : lawful
  const paidOn = payments.some((one) => one.year === 'compensation' && lawful !== null && one.on < lawful)
  return { lawful, last, paidOn }
}

/** A bare end is an expiry where the term was over, and otherwise an end whose ground nobody told. */
function statusOf(says: SaidStatus, on: PlainDate, end: PlainDate | null): Status {
  if ((says === 'restored' || says === 'in-force' || says === 'in-grace') && end !== null && on >= end) return 'expired'
  if (says === 'restored') return 'in-force'
  if (says === 'ended') return end !== null && on >= end ? 'expired' : 'unknown'
  return ends.has(says) || says === 'pending' || says === 'in-force' || says === 'in-grace' ? (says as Status) : 'unknown'
}

/**
 * The last day on which a word that the right was in force can be believed: that of the grace of the next annuity that falls due
 * after it. A paid annuity reaches to the grace of the next year's.
 */
export function believedThrough(filedOn: PlainDate, saidOn: PlainDate, calendar: WorkCalendar): PlainDate {
  return annuityDays(filedOn, patentYear(filedOn, saidOn) + 1, calendar).graceEndsOn
}

function reachOf(filedOn: PlainDate | null, { on, paid }: Told, calendar: WorkCalendar): PlainDate | null {
  if (filedOn === null) return null
  return later(
    believedThrough(filedOn, on, calendar),
    paid === undefined ? null : annuityDays(filedOn, paid + 1, calendar).graceEndsOn,
  )
}

const later = (one: PlainDate | null, other: PlainDate | null): PlainDate | null =>
  one === null || (other !== null && other > one) ? other : one

/** What follows the last day that words and payments reach. */
function after(reach: PlainDate, { lawful, last, paidOn }: Terms, because: string): StatusSpan[] {
  if (lawful === null || last === null || reach < lawful) return [{ from: addDays(reach, 1), status: 'unknown', because }]
  const expired: StatusSpan = { from: last, status: 'expired', because: 'term-ended' }
  return last === lawful || paidOn ? [expired] : [{ from: lawful, status: 'unknown', because: 'compensation-unpaid' }, expired]
}

/** 等年费滞纳金: unpaid since the due day before, and until grace is over; what came then, nobody knows. */
function placeGrace(
  spans: StatusSpan[],
  filedOn: PlainDate,
  fact: Told,
  { calendar, payments = [] }: Reckoning,
  terms: Terms,
): void {
  const year = patentYear(filedOn, fact.on)
  const days = annuityDays(filedOn, year, calendar)
  const because = `grace-over:${fact.word}`
  if (fact.on > days.graceEndsOn || year < 2) {
    trim(spans, fact.on)
    spans.push({ from: fact.on, status: 'unknown', because })
    return
  }
  const paid = payments.some((one) => one.year === year && one.on <= fact.on)
  const since = addDays(days.dueOn, 1)
  const from = paid || since > fact.on || statusOn(spans, since).status === 'pending' ? fact.on : since
  trim(spans, from)
  spans.push({ from, status: 'in-grace', because: `said:${fact.word}` }, ...after(days.graceEndsOn, terms, because))
}

/**
 * 未缴年费终止: the right ended on the due day of an annuity whose grace was over when it was told. Where several come into question,
 * it lapsed on the last of them at the latest, and from the first on nothing is certain.
 */
function placeLapse(
  spans: StatusSpan[],
  bibliography: Bibliography,
  earlier: readonly Told[],
  fact: Told,
  calendar: WorkCalendar,
  { lawful }: Terms,
): void {
  const possible = possibleLapses(bibliography, earlier, fact.on, calendar).filter(
    ({ nominal }) => lawful === null || nominal < lawful,
  )
  const [first, last] = [possible[0], possible.at(-1)]
  if (first === undefined || last === undefined) {
    trim(spans, fact.on)
    spans.push({ from: fact.on, status: 'lapsed', because: `said:${fact.word}`, ...told(fact.on, toldDay(fact)) })
    return
  }
  trim(spans, first.nominal)
  if (first !== last) spans.push({ from: first.nominal, status: 'unknown', because: 'lapse-day-unknown', toldOn: toldDay(fact) })
  spans.push({ from: last.nominal, status: 'lapsed', because: `said:${fact.word}`, ...told(last.nominal, toldDay(fact)) })
}

const toldDay = (fact: Told): PlainDate => fact.toldOn ?? fact.on

const told = (from: PlainDate, on: PlainDate) => (from === on ? {} : { toldOn: on })

/** The annuities for want of which a right told to have lapsed may have ended, in order. */
function possibleLapses(
  { filedOn, grantedOn }: Bibliography,
  earlier: readonly Told[],
  toldOn: PlainDate,
  calendar: WorkCalendar,
): AnnuityDays[] {
  const year = patentYear(filedOn!, toldOn)
  // A source that gives the day of the end itself gives a due day.
  if (year > 1 && addYears(filedOn!, year - 1) === toldOn) return [annuityDays(filedOn!, year, calendar)]
  const alive = earlier.filter((one) => one.says === 'in-force' || one.says === 'restored' || one.says === 'in-grace')
  const paid = Math.max(0, grantedOn === null ? 0 : patentYear(filedOn!, grantedOn), ...alive.map((one) => one.paid ?? 0))
  const found: AnnuityDays[] = []
  for (let n = paid + 1; n <= year; n++) {
    const days = annuityDays(filedOn!, n, calendar)
    if (n < 2 || days.graceEndsOn >= toldOn) continue
    // Who was alive after grace had paid.
    if (alive.every((one) => one.on <= days.graceEndsOn)) found.push(days)
  }
  return found
}

/** The term ended on its day; a right told to have expired (期限届满) was paid for up to it. */
function placeExpiry(spans: StatusSpan[], end: PlainDate, fact: Told): void {
  trim(spans, end)
  if (fact.says === 'expired' && spans.at(-1)?.because === 'not-confirmed-since') spans.pop()
  spans.push({ from: end, status: 'expired', because: `said:${fact.word}`, ...told(end, toldDay(fact)) })
}

/** Who is alive without having been restored was alive all the while: what was not confirmed then is confirmed now. */
function bridge(spans: StatusSpan[]): void {
  const last = spans.at(-1)
  if (last?.status !== 'unknown') return
  if (last.because === 'not-confirmed-since') spans.pop()
  if (last.because.startsWith('grace-over:')) spans.splice(-1, 1, { ...last, status: 'in-force' })
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
