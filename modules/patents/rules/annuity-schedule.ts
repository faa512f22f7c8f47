import { fen, inYuan, share, yuan } from '#kernel/money'
import { addDays, type PlainDate, type WorkCalendar } from '#kernel/time'
import { type AnnuityAnswer, annuity, annuityDays } from './annuity.ts'
import { type Fees, feeOn } from './fees.ts'
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
  /** The share by which what was paid was reduced, where its sum says so and no decision is known. */
  readonly paidReduced: number | null
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
    ...(settled === undefined || answer === null ? { short: null, paidReduced: null } : paidSum(payments, answer, fees)),
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

/** What was paid beside what was due; a sum that fits a lawful reduction is one that the register was not told of. */
function paidSum(
  payments: readonly Payment[],
  { fee, lateFee, total }: AnnuityAnswer,
  fees: Fees,
): Pick<AnnuityRow, 'short' | 'paidReduced'> {
  const none = { short: null, paidReduced: null }
  if (total === null || payments.some((one) => one.amount === undefined)) return none
  const paid = fen(payments.reduce((sum, one) => sum + one.amount!, 0))
  if (paid === yuan(total)) return none
  const shares = [1, 2].flatMap((n) => feeOn(fees, 'reduction.rate', payments.at(-1)!.on, { n })?.amount ?? [])
  const fitting = shares.find((percent) => paid === yuan(fee) - share(yuan(fee), percent, 100) + yuan(lateFee))
  return fitting === undefined
    ? { short: inYuan(fen(yuan(total) - paid)), paidReduced: null }
    : { short: null, paidReduced: fitting / 100 }
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
  // Who was alive after its grace had paid.
  const lived = spans.some(
    ({ status }, at) =>
      (status === 'in-force' || status === 'in-grace') && addDays(days.graceEndsOn, 1) < (spans[at + 1]?.from ?? '9999-12-31'),
  )
  return lived ? 'confirmed' : 'unconfirmed'
}
