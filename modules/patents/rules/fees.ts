import { type Fen, yuan } from '#kernel/money'
import type { PlainDate } from '#kernel/time'
import type { Right } from './fields.ts'

/** One line of a fee (费用): for which right, and for which years, months, owners, claims or pages; absent = for all. */
export interface FeeLine {
  readonly right?: Right | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly amount: number
}

/** What a version of a fee says. `percent` and `years` are the rates and spans that fees are reckoned with. */
export interface FeeBody {
  readonly name: string
  readonly unit: 'yuan' | 'percent' | 'years'
  /** What `from` and `to` of its lines count: 年度, 个月, 人, 项, 页, 期. */
  readonly counted?: string | undefined
  /** Whether the reduction of 专利收费减缴办法 touches it. */
  readonly reducible: boolean
  readonly lines: readonly FeeLine[]
}

/** A version of an entry of the fee catalogue (费用目录); the versions of a fee share an id. */
export interface FeeVersion {
  readonly id: string
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
  readonly body: FeeBody
  readonly basis: string
}

export type Fees = readonly FeeVersion[]

/** A fee's figure on a day with its basis. */
export interface FeeFound {
  readonly amount: number
  readonly basis: string
}

/** The version of a fee that holds on a day; null where none is known for it. */
export function feeVersion(fees: Fees, id: string, on: PlainDate): FeeVersion | null {
  const holding = fees.filter(
    (one) => one.id === id && (one.validFrom ?? '') <= on && (one.validTo === null || on <= one.validTo),
  )
  return holding.reduce<FeeVersion | null>(
    (best, one) => (best === null || (one.validFrom ?? '') >= (best.validFrom ?? '') ? one : best),
    null,
  )
}

/** The figure of a fee on a day, for a right and for the n-th year, month or owner; null where the catalogue has none. */
export function feeOn(
  fees: Fees,
  id: string,
  on: PlainDate,
  { right, n = 1 }: { readonly right?: Right; readonly n?: number } = {},
): FeeFound | null {
  const version = feeVersion(fees, id, on)
  const line = version?.body.lines.find(
    (one) =>
      (one.right === undefined || one.right === right) &&
      (one.from === undefined || one.from <= n) &&
      (one.to === undefined || n <= one.to),
  )
  return version && line ? { amount: line.amount, basis: version.basis } : null
}

/** The same in money. */
export function amountOn(...asked: Parameters<typeof feeOn>): { readonly amount: Fen; readonly basis: string } | null {
  const found = feeOn(...asked)
  return found && { amount: yuan(found.amount), basis: found.basis }
}
