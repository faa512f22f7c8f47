import type { PlainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import type { CheckDigit } from '../numbers.ts'
import { groupNumber } from '../numbers.ts'
import { type Status, statusOn } from '../status.ts'
import { dayInWords } from '../status-sentence.ts'
import { rightNouns } from './case-facts.ts'
import { markKey } from './check-mark.ts'
import { type MarkedNumber, readMark } from './read-mark.ts'
import type { MarkRegister, RegisterEntry } from './types.ts'

/** What the public is told of a marked number (公众核验): status, holder, source and day; no verdict on anybody. */
export interface PublicMark {
  readonly canonical: string | null
  readonly right: Right | null
  readonly checkDigit: CheckDigit | null
  /** Null where the register open to the public does not have it. */
  readonly status: Status | null
  readonly holders: readonly string[]
  readonly source: string | null
  readonly asOf: PlainDate | null
  readonly sentence: string
  /** What counts as proof. */
  readonly proof: string
}

const proof = '证明专利权状况，以国家知识产权局出具的专利登记簿副本为准（专利法实施细则 第一百零六条）。'

/**
 * Answers the public about each number of a mark as of a day; one answer without a number where none can be read. `register` is the
 * public projection.
 */
export function publicAnswer(text: string, register: MarkRegister, on: PlainDate): PublicMark[] {
  const { numbers } = readMark(text)
  if (numbers.length > 0) return numbers.map((number) => answerOf(number, register, on))
  return [{ ...nothing, sentence: '未能识别出专利号码。请输入产品或者包装上标注的完整号码，例如“ZL 2016 1 0259567.X”。', proof }]
}

const nothing = { canonical: null, right: null, checkDigit: null, status: null, holders: [], source: null, asOf: null } as const

function answerOf(number: MarkedNumber, register: MarkRegister, on: PlainDate): PublicMark {
  const { canonical, right, checkDigit, kind } = number.reading
  const read = { ...nothing, canonical, right, checkDigit, proof }
  if (kind === 'unknown')
    return { ...read, sentence: `所输号码“${number.printed}”位数不符或者不完整，无法查询。请核对产品上标注的号码。` }
  if (checkDigit?.valid === false) return { ...read, sentence: wrongDigit(checkDigit) }
  const key = markKey(number)
  if (key === null)
    return { ...read, sentence: `所输号码“${number.printed}”不是专利号、专利申请号或者专利公开（公告）号，无法查询。` }
  const entry = register(key)
  return entry === null ? { ...read, sentence: unknownHere(number) } : { ...read, ...told(entry, on) }
}

const wrongDigit = ({ given, expected }: CheckDigit): string =>
  `该号码的校验位与其他数字不符（所输为${given}，按规则应为${expected}），可能是印刷、抄写或者输入有误。请对照产品重新输入；确系如此标注的，可以向当地市场监督管理部门反映。`

function unknownHere({ reading: { canonical, right, year } }: MarkedNumber): string {
  const says = [...(year === null ? [] : [`${year}年申请`]), ...(right === null ? [] : [`类别为${rightNouns[right]}`])].join('，')
  return `本系统公开的专利数据中没有${groupNumber(canonical!)}，不代表该专利不存在。${says === '' ? '' : `号码本身显示：${says}。`}可以到国家知识产权局专利检索系统查询。`
}

function told(
  entry: RegisterEntry,
  on: PlainDate,
): Pick<PublicMark, 'right' | 'status' | 'holders' | 'source' | 'asOf' | 'sentence'> {
  const status = statusOn(entry.spans, on).status
  const noun = `该${entry.right === null ? '专利' : rightNouns[entry.right]}`
  const head = `截至${dayInWords(entry.asOf)}，本系统数据显示：${noun}${statusWords[status]}`
  const whose =
    entry.holders.length === 0 ? '' : `，${ungranted.has(status) ? '申请人' : '专利权人'}为${entry.holders.join('、')}`
  return {
    right: entry.right,
    status,
    holders: entry.holders,
    source: entry.source ?? null,
    asOf: entry.asOf,
    sentence: `${head}${whose}。`,
  }
}

const ungranted: ReadonlySet<Status> = new Set(['pending', 'withdrawn', 'rejected'])

const statusWords: Readonly<Record<Status, string>> = {
  pending: '申请处于审查阶段，尚未授权',
  'in-force': '权处于有效状态',
  'in-grace': '权处于年费滞纳金缴纳期内，尚未终止',
  lapsed: '权因未缴纳年费终止',
  expired: '权期限届满',
  invalidated: '权被宣告无效',
  surrendered: '权因放弃而终止',
  withdrawn: '申请已撤回或者视为撤回',
  rejected: '申请已被驳回',
  unknown: '目前的法律状态不明',
}
