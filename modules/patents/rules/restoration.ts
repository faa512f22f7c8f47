import { inYuan, yuan } from '#kernel/money'
import { addMonths, addYears, nextWorkday, type PlainDate, type WorkCalendar } from '#kernel/time'
import { amountOn, type Fees } from './fees.ts'

/** Why a limit was missed (恢复权利的理由). */
export type Missed =
  /** 其他正当理由: counted from the day the notice of the loss was received. */
  | { readonly why: 'justified'; readonly noticeOn: PlainDate }
  /** 不可抗拒的事由. */
  | { readonly why: 'force-majeure'; readonly obstacleEndedOn: PlainDate; readonly limitEndedOn: PlainDate }

export interface Restoration {
  /** The last day to ask for it. */
  readonly requestBy: PlainDate
  /** In yuan; beside it the annuity and its late fee are to be paid. */
  readonly fee: number
  readonly basis: string
  readonly provisional: boolean
}

/**
 * Until when a lost right may be asked back (专利法实施细则 第六条): two months from the notice, with a fee; after force majeure two
 * months from its end, two years from the missed limit at most, without one.
 */
export function restoration(missed: Missed, fees: Fees, calendar: WorkCalendar): Restoration {
  if (missed.why === 'justified') {
    const by = nextWorkday(addMonths(missed.noticeOn, 2), calendar)
    const fee = amountOn(fees, 'fee.restoration', missed.noticeOn)?.amount ?? yuan(0)
    return { requestBy: by.day, fee: inYuan(fee), basis: '专利法实施细则 第六条第二款', provisional: by.provisional }
  }
  const [earlier] = [addMonths(missed.obstacleEndedOn, 2), addYears(missed.limitEndedOn, 2)].sort()
  const by = nextWorkday(earlier!, calendar)
  return { requestBy: by.day, fee: 0, basis: '专利法实施细则 第六条第一款', provisional: by.provisional }
}
