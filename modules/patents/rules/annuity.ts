import { add, type Fen, fen, inYuan, share, yuan } from '#kernel/money'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { addMonths, addYears, nextWorkday, type PlainDate, type WorkCalendar } from '#kernel/time'
import { firstAnnuityBasis, laterAnnuityBasis } from './annuity-basis.ts'
import { amountOn, type Fees, feeOn } from './fees.ts'
import type { Right } from './fields.ts'
import { isReducedYear } from './reduction.ts'
import { patentYear, termEnd } from './terms.ts'

/** One annuity asked about (年费查询). */
export interface AnnuityRequest {
  readonly right: Right
  readonly filedOn: PlainDate
  /** 授权公告日. */
  readonly grantedOn: PlainDate
  /** The patent year, from 1. */
  readonly year: number
  readonly paidOn?: PlainDate | null | undefined
  /** The share taken off, 0.85 or 0.7; how long it lasts is reckoned here. */
  readonly reduction?: number | null | undefined
  /** First and last day of an open licence in use (开放许可实施期间). */
  readonly openLicence?: readonly [PlainDate, PlainDate] | null | undefined
}

export type AnnuityState = 'not-due' | 'on-time' | 'in-grace' | 'too-late' | 'paid-at-grant'

/** The answer; money in yuan. */
export interface AnnuityAnswer {
  /** The nominal day rolled to a working day; null where the annuity is paid at grant. */
  readonly dueOn: PlainDate | null
  readonly graceEndsOn: PlainDate | null
  /** In full, as the late fee is reckoned from it. */
  readonly fee: number
  /** After the best single reduction. */
  readonly payable: number
  readonly lateFee: number
  /** payable + lateFee; null where it can no longer be paid. */
  readonly total: number | null
  /** The first day after the term. */
  readonly expiresOn: PlainDate
  readonly state: AnnuityState
  readonly basis: string
  /** A day falls in a year whose working days are not announced. */
  readonly provisional: boolean
}

export type AnnuityRefusal =
  | { readonly code: 'term-unknown'; readonly filedOn: PlainDate }
  | { readonly code: 'granted-before-filing' }
  | { readonly code: 'granted-after-term'; readonly endsOn: PlainDate; readonly basis: string }
  | { readonly code: 'year-before-grant'; readonly year: number; readonly first: number; readonly basis: string }
  | { readonly code: 'year-beyond-term'; readonly year: number; readonly last: number; readonly basis: string }
  | { readonly code: 'fee-unknown'; readonly on: PlainDate }

/** The days of one annuity (期限). */
export interface AnnuityDays {
  /** 申请日在该年的相应日: what grace and late fee are counted from, and the day to which a lapse goes back. */
  readonly nominal: PlainDate
  readonly dueOn: PlainDate
  readonly graceEndsOn: PlainDate
  readonly provisional: boolean
}

/**
 * When the annuity of a patent year after that of the grant is due, and until when it can still be paid with a late fee: each rolls to
 * a working day by itself, both counted from the nominal day (专利法实施细则 第五条、第一百一十五条).
 */
export function annuityDays(filedOn: PlainDate, year: number, calendar: WorkCalendar): AnnuityDays {
  const nominal = addYears(filedOn, year - 1)
  const due = nextWorkday(nominal, calendar)
  const grace = nextWorkday(addMonths(nominal, 6), calendar)
  return { nominal, dueOn: due.day, graceEndsOn: grace.day, provisional: due.provisional || grace.provisional }
}

/** The month of grace, 1 to 6, in which a day falls: each edge counted from the nominal day. A day of the last roll belongs to the sixth. */
export function graceMonth(nominal: PlainDate, day: PlainDate): number {
  for (let month = 1; month < 6; month++) if (day <= addMonths(nominal, month)) return month
  return 6
}

/**
 * What one annuity costs and until when (年费). Refuses years before that of the grant, beyond the term, and years whose fees the
 * catalogue does not hold.
 */
export function annuity(request: AnnuityRequest, fees: Fees, calendar: WorkCalendar): Outcome<AnnuityAnswer, AnnuityRefusal> {
  const { right, filedOn, grantedOn, year } = request
  const end = termEnd(request)
  if (end === null) return refuse({ code: 'term-unknown', filedOn })
  if (grantedOn < filedOn) return refuse({ code: 'granted-before-filing' })
  if (grantedOn >= end.on) return refuse({ code: 'granted-after-term', endsOn: end.on, basis: end.basis })
  const first = patentYear(filedOn, grantedOn)
  if (year > end.years) return refuse({ code: 'year-beyond-term', year, last: end.years, basis: end.basis })
  if (year < first) return refuse({ code: 'year-before-grant', year, first, basis: firstAnnuityBasis(grantedOn) })
  const days = year === first ? null : annuityDays(filedOn, year, calendar)
  const full = amountOn(fees, `annuity.${right}`, days?.dueOn ?? grantedOn, { n: year })
  if (full === null) return refuse({ code: 'fee-unknown', on: days?.dueOn ?? grantedOn })
  const reduced = bestReduction(request, days?.nominal ?? grantedOn, fees)
  const payable = fen(full.amount - share(full.amount, reduced.percent, 100))
  const stand = days === null ? atGrant : standing(full.amount, days, request.paidOn ?? null, fees)
  if (stand === null) return refuse({ code: 'fee-unknown', on: days!.dueOn })
  const basis = [
    days === null ? firstAnnuityBasis(grantedOn) : laterAnnuityBasis(days.nominal),
    full.basis,
    ...(reduced.basis === null ? [] : [reduced.basis]),
    ...(stand.basis === null ? [] : [stand.basis]),
    end.basis,
  ]
  return done({
    dueOn: days?.dueOn ?? null,
    graceEndsOn: days?.graceEndsOn ?? null,
    fee: inYuan(full.amount),
    payable: inYuan(payable),
    lateFee: inYuan(stand.lateFee),
    total: stand.state === 'too-late' ? null : inYuan(add(payable, stand.lateFee)),
    expiresOn: end.on,
    state: stand.state,
    basis: [...new Set(basis)].join('；'),
    provisional: days?.provisional ?? false,
  })
}

interface Standing {
  readonly state: AnnuityState
  /** Too late: what stood open when grace ended, as restoration asks for it. */
  readonly lateFee: Fen
  readonly basis: string | null
}

const none = yuan(0)
const atGrant: Standing = { state: 'paid-at-grant', lateFee: none, basis: null }

/** Null where the catalogue holds no late fee for the due day. */
function standing(full: Fen, days: AnnuityDays, paidOn: PlainDate | null, fees: Fees): Standing | null {
  if (paidOn === null) return { state: 'not-due', lateFee: none, basis: null }
  if (paidOn <= days.dueOn) return { state: 'on-time', lateFee: none, basis: null }
  const late = feeOn(fees, 'annuity.late', days.dueOn, { n: graceMonth(days.nominal, paidOn) })
  if (late === null) return null
  const state = paidOn <= days.graceEndsOn ? 'in-grace' : 'too-late'
  return { state, lateFee: share(full, late.amount, 100), basis: late.basis }
}

/** Reductions do not add up: the best single one is taken (财税〔2024〕23号). */
function bestReduction(
  request: AnnuityRequest,
  nominal: PlainDate,
  fees: Fees,
): { readonly percent: number; readonly basis: string | null } {
  const given = Math.round((request.reduction ?? 0) * 100)
  const years = given > 0 && isReducedYear(request, fees) ? feeOn(fees, 'reduction.years', nominal) : null
  const [from, to] = request.openLicence ?? []
  const licensed = from !== undefined && to !== undefined && from <= nominal && nominal <= to
  const open = licensed ? feeOn(fees, 'open-licence.rate', nominal) : null
  if (years !== null && given >= (open?.amount ?? 0)) return { percent: given, basis: years.basis }
  return open === null ? { percent: 0, basis: null } : { percent: open.amount, basis: open.basis }
}
