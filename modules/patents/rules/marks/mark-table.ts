import type { PlainDate } from '#kernel/time'
import type { MarkRow, MarkTable } from './types.ts'

/** The facts that a row's sentences may name, each with what it says; a sentence with any other is refused. */
export const markFacts: Readonly<Record<string, string>> = {
  printed: '标识上的写法',
  number: '号码',
  noun: '该发明专利、该实用新型专利、该外观设计专利',
  given: '标注的校验位',
  expected: '应有的校验位',
  year: '号码显示的申请年',
  told: '号码本身说明的内容',
  asOf: '台账数据截至日',
  holders: '专利权人或者申请人',
  maker: '标注的生产者',
  when: '知道生产日期的，“在标注时”',
  made: '生产日期',
  seen: '发现日期',
  day: '生产日期，不知道时为发现日期',
  ending: '终止的原因',
  ended: '终止日',
  announced: '终止事项公告日',
  faults: '标注方式的问题',
  why: '生产者的情况',
}

/** The version of a row that holds on a day; the newest where no day is known. Throws where the table has no such row: that is a bug. */
export function rowOn(table: MarkTable, id: string, day: PlainDate | null): MarkRow {
  const versions = table.filter((row) => row.id === id).sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
  const row =
    day === null
      ? versions.at(-1)
      : (versions.findLast((one) => (one.validFrom ?? '') <= day && (one.validTo === null || day <= one.validTo)) ?? versions[0])
  if (!row) throw new Error(`the decision table has no row ${id}`)
  return row
}

/** A sentence of the table with its facts put in; a fact that is not known leaves nothing behind. */
export function fillSentence(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')
}

/** The names of facts in a sentence that no check knows. */
export function unknownFacts(sentence: string): string[] {
  return [...sentence.matchAll(/\{([^}]*)\}/g)].map((found) => found[1]!).filter((name) => !(name in markFacts))
}
