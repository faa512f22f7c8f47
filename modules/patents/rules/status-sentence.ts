import { dayOf, monthOf, type PlainDate, yearOf } from '#kernel/time'
import type { Right } from './fields.ts'
import { type Status, type StatusSpan, statusOn } from './status.ts'
import { termEnd } from './terms.ts'

/** What the sentence about a right's status rests on. */
export interface StatusFacts {
  readonly right: Right | null
  readonly filedOn: PlainDate | null
  /** 专利权人, or who applied. */
  readonly holders: readonly string[]
  readonly spans: readonly StatusSpan[]
  readonly today: PlainDate
  /** The latest day that a source of the record speaks of. */
  readonly asOf: PlainDate
  /** Whether a source says that something happened on this day; else the day is only that on which the source spoke. */
  readonly happenedOn: (day: PlainDate) => boolean
}

/** 2020年8月25日. */
export const dayInWords = (day: PlainDate): string => `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`

const nouns: Readonly<Record<Right, string>> = { invention: '发明专利', 'utility-model': '实用新型专利', design: '外观设计专利' }

/**
 * Where the right stands, since when, why and as of which data, in one sentence: 「截至2020年8月25日台账数据，该发明专利权处于有效
 * 状态…」. The register is no extract of the patent roll, and the sentence says so where a right is or was in force.
 */
export function statusSentence(facts: StatusFacts): string {
  const { status, because } = statusOn(facts.spans, facts.today)
  const noun = `该${facts.right === null ? '专利' : nouns[facts.right]}`
  const head = `截至${dayInWords(facts.asOf)}台账数据，`
  if (because === null) return `台账中没有${noun}法律状态的数据，状态不明。请查询国家知识产权局登记信息。`
  if (status === 'pending') return `${head}${pending(facts, noun)}。`
  const span = facts.spans.findLast((one) => one.from <= facts.today)!
  return `${head}${standing(facts, span, noun)}。用于案件办理的，请另行调取专利登记簿副本。`
}

function pending({ filedOn, holders }: StatusFacts, noun: string): string {
  const filed = filedOn === null ? '' : `于${dayInWords(filedOn)}提出，`
  return `${noun}申请${filed}处于审查阶段，尚未授权${by('申请人', holders)}`
}

function standing(facts: StatusFacts, span: StatusSpan, noun: string): string {
  const said = span.because.startsWith('said:') ? span.because.slice('said:'.length) : null
  const source = said === null ? '' : `（来源标注“${said}”）`
  const since = facts.happenedOn(span.from) || said === null ? `已于${dayInWords(span.from)}` : '已'
  const sentences: Readonly<Record<Exclude<Status, 'pending'>, () => string>> = {
    'in-force': () => `${noun}权处于有效状态${by('专利权人', facts.holders)}`,
    'in-grace': () => `${noun}权未按期缴纳年费，处于滞纳金缴纳期内，尚未终止${by('专利权人', facts.holders)}`,
    lapsed: () =>
      span.toldOn === undefined
        ? `${noun}权${since}因未缴纳年费终止`
        : `${noun}权已于${dayInWords(span.from)}因未缴纳年费终止（来源于${dayInWords(span.toldOn)}标注，终止自年费缴费期满之日起算）`,
    expired: () => expired(facts, span, noun),
    invalidated: () => `${noun}权${since}被宣告全部无效`,
    surrendered: () => `${noun}权${since}放弃${source}`,
    withdrawn: () => `${noun}申请${since}撤回或者视为撤回${source}`,
    rejected: () => `${noun}申请${since}被驳回`,
    unknown: () => unknown(span, noun, said),
  }
  return sentences[span.status as Exclude<Status, 'pending'>]()
}

function unknown({ from, because }: StatusSpan, noun: string, said: string | null): string {
  const since = `自${dayInWords(from)}起状态不明`
  if (because === 'not-confirmed-since') return `${noun}权当时处于有效状态；此后的年费缴纳情况未经来源确认，${since}`
  if (because.startsWith('grace-over:'))
    return `来源标注${noun}权“${because.slice('grace-over:'.length)}”，滞纳金缴纳期已届满，是否补缴未经来源确认，${since}`
  if (because === 'lapse-day-unknown') return `${noun}权因未缴纳年费终止，终止于哪一年度未经来源说明，${since}`
  if (because === 'compensation-unpaid') return `${noun}权二十年期限已届满，补偿期年费缴纳情况未经来源确认，${since}`
  return `来源标注${noun}权“${said ?? ''}”，未说明终止的原因，状态不明`
}

function expired(facts: StatusFacts, span: StatusSpan, noun: string): string {
  const end = termEnd(facts)
  if (end === null || end.on > facts.today) return `${noun}权期限已届满`
  return `${noun}权期限已于${dayInWords(end.on)}届满（${end.basis}），${span.because === 'term-ended' ? '专利权终止' : '来源标注与之相符'}`
}

const by = (role: string, names: readonly string[]): string => (names.length === 0 ? '' : `，${role}为${names.join('、')}`)
