import { formatYuan, yuan } from '#kernel/money'
import type { PlainDate } from '#kernel/time'
import type { AnnuityRow } from './annuity-schedule.ts'
import { reductionRequestBy } from './reduction.ts'
import { dayInWords } from './status-sentence.ts'
import type { TermEnd } from './terms.ts'

const money = (amount: number) => `${formatYuan(yuan(amount))}元`

/** 「专利权期限20年，自申请日起计算，至2039年3月15日届满（依据：…）。」 */
export function termSentence(end: TermEnd, compensatedUntil: PlainDate | null): string {
  const more =
    compensatedUntil !== null && compensatedUntil > end.on ? `；给予期限补偿，至${dayInWords(compensatedUntil)}届满` : ''
  return `专利权期限${end.years}年，自申请日起计算，至${dayInWords(end.on)}届满${more}（依据：${end.basis}）。`
}

/** What is to be paid next, until when, what a delay costs and by which article; of a lapsed right what it lapsed for. */
export function nextSentence(row: AnnuityRow, today: PlainDate, nominal: PlainDate): string | null {
  const { answer, year, state } = row
  if (answer === null || answer.dueOn === null || answer.graceEndsOn === null) return null
  const due = `第${year}年度年费`
  const sum = answer.payable === answer.fee ? money(answer.fee) : `${money(answer.payable)}（全额${money(answer.fee)}）`
  const [dueOn, graceEndsOn] = [dayInWords(answer.dueOn), dayInWords(answer.graceEndsOn)]
  const basis = `（依据：${answer.basis}）。${answer.provisional ? '所涉年度的节假日安排尚未公布，日期为暂定。' : ''}`
  if (state === 'missed')
    return `${due}应于${dueOn}前缴纳，至${graceEndsOn}滞纳金缴纳期届满未缴，专利权自${dayInWords(nominal)}起终止。恢复权利的，应当自收到终止通知之日起2个月内请求，并补缴年费${money(answer.fee)}、滞纳金${money(answer.lateFee)}和恢复权利请求费（依据：专利法实施细则 第六条）。`
  if (state === 'in-grace')
    return `${due}${sum}已于${dueOn}到期，尚可在${graceEndsOn}前补缴；今日补缴的滞纳金为${money(answer.lateFee)}，合计${money(answer.total ?? 0)}。期满未缴的，专利权自${dayInWords(nominal)}起终止${basis}`
  const askBy = reductionRequestBy(nominal)
  const reduction = row.reducedBy === null && askBy >= today ? `拟请求费用减缴的，应在${dayInWords(askBy)}前提出。` : ''
  return `下一次应缴${due}${sum}，${dueOn}前缴纳；逾期可在${graceEndsOn}前补缴，自第二个月起按全额年费加收滞纳金${basis}${reduction}`
}
