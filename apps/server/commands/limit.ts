import type { Refusal } from '#kernel/outcome'
import type { LimitAnswer, LimitEntry } from '#modules/calendar'
import {
  answerEntry,
  calendarWords,
  limitOn,
  sayDay,
  sayWeekday,
  shippedCalendar,
  shippedLimits,
  shippedRates,
} from '#modules/calendar'
import { answerEachLine, readRequest } from './each-line.ts'
import { readQuestion } from './limit-question.ts'
import { answer, BadArguments } from './say.ts'

const usage =
  '用法：zhizhou limit 期限编号 --from 日期[T时:分] [--extended [次数]] [--extended-to 日期] [--suspended 起日..止日 …] [--alternative-from 日期] [--json]；批量计算用“-”，每行一个JSON对象。'

/** What another request would not have met: bad arguments, not a refusal of the law's. */
const incomplete: readonly string[] = ['unknown-limit', 'needs-time-of-day', 'needs-extended-to', 'no-alternative']

/**
 * `limit RULE --from DATE …`, or `-` for one JSON question a line: when a limit is due and why, by the shipped catalogue and
 * calendar. Starts no database.
 */
export async function limit(words: readonly string[]): Promise<void> {
  try {
    const { json, batch, help, asked } = readWords(words)
    if (help) return void process.stdout.write(`${usage}\n`)
    if (batch) return await answerEachLine(answerLine)
    const came = ask(asked)
    if ('refusal' in came) turnAway(json, came.refusal)
    else answer({ json }, came.answer, inWords(came.answer, came.entry))
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
}

interface Told {
  readonly answer: LimitAnswer
  readonly entry: LimitEntry
}

function ask(asked: unknown): Told | { readonly refusal: Refusal } {
  const question = readQuestion(asked)
  const rate = shippedRates().find(({ id }) => id === question.rule)
  if (rate) return { refusal: { code: 'no-due-day', ...{ name: rate.name }, basis: rate.basis } }
  const found = limitOn(shippedLimits(), question.rule, question.from)
  if (!found.done) return turned(found.refusal)
  const came = answerEntry(found.value, question, shippedCalendar())
  return came.done ? { answer: came.value, entry: found.value } : turned(came.refusal)
}

function turned(refusal: Refusal): { readonly refusal: Refusal } {
  if (incomplete.includes(refusal.code)) throw new BadArguments(sentenceFor(refusal))
  return { refusal }
}

function answerLine(line: string): object {
  const read = readRequest(line)
  if ('error' in read) return read
  try {
    const came = ask(read.asked)
    if (!('refusal' in came)) return came.answer
    return { error: sentenceFor(came.refusal), refusal: told(came.refusal) }
  } catch (error) {
    if (error instanceof BadArguments) return { error: error.message }
    throw error
  }
}

function turnAway(json: boolean, refusal: Refusal): void {
  if (json) process.stdout.write(`${JSON.stringify({ refusal: told(refusal) })}\n`)
  else process.stderr.write(`${sentenceFor(refusal)}\n`)
  process.exitCode = 1
}

const told = (refusal: Refusal) => ({ code: refusal.code, sentence: sentenceFor(refusal), basis: refusal.basis ?? null })

const sentenceFor = (refusal: Refusal): string =>
  (calendarWords as Readonly<Record<string, (facts: Refusal) => string>>)[refusal.code]!(refusal)

const valued: Readonly<Record<string, string>> = {
  '--from': 'from',
  '--extended-to': 'extendedTo',
  '--alternative-from': 'alternativeFrom',
  '--data': '',
  '--as': '',
}

interface Words {
  readonly json: boolean
  readonly batch: boolean
  readonly help: boolean
  readonly asked: Readonly<Record<string, unknown>>
}

function readWords(words: readonly string[]): Words {
  const asked: Record<string, unknown> = {}
  const suspended: string[][] = []
  const rules: string[] = []
  let [json, help] = [false, false]
  const rest = words.flatMap((word) =>
    /^--[a-z-]+=/.test(word) ? [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] : [word],
  )
  const isPeriod = (word: string | undefined) => word?.includes('..') === true
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const member = valued[word]
    if (member !== undefined) {
      const value = rest.shift()
      if (value === undefined) throw new BadArguments(`选项“${word}”后面缺少内容。`)
      if (member) asked[member] = value
    } else if (word === '--json') json = true
    else if (word === '--help' || word === '-h') help = true
    else if (word === '--extended') asked.extended = /^\d+$/.test(rest[0] ?? '') ? rest.shift() : true
    else if (word === '--suspended') {
      if (!isPeriod(rest[0])) throw new BadArguments('选项“--suspended”后面应为起日..止日，例如2026-09-01..2026-09-12。')
      while (isPeriod(rest[0])) suspended.push(rest.shift()!.split('..'))
    } else if (word !== '-' && word.startsWith('-')) throw new BadArguments(`没有“${word}”这个选项。${usage}`)
    else rules.push(word)
  }
  if (help || (rules.length === 1 && rules[0] === '-')) return { json, batch: !help, help, asked }
  if (rules.length !== 1) throw new BadArguments(usage)
  return { json, batch: false, help, asked: { ...asked, rule: rules[0], ...(suspended.length && { suspended }) } }
}

function inWords(told: LimitAnswer, { body, certainty }: LimitEntry): string[] {
  const lines = [`${body.name}（${told.rule}）：${body.deed}`]
  if (told.opensOn) lines.push(`可以办理的首日：${sayDay(told.opensOn)}`)
  lines.push(
    told.dueAt
      ? `届满时刻：${sayDay(told.dueOn)}${told.dueAt.slice(11)}`
      : `${body.kind === 'minimum' ? '最早届满日' : '届满日'}：${sayDay(told.dueOn)}（${sayWeekday(told.dueOn)}）`,
  )
  if (told.graceEndsOn) lines.push(`宽限期届满日：${sayDay(told.graceEndsOn)}`)
  if (told.provisional) lines.push('暂定：所涉年度的放假安排尚未公布，公布后重新计算。')
  lines.push(`依据：${told.basis}${certainty === 'unverified' ? '（未经核实）' : ''}`)
  if (body.condition) lines.push(`适用情形：${body.condition.name}`)
  if (body.onExpire) lines.push(`期满后果：${body.onExpire.name}`)
  if (body.remark) lines.push(`说明：${body.remark}`)
  return [...lines, '计算过程：', ...told.steps.map(({ from, to, note }) => `  ${from}${to === from ? '' : `至${to}`}　${note}`)]
}
