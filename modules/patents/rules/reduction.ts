import { done, type Outcome, refuse } from '#kernel/outcome'
import { addDays, addMonths, addYears, type PlainDate } from '#kernel/time'
import { type Fees, feeOn } from './fees.ts'
import { patentYear } from './terms.ts'

/** Who asks to pay less (费减请求人): a person, an enterprise, or a body that qualifies by its kind. */
export type Owner =
  | { readonly kind: 'individual' /** Yuan a month, average of last year. */; readonly monthlyIncome: number }
  | { readonly kind: 'enterprise' /** Yuan, of last year. */; readonly taxableIncome: number }
  /** 事业单位、社会团体、非营利性科研机构. */
  | { readonly kind: 'institution' }

export type ReductionRefusal =
  | { readonly code: 'owner-missing' }
  | { readonly code: 'reduction-unknown'; readonly on: PlainDate }
  | { readonly code: 'owner-over-threshold'; readonly n: number; readonly threshold: number; readonly basis: string }

/**
 * The share taken off (减缴比例) for these owners on the day they ask: 85 % for one, 70 % for two or more, each of whom must
 * qualify (专利收费减缴办法 第三、四条). Refuses owner-over-threshold with the first who does not, counted from 1.
 */
export function reductionRate(
  owners: readonly Owner[],
  on: PlainDate,
  fees: Fees,
): Outcome<{ readonly rate: number; readonly basis: string }, ReductionRefusal> {
  if (owners.length === 0) return refuse({ code: 'owner-missing' })
  const rate = feeOn(fees, 'reduction.rate', on, { n: owners.length })
  if (rate === null) return refuse({ code: 'reduction-unknown', on })
  for (const [at, owner] of owners.entries()) {
    if (owner.kind === 'institution') continue
    const limit = feeOn(fees, `reduction.income.${owner.kind}`, on)
    if (limit === null) return refuse({ code: 'reduction-unknown', on })
    const income = owner.kind === 'individual' ? owner.monthlyIncome : owner.taxableIncome
    // 低于: who earns just the threshold does not qualify.
    if (income >= limit.amount)
      return refuse({ code: 'owner-over-threshold', n: at + 1, threshold: limit.amount, basis: limit.basis })
  }
  return done({ rate: rate.amount / 100, basis: rate.basis })
}

/** The patent years whose annuities a reduction touches: ten, or six for those due before 2018-08-01, from that of the grant. */
export function isReducedYear(
  { filedOn, grantedOn, year }: { readonly filedOn: PlainDate; readonly grantedOn: PlainDate; readonly year: number },
  fees: Fees,
): boolean {
  const first = patentYear(filedOn, grantedOn)
  const dueOn = year === first ? grantedOn : addYears(filedOn, year - 1)
  const years = feeOn(fees, 'reduction.years', dueOn)
  return years !== null && year >= first && year < first + years.amount
}

/** The last day to ask for the reduction of a fee due on a day: two months and fifteen days before it (缴费服务指南). */
export function reductionRequestBy(dueOn: PlainDate): PlainDate {
  return addDays(addMonths(dueOn, -2), -15)
}

/** Whether a request made on a day comes in time for a fee: `late` pays in full; a fee already due cannot be reduced at all. */
export function reductionRequest(dueOn: PlainDate, askedOn: PlainDate): 'in-time' | 'late' | 'already-due' {
  if (askedOn > dueOn) return 'already-due'
  return askedOn <= reductionRequestBy(dueOn) ? 'in-time' : 'late'
}
