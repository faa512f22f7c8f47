import { readPlainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { type TrademarkState, trademarkTerm } from '#modules/trademarks'
import { dayInShanghai } from '#platform/clock'
import { answer, BadArguments, type Voice } from './say.ts'

const states: Readonly<Record<TrademarkState, string>> = {
  'not-registered': '尚未注册',
  'in-force': '有效期内',
  renewable: '有效期内，可以办理续展',
  'in-grace': '宽展期内',
  ended: '宽展期已届满',
}

/** `trademark-term --registered DATE [--renewals N] [--on DATE]`: a mark's term and renewal by the law of that day, without a database. */
export async function trademarkTermCommand(
  options: Voice & { readonly registered: string; readonly renewals: number; readonly on?: string },
): Promise<void> {
  const registeredOn = readPlainDate(options.registered)
  const on = options.on === undefined ? dayInShanghai(new Date()) : readPlainDate(options.on)
  if (registeredOn === null || on === null) throw new BadArguments('日期请按 2026-11-22 的格式填写。')
  const term = trademarkTerm({ registeredOn, renewals: options.renewals, on }, shippedCalendar())
  answer(options, { registeredOn, on, ...term }, [
    `有效期至：${term.validThrough}`,
    `续展办理期：${term.renewalOpensOn}至${term.renewalDueOn}`,
    `宽展期至：${term.graceEndsOn}`,
    `状态：${states[term.state]}`,
    `依据：${term.basis}`,
    ...(term.provisional ? ['暂定：所涉年度的节假日安排尚未公布，以公布后的工作日为准。'] : []),
  ])
}
