import type { PlainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import { groupNumber } from '../numbers.ts'
import type { Status } from '../status.ts'
import { dayInWords } from '../status-sentence.ts'
import type { Fault, MarkCase } from './find-case.ts'
import type { MarkedNumber } from './read-mark.ts'
import { announcedOn } from './standing.ts'
import type { AskedMark } from './types.ts'

export const rightNouns: Readonly<Record<Right, string>> = {
  invention: '发明专利',
  'utility-model': '实用新型专利',
  design: '外观设计专利',
}

const endingWords: Partial<Record<Status, string>> = {
  lapsed: '因未缴纳年费终止',
  expired: '因期限届满终止',
  invalidated: '被宣告无效',
  surrendered: '因专利权人放弃而终止',
  withdrawn: '撤回或者视为撤回',
  rejected: '被驳回',
}

const faultWords: Readonly<Record<Exclude<Fault, 'kind-differs'>, string>> = {
  'no-kind': '未用中文标明专利权的类别',
  'no-zl': '所标为申请号，未标注为带“ZL”的专利号',
  'no-check-digit': '专利号缺少校验位',
  publication: '所标为公开（公告）号，不是专利号',
  'no-process': '未用中文标明该产品系依照专利方法所获得的产品',
}

/** What the sentences of a row may name of a case, each already in words; what is not known is absent. */
export function caseFacts(asked: AskedMark, number: MarkedNumber, found: MarkCase): Readonly<Record<string, string>> {
  const { reading } = number
  const { entry, standing } = found
  const right = entry?.right ?? reading.right
  const how = standing && 'how' in standing ? standing.how : null
  const ended = standing && 'endedOn' in standing ? standing.endedOn : null
  return {
    printed: number.printed.replace(/\s+/g, ' '),
    number: reading.canonical === null ? number.printed : groupNumber(reading.canonical),
    noun: `该${right === null ? '专利' : rightNouns[right]}`,
    ...named('given', reading.checkDigit?.given),
    ...named('expected', reading.checkDigit?.expected),
    ...named('year', reading.year?.toString()),
    told: toldByNumber(asked, number),
    ...(entry ? { asOf: dayInWords(entry.asOf) } : {}),
    holders: entry && entry.holders.length > 0 ? entry.holders.join('、') : '台账未记载',
    ...named('maker', asked.maker),
    when: asked.madeOn === undefined ? '' : '在标注时',
    ...namedDay('made', asked.madeOn),
    ...namedDay('seen', asked.seenOn),
    ...namedDay('day', asked.madeOn ?? asked.seenOn ?? asked.today ?? entry?.asOf),
    ...named('ending', how === null ? null : endingWords[how]),
    ...namedDay('ended', ended),
    announced: announcedIn(entry, asked.madeOn),
    faults: found.faults.map((fault) => faultSentence(fault, asked, number)).join('；'),
  }
}

function announcedIn(entry: MarkCase['entry'], madeOn: PlainDate | undefined): string {
  const day =
    entry === null || madeOn === undefined || entry.spans.every((span) => span.from > madeOn) ? null : announcedOn(entry, madeOn)
  return day === null ? '的公告日台账未记载' : `于${dayInWords(day)}公告`
}

const named = (name: string, text: string | null | undefined) => (text === null || text === undefined ? {} : { [name]: text })
const namedDay = (name: string, day: PlainDate | null | undefined) => (day ? { [name]: dayInWords(day) } : {})

function faultSentence(fault: Fault, asked: AskedMark, number: MarkedNumber): string {
  if (fault !== 'kind-differs') return faultWords[fault]
  const claimed = rightNouns[(asked.claimed ?? number.kind)!]
  return `标明的类别为${claimed}，号码显示为${rightNouns[number.reading.right!]}`
}

/** What a number says of itself without any register: form, year, kind, check digit. */
function toldByNumber(asked: AskedMark, number: MarkedNumber): string {
  const { kind, right, year, checkDigit } = number.reading
  const claimed = asked.claimed ?? number.kind
  const form = kind === 'publication-number' ? '公开（公告）号' : kind === 'patent-number' ? '专利号' : '申请号'
  const parts = [`所标为${form}`]
  if (year !== null) parts.push(`${year}年申请`)
  if (right !== null) parts.push(`类别为${rightNouns[right]}`)
  if (checkDigit) parts.push(checkDigit.given === null ? `未标注校验位（应为${checkDigit.expected}）` : '校验位相符')
  if (claimed !== null && right !== null && claimed !== right) parts.push(`与标明的${rightNouns[claimed]}不一致`)
  return parts.join('，')
}
