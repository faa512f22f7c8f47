import type { LimitStep, LimitStepKind, Period } from './limit.ts'
import { joinPeriods } from './periods.ts'
import { addDays, addMonths, daysBetween, type PlainDate } from './plain-date.ts'
import { addWorkdays, type WorkCalendar } from './work-calendar.ts'

/** A count that runs on from the event's day, extension by extension, and writes down why it stands where it does. */
export interface RunningCount {
  readonly end: PlainDate
  readonly provisional: boolean
  readonly steps: readonly LimitStep[]
  /** Suspended days the count has not met yet, joined and in order. */
  readonly ahead: readonly Period[]
}

/** What days are counted as: by the limit itself, or by which of its extensions. */
export interface CountedAs {
  readonly kind: 'counted' | 'extended'
  readonly extension?: number
}

/** The count before its first day: the event's own day does not count, nor do suspended days up to it. */
export function startCount(from: PlainDate, suspended: readonly Period[]): RunningCount {
  const ahead = joinPeriods(suspended).flatMap(([first, last]): Period[] =>
    last <= from ? [] : [[first > from ? first : addDays(from, 1), last]],
  )
  return { end: from, provisional: false, steps: [{ kind: 'start', from, to: from, days: 0 }], ahead }
}

/** `n` working days more; suspended days are skipped. */
export function countWorkdays(count: RunningCount, n: number, as: CountedAs, calendar: WorkCalendar): RunningCount {
  const steps = [...count.steps]
  const ahead = [...count.ahead]
  let { end, provisional } = count
  for (let left = n; left > 0; ) {
    const day = addDays(end, 1)
    const next = ahead[0]
    if (next && next[0] <= day) {
      append(steps, 'suspended', day, next[1])
      end = next[1]
      ahead.shift()
      continue
    }
    provisional ||= !calendar.isSettled(day)
    if (calendar.isWorkday(day)) {
      append(steps, as.kind, day, day, as.extension)
      left--
    } else append(steps, 'day-off', day, day)
    end = day
  }
  return { end, provisional, steps, ahead }
}

/** Calendar days up to `end` and as many more as are suspended on the way. */
export function countUpTo(count: RunningCount, end: PlainDate, as: CountedAs): RunningCount {
  const steps = [...count.steps]
  const ahead = [...count.ahead]
  let done = count.end
  let to = end
  while (ahead[0] && ahead[0][0] <= to) {
    const [first, last] = ahead.shift()!
    if (first > addDays(done, 1)) append(steps, as.kind, addDays(done, 1), addDays(first, -1), as.extension)
    append(steps, 'suspended', first, last)
    to = addDays(to, daysBetween(first, last) + 1)
    done = last
  }
  if (to > done) append(steps, as.kind, addDays(done, 1), to, as.extension)
  return { end: to, provisional: count.provisional, steps, ahead }
}

/** Months to the corresponding day, the last of the month where there is none; half a month is 15 days. */
export function addWholeAndHalfMonths(day: PlainDate, months: number): PlainDate {
  const whole = Math.trunc(months)
  return addDays(addMonths(day, whole), (months - whole) * 30)
}

/** The days before an event: `n` whole working days between, and the last working day ahead of them. */
export function countWorkdaysBack(from: PlainDate, n: number, calendar: WorkCalendar): RunningCount {
  const steps: LimitStep[] = [{ kind: 'start', from, to: from, days: 0 }]
  const { day: end, provisional } = addWorkdays(from, -(n + 1), calendar)
  for (let day = addDays(from, -1); day > end; day = addDays(day, -1))
    prepend(steps, calendar.isWorkday(day) ? 'counted' : 'day-off', day)
  steps.push({ kind: 'due', from: end, to: end, days: 1 })
  return { end, provisional, steps, ahead: [] }
}

function append(steps: LimitStep[], kind: LimitStepKind, from: PlainDate, to: PlainDate, extension?: number): void {
  const last = steps.at(-1)
  const days = daysBetween(from, to) + 1
  if (last?.kind === kind && last.extension === extension && kind !== 'start')
    steps[steps.length - 1] = { ...last, to, days: last.days + days }
  else steps.push(extension === undefined ? { kind, from, to, days } : { kind, from, to, days, extension })
}

function prepend(steps: LimitStep[], kind: LimitStepKind, day: PlainDate): void {
  const last = steps.at(-1)!
  if (last.kind === kind) steps[steps.length - 1] = { ...last, from: day, days: last.days + 1 }
  else steps.push({ kind, from: day, to: day, days: 1 })
}
