import type { Outcome, Refusal } from '#kernel/outcome'

/** A request as batch lines bear it; the options of the single request have the same names. */
export type Asked = Readonly<Record<string, unknown>>

/** The register in one state of it. */
export interface Register {
  readonly ask: (number: string, on: unknown) => Promise<Outcome<object, Refusal | BadRequest>>
  readonly close: () => Promise<void>
}

export interface BadRequest {
  readonly code: 'bad-request'
  readonly sentence: string
}

const names: Readonly<Record<string, string>> = {
  year: '年度',
  dueOn: '应缴日',
  graceEndsOn: '滞纳金缴纳期届满日',
  dueBefore: '应在此日前缴纳',
  fullYears: '补偿期满年数',
  fee: '年费（元）',
  payable: '减缴后（元）',
  lateFee: '滞纳金（元）',
  total: '合计（元）',
  expiresOn: '专利权期满日',
  state: '缴费情况',
  basis: '依据',
  restoration: '恢复权利',
}
const states: Readonly<Record<string, string>> = {
  'not-due': '待缴',
  'on-time': '按期缴纳',
  'in-grace': '在滞纳金缴纳期内补缴',
  'too-late': '已超过缴纳期限',
  'paid-at-grant': '办理登记手续时缴纳',
}

/** A line for each member that says something, in the order of the answer. */
export function annuityLines(value: object): string[] {
  const lines = Object.entries(value).flatMap(([name, member]) => {
    if (names[name] === undefined || member === null) return []
    if (name === 'state') return [`缴费情况：${states[String(member)] ?? String(member)}`]
    if (name === 'restoration')
      return [
        `恢复权利：${(member as { requestBy: string; fee: number }).requestBy}前请求，恢复费${(member as { fee: number }).fee}元`,
      ]
    return [`${names[name]}：${String(member)}`]
  })
  return 'provisional' in value && value.provisional === true
    ? [...lines, '暂定：所涉年度的节假日安排尚未公布，以公布后的工作日为准。']
    : lines
}
