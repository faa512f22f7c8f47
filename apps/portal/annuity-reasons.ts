import { addYears, type PlainDate, type WorkCalendar } from '#kernel/time'
import { type AnnuityAnswer, type AnnuityRequest, annuity } from '#modules/patents'

/** The fee catalogue as it stands. */
export type Fees = Parameters<typeof annuity>[1]

/** An annuity with the article behind each of its numbers. */
export interface ReasonedAnnuity {
  readonly answer: AnnuityAnswer
  /** 申请日在该年的相应日, before it rolls. */
  readonly nominal: PlainDate
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
  if (!asked.done || !plain.done || !unpaid.done) return null
  const parts = (answer: AnnuityAnswer) => answer.basis.split('；')
  const [all, bare, reduced] = [parts(asked.value), parts(plain.value), parts(unpaid.value)]
  const beyond = (some: readonly string[], less: readonly string[]) =>
    some.filter((part) => !less.includes(part)).join('；') || null
  return {
    answer: asked.value,
    nominal: addYears(request.filedOn, request.year - 1),
    basis: {
      days: bare[0]!,
      fee: bare.slice(1, -1).join('；'),
      reduction: beyond(reduced, bare),
      late: beyond(all, reduced),
      term: bare.at(-1)!,
    },
  }
}
