import { parseArgs } from 'node:util'
import { identifyNumber } from '#modules/patents'
import { answerEachLine } from './each-line.ts'

/** `check-number TEXT [--json]`, or `-` for one number a line. Starts no database. A wrong check digit is an answer, not a refusal. */
export async function checkNumber(words: readonly string[]): Promise<void> {
  const { json, help, texts } = readWords(words)
  if (help) return void process.stdout.write(usage)
  if (texts.length !== 1) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  if (texts[0] === '-') return answerEachLine((line) => (line.trim() === '' ? { error: '空行' } : identifyNumber(line)))
  const read = identifyNumber(texts[0]!)
  process.stdout.write(json ? `${JSON.stringify(read)}\n` : `${inWords(read)}\n`)
}

const usage = '用法：zhizhou check-number 号码 [--json]；批量核对用“-”，每行一个号码。\n'

/** Where and as whom a command works means nothing here, but may be said as with every other. */
function readWords(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        data: { type: 'string' },
        as: { type: 'string' },
      },
    })
    return { json: values.json, help: values.help, texts: positionals }
  } catch {
    return { json: false, help: false, texts: [] }
  }
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
