import { fen, inYuan } from '#kernel/money'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { addYears, type PlainDate } from '#kernel/time'
import { amountOn, type Fees } from './fees.ts'
import { termEnd } from './terms.ts'

/** The annuity of a compensated term (补偿期年费); money in yuan. */
export interface CompensationAnswer {
  /** To be paid before this day, that on which the twenty years end. */
  readonly dueBefore: PlainDate
  /** Part of a year costs nothing. */
  readonly fullYears: number
  readonly fee: number
  readonly total: number | null
  readonly state: 'not-due' | 'on-time' | 'too-late'
  /** The end of the term as it then is: compensated, or the twenty years where the fee came too late. */
  readonly expiresOn: PlainDate
  readonly basis: string
}

export type CompensationRefusal =
  | { readonly code: 'not-compensated'; readonly basis: string }
  | { readonly code: 'fee-unknown'; readonly on: PlainDate }

const guide = '缴费服务指南（2026年）'

/**
 * What a compensated term costs (专利权期限补偿, 专利法 第四十二条): one sum for all its full years, before the twenty years end; no
 * grace, no late fee, no restoration. Inventions only.
 */
export function compensationAnnuity(
  asked: { readonly filedOn: PlainDate; readonly compensatedUntil: PlainDate; readonly paidOn?: PlainDate | null | undefined },
  fees: Fees,
): Outcome<CompensationAnswer, CompensationRefusal> {
  const end = termEnd({ right: 'invention', filedOn: asked.filedOn })
  if (end === null || asked.compensatedUntil <= end.on)
    return refuse({ code: 'not-compensated', basis: '专利法 第四十二条第二款、第三款' })
  const each = amountOn(fees, 'annuity.compensation', end.on)
  if (each === null) return refuse({ code: 'fee-unknown', on: end.on })
  let fullYears = 0
  while (addYears(end.on, fullYears + 1) <= asked.compensatedUntil) fullYears++
  const fee = inYuan(fen(each.amount * fullYears))
  const paidOn = asked.paidOn ?? null
  const state = paidOn === null ? 'not-due' : paidOn < end.on ? 'on-time' : 'too-late'
  return done({
    dueBefore: end.on,
    fullYears,
    fee,
    total: state === 'too-late' ? null : fee,
    state,
    expiresOn: state === 'too-late' ? end.on : asked.compensatedUntil,
    basis: ['专利法 第四十二条', each.basis, guide].join('；'),
  })
}
