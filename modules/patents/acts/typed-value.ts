import { done, type Outcome, refuse } from '#kernel/outcome'
import { type PlainDate, readPlainDate } from '#kernel/time'
import { readCreditCode } from '#modules/enterprises'
import { readPriorities } from '../formats/priorities.ts'
import { names, oneLine, readRight, tidy } from '../formats/values.ts'
import type { PatentFields } from '../rules/fields.ts'
import { readIpc, readLocarno } from '../rules/ipc.ts'
import { readNumber } from '../rules/numbers.ts'
import { readStatusWord } from '../rules/status-words.ts'

export type ValueRefusal = { readonly code: 'value-missing' } | { readonly code: 'value-unreadable'; readonly why: string }
type Typed = Outcome<PatentFields, ValueRefusal>
type Reader = (lines: readonly string[], today: PlainDate) => Outcome<unknown, ValueRefusal>

const unreadable = (why: string) => refuse({ code: 'value-unreadable', why } as const)
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const line: Reader = ([text]) => done(oneLine(text!))
const longText: Reader = (lines) => done(lines.join('\n'))
const list: Reader = (lines) => done(names(lines))

const day =
  ({ ahead = false } = {}): Reader =>
  ([text], today) => {
    const read = readPlainDate(text!)
    if (read === null) return unreadable(`“${short(text!)}”不是日期，请按 2026-11-22 的格式填写。`)
    return !ahead && read > today ? unreadable(`${read}晚于今天。`) : done(read)
  }

const codes =
  (read: (text: string) => string | null, shape: string): Reader =>
  (lines) => {
    const wrong = lines.find((one) => read(one) === null)
    return wrong === undefined
      ? done([...new Set(lines.map((one) => read(one)!))])
      : unreadable(`“${short(wrong)}”不是分类号，写法如 ${shape}。`)
  }

const application: Reader = ([text]) => {
  const { kind, canonical, checkDigit } = readNumber(text!)
  if (kind !== 'application-number' && kind !== 'patent-number') return unreadable(`“${short(text!)}”不是我国专利申请号。`)
  if (checkDigit?.valid === false)
    return unreadable(`号码校验位不符（填写为${checkDigit.given}，应为${checkDigit.expected}），请核对。`)
  return done(canonical!.replace(/^ZL/, ''))
}

const creditCode: Reader = ([text]) => {
  const read = readCreditCode(text!)
  if (read === null) return unreadable('不是18位统一社会信用代码。')
  if (!read.checkDigit.valid)
    return unreadable(
      `统一社会信用代码校验位不符（填写为${read.checkDigit.given}，应为${read.checkDigit.expected ?? '其他字符'}），请核对。`,
    )
  return done(read.code)
}

const right: Reader = ([text]) => {
  const read = readRight(text!)
  return read === undefined ? unreadable('请填写发明专利、实用新型或者外观设计。') : done(read)
}

const mainIpc: Reader = ([text]) => {
  const read = readIpc(text!)
  return read === null ? unreadable(`“${short(text!)}”不是 IPC 分类号，写法如 E01B 3/32。`) : done(read)
}

/** Field → how what a person wrote is read. What does not stand here is not decided by hand. */
const readers: { readonly [Name in keyof PatentFields]?: Reader } = {
  applicationNumber: application,
  right,
  title: line,
  titleTranslated: line,
  applicants: list,
  holders: list,
  inventors: list,
  address: line,
  province: line,
  city: line,
  county: line,
  creditCode,
  holderKind: line,
  agency: line,
  agents: list,
  examiner: line,
  filedOn: day(),
  grantedOn: day(),
  earliestPriorityOn: day(),
  priorities: (lines) => done(readPriorities(lines.join('\n'), '', '')),
  divisionalOf: application,
  internationalApplication: line,
  internationalPublication: line,
  nationalPhaseOn: day(),
  ipc: codes(readIpc, 'E01B 3/32'),
  mainIpc,
  locarno: codes(readLocarno, '09-03'),
  cpc: codes(readIpc, 'H01M 10/0562'),
  abstract: longText,
  firstClaim: longText,
  compensatedUntil: day({ ahead: true }),
  expiresOn: day({ ahead: true }),
  family: list,
  references: list,
}

export const isDecidable = (field: string): field is keyof PatentFields => field === 'statusWord' || field in readers

/**
 * What a person wrote for a field (另行填写), read by its kind, as the fields of an observation. Numbers must be right, days must
 * exist and not lie ahead. A status word speaks of the day written behind it, else of today.
 * Refuses value-missing and value-unreadable with the reason.
 */
export function typedValue(field: keyof PatentFields, written: readonly string[], today: PlainDate): Typed {
  const lines = written.map(tidy).filter(Boolean)
  if (lines.length === 0) return refuse({ code: 'value-missing' })
  if (field === 'statusWord') return statusOf(lines.join(' '), today)
  const read = readers[field]!(lines, today)
  return read.done ? done({ [field]: read.value } as PatentFields) : read
}

function statusOf(text: string, today: PlainDate): Typed {
  const found = /^(.*?)[\s；;，,（(]*(\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?)[）)]?$/u.exec(text)
  const statusOn = found ? readPlainDate(found[2]!) : today
  const statusWord = oneLine(found?.[1] ?? text)
  const says = readStatusWord(statusWord)
  if (says === null || says === 'unchanged')
    return unreadable(`没有认出“${short(statusWord)}”是哪种法律状态，请填写如“有效”“未缴年费终止”“驳回”，需要时在后面写明日期。`)
  if (statusOn === null) return unreadable(`“${found![2]}”不是存在的日期。`)
  return statusOn > today ? unreadable(`${statusOn}晚于今天。`) : done({ statusWord, statusOn })
}
