import { type Period, type PlainDate, readPlainDate, yearOf } from '#kernel/time'
import type { LimitQuestion } from '#modules/calendar'
import { BadArguments } from './say.ts'

/** The members of a question, on a batch line and as the options' names in camelCase. */
const members = ['rule', 'from', 'alternativeFrom', 'extended', 'extendedTo', 'suspended']

/**
 * The question that a JSON object asks: `{ rule, from, alternativeFrom?, extended?, extendedTo?, suspended?: [[A, B]] }`.
 * Throws `BadArguments` with one clear sentence where it asks none.
 */
export function readQuestion(asked: unknown): LimitQuestion {
  if (typeof asked !== 'object' || asked === null || Array.isArray(asked)) throw new BadArguments('每行应为一个JSON对象。')
  const given = asked as Readonly<Record<string, unknown>>
  const unknown = Object.keys(given).find((key) => !members.includes(key))
  if (unknown !== undefined) throw new BadArguments(`没有“${unknown}”这一项，可用的有${members.join('、')}。`)
  if (typeof given.rule !== 'string' || given.rule === '') throw new BadArguments('请写明期限的编号（rule），例如clue.verify。')
  const { day: from, at } = readMoment(given.from)
  const extended = readExtended(given.extended)
  const extendedTo = present(given.extendedTo) ? readDay(given.extendedTo, '延长到的日期') : undefined
  return {
    rule: given.rule,
    from,
    ...(at !== undefined && { at }),
    ...(present(given.alternativeFrom) && { alternativeFrom: readDay(given.alternativeFrom, '另一起算日') }),
    // “延长” with a day and no number: as many steps as the day needs.
    ...(extended !== false && !(extended === true && extendedTo) && { extended: extended === true ? 1 : extended }),
    ...(extendedTo && { extendedTo }),
    ...(present(given.suspended) && { suspended: readPeriods(given.suspended) }),
  }
}

const present = (value: unknown): boolean => value !== undefined && value !== null

function readMoment(value: unknown): { readonly day: PlainDate; readonly at?: string } {
  const found = typeof value === 'string' ? /^(.*?)(?:[T ]([01]\d|2[0-3]):([0-5]\d))?$/u.exec(value.trim()) : null
  const day = readDay(found?.[1], '起算日')
  return found?.[2] === undefined ? { day } : { day, at: `${found[2]}:${found[3]}` }
}

function readDay(value: unknown, what: string): PlainDate {
  const day = typeof value === 'string' && !/\d[T ]|:/.test(value) ? readPlainDate(value) : null
  if (day === null) throw new BadArguments(`${what}应为存在的日期，例如2026-09-21。`)
  if (yearOf(day) < 1900 || yearOf(day) > 2199) throw new BadArguments(`${what}应在1900年至2199年之间。`)
  return day
}

function readExtended(value: unknown): number | boolean {
  if (!present(value) || value === false || value === 0) return false
  if (value === true) return true
  const steps = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof steps === 'number' && Number.isInteger(steps) && steps >= 1 && steps <= 9) return steps
  throw new BadArguments('延长次数应为1至9的整数。')
}

function readPeriods(value: unknown): Period[] {
  if (!Array.isArray(value) || value.length > 1000) throw new BadArguments('不计入期限的期间应为[[起日, 止日]]。')
  return value.map((period: unknown): Period => {
    if (!Array.isArray(period) || period.length !== 2) throw new BadArguments('不计入期限的期间应为[[起日, 止日]]。')
    const [first, last] = [readDay(period[0], '期间的起日'), readDay(period[1], '期间的止日')]
    if (last < first) throw new BadArguments(`不计入期限的期间起日${first}晚于止日${last}。`)
    return [first, last]
  })
}
