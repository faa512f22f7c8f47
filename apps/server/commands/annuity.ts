import { parseArgs } from 'node:util'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { type PlainDate, readPlainDate, yearOf } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { annuity, compensationAnnuity, patentWords, restoration, shippedFees } from '#modules/patents'
import { sentenceOf } from '#platform/http'
import { type Asked, annuityLines, type BadRequest, type Register } from './annuity-answer.ts'
import { answerEachLine, readRequest } from './each-line.ts'
import { answer } from './say.ts'

const usage =
  '用法：zhizhou annuity --right invention|utility-model|design --filed 日期 --granted 日期 --year 年度 [--paid 日期] [--reduction 0.85|0.7] [--open-licence 日期..日期] [--json]；查询台账中的专利用 zhizhou annuity 号码 --on 日期；批量查询用“-”。'

/**
 * `annuity --right …`, or `-` for one JSON request a line: reckoned from what is given and the shipped fees, without a database.
 * Batch lines with a `number` are answered from the register, all of one state of it.
 */
export async function pureAnnuity(words: readonly string[]): Promise<void> {
  const read = readWords(words)
  if (!read.done) return badArguments(read.refusal.sentence)
  const { json, help, asked, batch } = read.value
  if (help) return void process.stdout.write(`${usage}\n`)
  if (batch) return eachLine(asked)
  const came = askAnnuity(asked)
  if (came.done) return answer({ json }, came.value, annuityLines(came.value))
  if ('sentence' in came.refusal) return badArguments(came.refusal.sentence)
  const sentence = sentenceOf(came.refusal, patentWords)
  const { code, basis = null } = came.refusal
  if (json) process.stdout.write(`${JSON.stringify({ refusal: { code, sentence, basis } })}\n`)
  else process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

function badArguments(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 2
}

/** Options that ask for something; the rest is how to answer. */
const options = {
  right: 'right',
  filed: 'filed',
  granted: 'granted',
  year: 'year',
  paid: 'paid',
  reduction: 'reduction',
  'open-licence': 'openLicence',
  'compensated-until': 'compensatedUntil',
  notice: 'notice',
  data: 'data',
  as: 'as',
} as const

function readWords(
  words: readonly string[],
): Outcome<{ readonly json: boolean; readonly help: boolean; readonly asked: Asked; readonly batch: boolean }, BadRequest> {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        ...Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }])),
      },
    })
    const batch = positionals[0] === '-'
    if (positionals.length > (batch ? 1 : 0)) return bad(usage)
    const said = values as Readonly<Record<string, string | boolean | undefined>>
    const given = Object.entries(options).flatMap(([name, member]) =>
      typeof said[name] === 'string' ? [[member, said[name]] as const] : [],
    )
    return done({ json: said.json === true, help: said.help === true, asked: Object.fromEntries(given), batch })
  } catch {
    return bad(usage)
  }
}

const bad = (sentence: string) => refuse({ code: 'bad-request', sentence } as const)

/** The answer to one request, or why there is none: a rule's refusal, or what is wrong with the request itself. */
function askAnnuity(asked: Asked): Outcome<object, Refusal | BadRequest> {
  const { right } = asked
  if (right !== 'invention' && right !== 'utility-model' && right !== 'design')
    return bad('专利类型（right）应为invention、utility-model、design之一。')
  const [filedOn, grantedOn] = [dayOf(asked.filed), dayOf(asked.granted)]
  if (filedOn === null) return bad('请填写申请日（filed），格式如2019-03-15。')
  const paidOn = present(asked.paid) ? dayOf(asked.paid) : null
  if (paidOn === null && present(asked.paid)) return bad('缴费日（paid）不是存在的日期，格式如2026-03-16。')
  if (present(asked.compensatedUntil)) return askCompensation(asked, filedOn, paidOn)
  if (grantedOn === null) return bad('请填写授权公告日（granted），格式如2022-06-10。')
  const year = numberOf(asked.year)
  if (!Number.isInteger(year) || year < 1 || year > 99) return bad('年度（year）应为1至99的整数。')
  const reduction = present(asked.reduction) ? numberOf(asked.reduction) : 0
  if (![0, 0.7, 0.85].includes(reduction)) return bad('减缴比例（reduction）应为0.85或者0.7。')
  const openLicence = readSpan(asked.openLicence)
  if (openLicence === undefined) return bad('开放许可实施期间（open-licence）应为起止两个日期，格式如2024-08-01..2026-07-31。')
  const calendar = shippedCalendar()
  const came = annuity({ right, filedOn, grantedOn, year, paidOn, reduction, openLicence }, shippedFees(), calendar)
  if (!came.done || !present(asked.notice)) return came
  const noticeOn = dayOf(asked.notice)
  if (noticeOn === null) return bad('收到通知之日（notice）不是存在的日期。')
  const back = came.value.state === 'too-late' ? restoration({ why: 'justified', noticeOn }, shippedFees(), calendar) : null
  return done({ ...came.value, restoration: back })
}

function askCompensation(asked: Asked, filedOn: PlainDate, paidOn: PlainDate | null): Outcome<object, Refusal | BadRequest> {
  const compensatedUntil = dayOf(asked.compensatedUntil)
  if (compensatedUntil === null) return bad('补偿期限届满日（compensated-until）不是存在的日期。')
  if (asked.right !== 'invention') return refuse({ code: 'not-compensated', basis: '专利法 第四十二条第二款、第三款' })
  return compensationAnnuity({ filedOn, compensatedUntil, paidOn }, shippedFees())
}

const present = (value: unknown): boolean => value !== undefined && value !== null

/** Days far from any patent's life are misprints, and beyond 9999 no day can be reckoned. */
function dayOf(value: unknown): PlainDate | null {
  const day = typeof value === 'string' ? readPlainDate(value) : null
  return day !== null && yearOf(day) >= 1900 && yearOf(day) <= 2199 ? day : null
}

/** A number as an option or a line gives it; NaN where it is none. */
const numberOf = (value: unknown): number =>
  typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : typeof value === 'number' ? value : Number.NaN

/** `A..B` or `[A, B]`; null where none is given, undefined where it is no span of days. */
function readSpan(value: unknown): readonly [PlainDate, PlainDate] | null | undefined {
  if (!present(value)) return null
  const parts: unknown[] = typeof value === 'string' ? value.split('..') : Array.isArray(value) ? value : []
  const [from, to] = [dayOf(parts[0]), dayOf(parts[1])]
  return parts.length === 2 && from !== null && to !== null && from <= to ? [from, to] : undefined
}

/**
 * One request a line in JSON, one answer a line in order; a bad line answers `{ error }` in its place. The register is opened for the
 * first line that names a `number`, and read in one state of it.
 */
async function eachLine(given: Asked): Promise<void> {
  let register: Promise<Register> | undefined
  try {
    await answerEachLine(async (line) => {
      const read = readRequest(line)
      if ('error' in read) return read
      const { number, on } = read.asked
      if (number === undefined || number === null) return answered(askAnnuity({ ...given, ...read.asked }))
      if (typeof number !== 'string') return { error: '号码（number）应为文字。' }
      register ??= import('./annuity-register.ts').then(({ openRegister }) => openRegister(given))
      return answered(await (await register).ask(number, on))
    })
  } finally {
    await (await register)?.close()
  }
}

function answered(came: Outcome<object, Refusal | BadRequest>): object {
  if (came.done) return came.value
  if ('sentence' in came.refusal) return { error: came.refusal.sentence }
  const { code, basis = null } = came.refusal
  const sentence = sentenceOf(came.refusal, patentWords)
  return { error: sentence, refusal: { code, sentence, basis } }
}
