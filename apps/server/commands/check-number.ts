import { identifyNumber } from '#modules/patents'
import { answerEachLine } from './each-line.ts'

/** `check-number TEXT [--json]`, or `-` for one number a line. Starts no database. A wrong check digit is an answer, not a refusal. */
export async function checkNumber(words: readonly string[]): Promise<void> {
  const texts = words.filter((word) => word === '-' || !word.startsWith('-'))
  const unknown = words.find((word) => word.startsWith('-') && word !== '-' && word !== '--json' && !word.startsWith('--data'))
  const dataValue = words.indexOf('--data')
  const given = dataValue >= 0 ? texts.filter((text) => text !== words[dataValue + 1]) : texts
  if (unknown !== undefined || given.length !== 1) {
    process.stderr.write('用法：zhizhou check-number 号码 [--json]；批量核对用“-”，每行一个号码。\n')
    process.exitCode = 2
    return
  }
  if (given[0] === '-') return answerEachLine((line) => (line.trim() === '' ? { error: '空行' } : identifyNumber(line)))
  const read = identifyNumber(given[0]!)
  process.stdout.write(words.includes('--json') ? `${JSON.stringify(read)}\n` : `${inWords(read)}\n`)
}

type Reading = ReturnType<typeof identifyNumber>

const kinds: Readonly<Record<string, string>> = {
  'application-number': '专利申请号',
  'patent-number': '专利号',
  'publication-number': '公开（公告）号',
  'credit-code': '统一社会信用代码',
  'trademark-number': '商标注册号',
  unknown: '无法识别的号码',
}
const rights: Readonly<Record<string, string>> = { invention: '发明', 'utility-model': '实用新型', design: '外观设计' }

function inWords({ kind, canonical, checkDigit, right, year }: Reading): string {
  const parts = [kinds[kind] ?? kind]
  if (canonical !== null) parts.push(canonical)
  if (right !== null) parts.push(rights[right] ?? right)
  if (year !== null) parts.push(`${year}年申请`)
  if (checkDigit !== null) {
    if (checkDigit.given === null) parts.push(`未标注校验位，应为${checkDigit.expected}`)
    else parts.push(checkDigit.valid ? '校验位正确' : `校验位不符（标注为${checkDigit.given}，应为${checkDigit.expected}）`)
  }
  return parts.join('，')
}
