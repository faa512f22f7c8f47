import { fen, yuan } from '#kernel/money'
import { addDays, type PlainDate, type WorkCalendar } from '#kernel/time'
import { type AnnuityAnswer, annuity, annuityDays } from './annuity.ts'
import type { Fees } from './fees.ts'
import type { FeeReduction, OpenLicence, Payment, Right } from './fields.ts'
import { isReducedYear } from './reduction.ts'
import { type Status, type StatusSpan, statusOn } from './status.ts'
import { patentYear, termEnd } from './terms.ts'

/** What the register knows of a granted right and its fees. */
export interface AnnuityFacts {
  readonly right: Right
  readonly filedOn: PlainDate
  readonly grantedOn: PlainDate
  readonly spans: readonly StatusSpan[]
  readonly payments: readonly Payment[]
  readonly reductions: readonly FeeReduction[]
  readonly openLicences: readonly OpenLicence[]
}

/**
 * How one year's annuity stands: paid as the register knows, `confirmed` by a source that says the right lived on after its grace,
 * `unconfirmed` where nobody says, `missed` where the right lapsed for want of it, `ended` where it had ended before.
 */
export type AnnuityRowState =
  | 'paid-at-grant'
  | 'paid'
  | 'paid-in-grace'
  | 'paid-too-late'
  | 'confirmed'
  | 'unconfirmed'
  | 'in-grace'
  | 'not-due'
  | 'missed'
  | 'ended'

export interface AnnuityRow {
  readonly year: number
  /** Null where the catalogue holds no fee for that time. */
  readonly answer: AnnuityAnswer | null
  readonly dueOn: PlainDate | null
  readonly graceEndsOn: PlainDate | null
  readonly reducedBy: 'reduction' | 'open-licence' | null
  readonly state: AnnuityRowState
  readonly payments: readonly Payment[]
  /** Yuan by which what was paid falls short of what was due (negative: over it); null where it fits or no sum is known. */
  readonly short: number | null
}

export interface Schedule {
  readonly rows: readonly AnnuityRow[]
  /** What is to be paid next, or was missed last; null where nothing is. */
  readonly next: AnnuityRow | null
}

const over: ReadonlySet<Status> = new Set(['lapsed', 'expired', 'invalidated', 'surrendered', 'withdrawn', 'rejected'])

/** 年费一览: every annuity of a right from that of its grant to the last of its term, as it stands on a day. */
export function annuitySchedule(facts: AnnuityFacts, fees: Fees, calendar: WorkCalendar, today: PlainDate): Schedule {
  const end = termEnd(facts)
  if (end === null || facts.grantedOn < facts.filedOn) return { rows: [], next: null }
  const first = patentYear(facts.filedOn, facts.grantedOn)
  const rows: AnnuityRow[] = []
  for (let year = first; year <= end.years; year++) rows.push(rowOf(facts, year, first, fees, calendar, today))
  const standing = statusOn(facts.spans, today).status
  const next = over.has(standing)
    ? (rows.find((row) => row.state === 'missed') ?? null)
    : (rows.find((row) => row.state === 'in-grace' || row.state === 'not-due') ?? null)
  return { rows, next }
}

function rowOf(
  facts: AnnuityFacts,
  year: number,
  first: number,
  fees: Fees,
  calendar: WorkCalendar,
  today: PlainDate,
): AnnuityRow {
  const days = year === first ? null : annuityDays(facts.filedOn, year, calendar)
  const payments = facts.payments.filter((one) => one.year === year)
  const settled = payments.filter((one) => days === null || one.on <= days.graceEndsOn).at(-1)
  const state = stateOf(facts, days, payments, today)
  // A late fee is shown as it is today, or as it was on the day that counts.
  const paidOn = settled?.on ?? (state === 'in-grace' ? today : state === 'missed' && days ? addDays(days.graceEndsOn, 1) : null)
  const asked = { ...facts, year, ...lighter(facts, days?.nominal ?? facts.grantedOn), paidOn: days === null ? null : paidOn }
  const came = annuity(asked, fees, calendar)
  const answer = came.done ? came.value : null
  return {
    year,
    answer,
    dueOn: days?.dueOn ?? null,
    graceEndsOn: days?.graceEndsOn ?? null,
    reducedBy: answer === null || answer.payable === answer.fee ? null : reducedBy(asked, fees),
    state,
    payments,
    short: settled === undefined || answer?.total == null ? null : difference(payments, answer.total),
  }
}

/** The reductions that touch an annuity due on this day. */
function lighter({ reductions, openLicences }: AnnuityFacts, nominal: PlainDate) {
  const licence = openLicences.find(({ from, to }) => from <= nominal && (to === undefined || nominal <= to))
  const openLicence = licence === undefined ? null : ([licence.from, licence.to ?? nominal] as const)
  const reduction = Math.max(0, ...reductions.filter(({ on }) => on <= nominal).map(({ rate }) => rate))
  return { reduction, openLicence }
}

function reducedBy(asked: AnnuityFacts & { year: number; reduction: number }, fees: Fees): 'reduction' | 'open-licence' {
  return asked.reduction > 0 && isReducedYear(asked, fees) ? 'reduction' : 'open-licence'
}

function difference(payments: readonly Payment[], total: number): number | null {
  if (payments.some((one) => one.amount === undefined)) return null
  const paid = payments.reduce((sum, one) => sum + one.amount!, 0)
  return paid === yuan(total) ? null : fen(yuan(total) - paid) / 100
}

function stateOf(
  { spans }: AnnuityFacts,
  days: ReturnType<typeof annuityDays> | null,
  payments: readonly Payment[],
  today: PlainDate,
): AnnuityRowState {
  if (days === null) return 'paid-at-grant'
  const paid = payments.find((one) => one.on <= days.graceEndsOn)
  if (paid) return paid.on <= days.dueOn ? 'paid' : 'paid-in-grace'
  const span = spans.findLast((one) => one.from <= days.nominal)
  if (span?.status === 'lapsed' && span.from === days.nominal) return 'missed'
  if (span && over.has(span.status)) return 'ended'
  if (today <= days.dueOn) return 'not-due'
  if (today <= days.graceEndsOn) return 'in-grace'
  if (payments.length > 0) return 'paid-too-late'
  const later = statusOn(spans, addDays(days.graceEndsOn, 1)).status
  return later === 'in-force' || later === 'in-grace' || later === 'expired' ? 'confirmed' : 'unconfirmed'
}
