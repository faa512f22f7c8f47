import {
  addDays,
  dayOf,
  type LimitStep,
  type LimitUnit,
  type PlainDate,
  type Span,
  type WorkCalendar,
  weekday,
} from '#kernel/time'
import type { Extender, Limit } from './limit.ts'
import { sayDay, sayShortDay } from './say-day.ts'

const units: Readonly<Record<LimitUnit, string>> = { H: '小时', D: '日', WD: '个工作日', M: '个月', Y: '年' }

/** 15个工作日, 2个月15日, 30日 */
export function saySpan({ n, unit }: Span): string {
  const whole = Math.trunc(n)
  return whole === n ? `${n}${units[unit]}` : `${whole}${units[unit]}15日`
}

const extenders: Readonly<Record<Extender, string>> = {
  head: '机关负责人批准',
  collective: '机关负责人集体讨论决定',
  superior: '上一级机关批准',
  foi_head: '政府信息公开工作机构负责人同意',
  approval: '批准',
}

/** Why a step stands in the count, as one plain sentence. */
export function noteOf(step: LimitStep, limit: Limit, steps: readonly LimitStep[], calendar: WorkCalendar): string {
  switch (step.kind) {
    case 'start':
      return `${sayDay(step.from)}为${limit.event.name}，不计入期限。`
    case 'counted':
      return limit.counted === 'before' ? backNote(step, limit, calendar) : countedNote(step, limit, limit, steps, calendar)
    case 'extended': {
      const extension = limit.extend[(step.extension ?? 1) - 1]!
      const span = extension.n === null || extension.unit === null ? null : { n: extension.n, unit: extension.unit }
      return `第${step.extension}次延长（经${extenders[extension.by]}），${countedNote(step, limit, span, steps, calendar)}`
    }
    case 'day-off':
      return `${offDays(step, calendar)}，不计入工作日。`
    case 'suspended':
      return `${limit.stop.length ? '' : '该期限未规定不计入期限的事由，请核实。'}不计入期限的期间${step.days}日，期限在此期间不进行。`
    case 'rolled':
      return `期满日${sayDay(addDays(step.from, -1))}不是工作日，顺延至${sayDay(step.to)}。`
    case 'due':
      return `最迟于当日办理，与${sayDay(steps[0]!.from)}之间留足${limit.n}个完整工作日。`
    case 'hours':
      return `自${limit.event.name}起${limit.n}小时，连续计算，节假日不扣除。`
    case 'unused':
      return '该期间不在期限进行期间，不影响期满日。'
    case 'window':
      return `自${sayDay(step.from)}起可以办理。`
    case 'grace':
      return `期满后的宽限期${limit.grace ? saySpan(limit.grace) : ''}，至${sayDay(step.to)}届满。`
  }
}

function countedNote(
  step: LimitStep,
  limit: Limit,
  span: Span | null,
  steps: readonly LimitStep[],
  calendar: WorkCalendar,
): string {
  if (limit.unit === 'WD' && (span === null || span.unit === 'WD'))
    return `计入${step.days}个工作日。${madeUp(step, calendar)}${localDays(step, calendar)}`
  if (span === null) return `至指定的${sayDay(step.to)}，计入${step.days}日。`
  const parts = steps.filter((one) => one.kind === step.kind && one.extension === step.extension).length
  if (span.unit === 'D' || parts > 1 || step.days === 0) return `计入${step.days}日，节假日不扣除。`
  const before = addDays(step.from, -1)
  return `${saySpan(span)}，至${sayDay(step.to)}届满${dayOf(step.to) === dayOf(before) ? '' : '（当月没有相应日的，以当月最后一日为期满日）'}。`
}

function backNote(step: LimitStep, limit: Limit, calendar: WorkCalendar): string {
  if (limit.unit === 'WD') return `计入${step.days}个工作日。${madeUp(step, calendar)}${localDays(step, calendar)}`
  return `自${sayDay(addDays(step.to, 1))}向前推算${saySpan(limit)}，至${sayDay(step.from)}。`
}

/** 9月25日至9月27日中秋节放假3日 */
function offDays(step: LimitStep, calendar: WorkCalendar): string {
  const said: string[] = []
  for (const day of daysOf(step)) {
    const name = calendar.nameOf?.(day) ?? (weekday(day) > 5 ? '周末' : '节假日')
    if (!said.includes(name)) said.push(name)
  }
  return `${said.map((name) => (name === '周末' ? '周末休息' : `${name}放假`)).join('、')}${step.days}日`
}

function madeUp(step: LimitStep, calendar: WorkCalendar): string {
  const days = daysOf(step).filter((day) => weekday(day) > 5 && calendar.isWorkday(day))
  return days.length ? `其中${days.map(sayShortDay).join('、')}为调休上班日。` : ''
}

function localDays(step: LimitStep, calendar: WorkCalendar): string {
  const days = daysOf(step).filter((day) => calendar.isLocalHoliday(day))
  return days.map((day) => `${sayShortDay(day)}为${calendar.nameOf?.(day) ?? '地方节假日'}，法定期限照常计算。`).join('')
}

function daysOf({ from, to }: LimitStep): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
