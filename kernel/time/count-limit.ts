import { done, type Outcome, refuse } from '#kernel/outcome'
import type { CountedLimit, LimitRefusal, LimitRun, LimitStep, LimitTerms, LimitUnit, Span } from './limit.ts'
import { addDays, addYears, daysBetween, type PlainDate } from './plain-date.ts'
import {
  addWholeAndHalfMonths,
  type CountedAs,
  countUpTo,
  countWorkdays,
  countWorkdaysBack,
  type RunningCount,
  startCount,
} from './running-count.ts'
import { nextWorkday, type WorkCalendar } from './work-calendar.ts'

/**
 * When a limit (期限) is due, and why. The day of the event does not count; suspended days do not count while the count
 * runs (working days skip them, calendar days, months and years end so many days later); each extension goes on from the
 * end it finds; the end rolls to a working day once, last.
 *
 * Refused where the limit needs what is not given (a time of day, the day of an extension without number), where it is
 * extended further than its terms allow, and where it cannot be suspended or extended at all (hours; what counts back).
 */
export function countLimit(terms: LimitTerms, run: LimitRun, calendar: WorkCalendar): Outcome<CountedLimit, LimitRefusal> {
  const moved = (run.suspended?.length ?? 0) > 0 || (run.extended ?? 0) > 0 || run.extendedTo !== undefined
  if (moved && (terms.unit === 'H' || terms.counted === 'before'))
    return refuse({ code: 'runs-on', unit: terms.unit, counted: terms.counted })
  if (terms.unit === 'H') return countHours(terms.n, run, calendar)
  if (terms.counted === 'before') return done(finish(terms, countBack(terms, run.from, calendar), calendar))
  const first = go(startCount(run.from, run.suspended ?? []), terms, { kind: 'counted' }, calendar)
  const extended = extend(terms, run, first, calendar)
  return extended.done ? done(finish(terms, extended.value, calendar)) : extended
}

/** The day `span` after this one, or before it where `direction` is -1; not rolled. */
function reach(day: PlainDate, { n, unit }: { readonly n: number; readonly unit: LimitUnit }, direction: 1 | -1): PlainDate {
  if (unit === 'Y') return addYears(day, n * direction)
  return unit === 'M' ? addWholeAndHalfMonths(day, n * direction) : addDays(day, n * direction)
}

function go(count: RunningCount, span: Span, as: CountedAs, calendar: WorkCalendar): RunningCount {
  return span.unit === 'WD' ? countWorkdays(count, span.n, as, calendar) : countUpTo(count, reach(count.end, span, 1), as)
}

/**
 * Takes the first `run.extended` steps; the last of them ends on the day that was named, if one was. With a day and no
 * number of steps, as many are taken as that day needs.
 */
function extend(
  terms: LimitTerms,
  run: LimitRun,
  first: RunningCount,
  calendar: WorkCalendar,
): Outcome<RunningCount, LimitRefusal> {
  const steps = terms.extend
  const day = run.extendedTo
  const asked = run.extended || (day === undefined ? 0 : null)
  if (steps.length < (asked ?? 1)) return refuse({ code: 'no-such-extension', asked: asked ?? 1, steps: steps.length })
  let count = first
  for (const [index, step] of steps.slice(0, asked ?? steps.length).entries()) {
    const as: CountedAs = { kind: 'extended', extension: index + 1 }
    const full = step.n === null || step.unit === null ? null : go(count, { n: step.n, unit: step.unit }, as, calendar)
    const last = index + 1 === (asked ?? steps.length)
    if (day !== undefined && (last || (asked === null && (full === null || day <= full.end)))) {
      if (day <= count.end) return refuse({ code: 'extended-to-not-later', day, end: count.end })
      if (full && day > full.end) return refuse({ code: 'extended-to-too-late', day, latest: full.end })
      const named = countUpTo(count, day, as)
      return done(full && named.end > full.end ? full : named)
    }
    if (full === null) return refuse({ code: 'needs-extended-to', step: index + 1 })
    count = full
  }
  return done(count)
}

function countBack(terms: LimitTerms, from: PlainDate, calendar: WorkCalendar): RunningCount {
  if (terms.unit === 'WD') return countWorkdaysBack(from, terms.n, calendar)
  const end = reach(from, terms, -1)
  const days = daysBetween(end, from)
  const steps: LimitStep[] = [{ kind: 'start', from, to: from, days: 0 }]
  if (days > 0) steps.push({ kind: 'counted', from: end, to: addDays(from, -1), days })
  return { end, provisional: false, steps, ahead: [] }
}

function finish(terms: LimitTerms, count: RunningCount, calendar: WorkCalendar): CountedLimit {
  // A count of working days ends on one, unless somebody named its last day.
  const rolls = terms.counted === 'after' && (terms.roll || terms.unit === 'WD')
  const due = rolls ? nextWorkday(count.end, calendar) : { day: count.end, provisional: false }
  const opensOn = terms.opens ? reach(count.end, terms.opens, -1) : null
  const grace = terms.grace ? nextWorkday(reach(count.end, terms.grace, 1), calendar) : null
  const steps = [...count.steps]
  const roll = daysBetween(count.end, due.day)
  if (roll > 0) steps.push({ kind: 'rolled', from: addDays(count.end, 1), to: due.day, days: roll })
  for (const [from, to] of count.ahead) steps.push({ kind: 'unused', from, to, days: 0 })
  if (opensOn) steps.push({ kind: 'window', from: opensOn, to: due.day, days: daysBetween(opensOn, due.day) })
  if (grace) steps.push({ kind: 'grace', from: addDays(due.day, 1), to: grace.day, days: daysBetween(due.day, grace.day) })
  return {
    dueOn: due.day,
    dueAt: null,
    opensOn,
    graceEndsOn: grace?.day ?? null,
    endsOn: count.end,
    provisional: count.provisional || due.provisional || !calendar.isSettled(due.day) || (grace?.provisional ?? false),
    steps,
  }
}

function countHours(hours: number, run: LimitRun, calendar: WorkCalendar): Outcome<CountedLimit, LimitRefusal> {
  if (run.at === undefined) return refuse({ code: 'needs-time-of-day' })
  const minutes = Number(run.at.slice(0, 2)) * 60 + Number(run.at.slice(3, 5)) + hours * 60
  const days = Math.floor(minutes / 1440)
  const dueOn = addDays(run.from, days)
  const two = (value: number) => String(value).padStart(2, '0')
  const dueAt = `${dueOn}T${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`
  return done({
    dueOn,
    dueAt,
    opensOn: null,
    graceEndsOn: null,
    endsOn: dueOn,
    provisional: !calendar.isSettled(dueOn),
    steps: [{ kind: 'hours', from: run.from, to: dueOn, days }],
  })
}
