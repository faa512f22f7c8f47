import { type PlainDate, plainDate } from '#kernel/time'

/** The articles on annuities in the text of 专利法实施细则 that holds on a day, from 2001-07-01. */
const texts = [
  { from: plainDate('0001-01-01'), text: '专利法实施细则（2001年）', first: '第九十五条', later: '第九十六条' },
  { from: plainDate('2010-02-01'), text: '专利法实施细则（2010年）', first: '第九十七条', later: '第九十八条' },
  { from: plainDate('2024-01-20'), text: '专利法实施细则', first: '第一百一十四条', later: '第一百一十五条' },
] as const

const textOn = (day: PlainDate) => texts.findLast((one) => one.from <= day)!

/** 授予专利权当年的年费. */
export function firstAnnuityBasis(grantedOn: PlainDate): string {
  const { text, first } = textOn(grantedOn)
  return `${text} ${first}`
}

/** 以后的年费、滞纳金与终止. */
export function laterAnnuityBasis(nominal: PlainDate): string {
  const { text, later } = textOn(nominal)
  return `${text} 第五条、${later}`
}
