import { addYears, type PlainDate, type WorkCalendar } from '#kernel/time'
import { type AnnuityAnswer, type AnnuityRequest, annuity, type CompensationAnswer } from '#modules/patents'

/** The fee catalogue as it stands. */
export type Fees = Parameters<typeof annuity>[1]

/** An annuity with the article behind each of its numbers. */
export interface ReasonedAnnuity {
  readonly answer: AnnuityAnswer
  /** 申请日在该年的相应日, before it rolls. */
  readonly nominal: PlainDate
  /** Which reduction was taken, and the share that it takes off in per cent; null where none touches this year. */
  readonly reduced: { readonly by: 'reduction' | 'open-licence'; readonly percent: number } | null
  readonly basis: {
    readonly days: string
    readonly fee: string
    readonly reduction: string | null
    readonly late: string | null
    readonly term: string
  }
}

/**
 * Which article belongs to which number: the rule names them together, days first and the term last; asked once more without
 * reduction and payment, what is missing is theirs. Null where the rule refuses.
 */
export function reasonedAnnuity(request: AnnuityRequest, fees: Fees, calendar: WorkCalendar): ReasonedAnnuity | null {
  const asked = annuity(request, fees, calendar)
  const plain = annuity({ ...request, paidOn: null, reduction: null, openLicence: null }, fees, calendar)
  const unpaid = annuity({ ...request, paidOn: null }, fees, calendar)
  const unlicensed = annuity({ ...request, openLicence: null }, fees, calendar)
  if (!asked.done || !plain.done || !unpaid.done || !unlicensed.done) return null
  const parts = (answer: AnnuityAnswer) => answer.basis.split('；')
  const [all, bare, reduced] = [parts(asked.value), parts(plain.value), parts(unpaid.value)]
  const beyond = (some: readonly string[], less: readonly string[]) =>
    some.filter((part) => !less.includes(part)).join('；') || null
  const { fee, payable } = asked.value
  const by = unlicensed.value.payable === payable ? 'reduction' : 'open-licence'
  return {
    answer: asked.value,
    nominal: addYears(request.filedOn, request.year - 1),
    reduced: payable === fee ? null : { by, percent: Math.round((1 - payable / fee) * 100) },
    basis: {
      days: bare[0]!,
      fee: bare.slice(1, -1).join('；'),
      reduction: beyond(reduced, bare),
      late: beyond(all, reduced),
      term: bare.at(-1)!,
    },
  }
}

/**
 * Which article belongs to which number of a compensated term's annuity: the rule names the term first, then the fee, and last the
 * guide that says until when it is paid.
 */
export function compensationBasis({ basis }: CompensationAnswer): {
  readonly term: string
  readonly fee: string
  readonly days: string
} {
  const parts = basis.split('；')
  return { term: parts[0]!, fee: parts.slice(1, -1).join('；'), days: parts.at(-1)! }
}
