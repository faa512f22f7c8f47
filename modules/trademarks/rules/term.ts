import { addDays, addMonths, addYears, nextWorkday, type PlainDate, plainDate, type WorkCalendar } from '#kernel/time'

/**
 * Where a registered mark stands by its term alone: `renewable` in its last twelve months, `in-grace` in the six after, `ended` from
 * then on. Whether it was renewed, the register says.
 */
export type TrademarkState = 'not-registered' | 'in-force' | 'renewable' | 'in-grace' | 'ended'

export interface TrademarkTerm {
  /** The last day of the term that runs, or ran out last, on the day asked for. */
  readonly validThrough: PlainDate
  readonly renewalOpensOn: PlainDate
  /** The last day of the term, rolled to a working day. */
  readonly renewalDueOn: PlainDate
  /** The last day of the grace (宽展期), rolled by itself. */
  readonly graceEndsOn: PlainDate
  readonly state: TrademarkState
  readonly basis: string
  readonly provisional: boolean
}

/** 商标法 by the day from which its text holds. */
const texts = [
  { from: plainDate('0001-01-01'), basis: '商标法（2019年） 第三十九条、第四十条' },
  { from: plainDate('2027-01-01'), basis: '商标法（2026年） 第四十四条' },
] as const

/**
 * The term of a registered trademark on a day: ten years from the registration, again and again where it was renewed (`renewals`
 * times), to be renewed in its last twelve months or in the six months of grace after them.
 */
export function trademarkTerm(
  { registeredOn, renewals = 0, on }: { readonly registeredOn: PlainDate; readonly renewals?: number; readonly on: PlainDate },
  calendar: WorkCalendar,
): TrademarkTerm {
  const validThrough = addDays(addYears(registeredOn, 10 * (renewals + 1)), -1)
  const renewalOpensOn = addMonths(validThrough, -12)
  const due = nextWorkday(validThrough, calendar)
  const grace = nextWorkday(addMonths(validThrough, 6), calendar)
  const basis = texts.findLast((one) => one.from <= on)!.basis
  const provisional = due.provisional || grace.provisional
  const state = stateOn(on, { registeredOn, renewalOpensOn, validThrough, graceEndsOn: grace.day })
  return { validThrough, renewalOpensOn, renewalDueOn: due.day, graceEndsOn: grace.day, state, basis, provisional }
}

function stateOn(
  on: PlainDate,
  days: Pick<TrademarkTerm, 'renewalOpensOn' | 'validThrough' | 'graceEndsOn'> & { readonly registeredOn: PlainDate },
): TrademarkState {
  if (on < days.registeredOn) return 'not-registered'
  if (on > days.graceEndsOn) return 'ended'
  if (on > days.validThrough) return 'in-grace'
  return on >= days.renewalOpensOn ? 'renewable' : 'in-force'
}
