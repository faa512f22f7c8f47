export { countLimit } from './count-limit.ts'
export type {
  CountedLimit,
  ExtensionStep,
  LimitRefusal,
  LimitRun,
  LimitStep,
  LimitStepKind,
  LimitTerms,
  LimitUnit,
  Period,
  Span,
} from './limit.ts'
export {
  addDays,
  addMonths,
  addYears,
  dayOf,
  daysBetween,
  isPlainDate,
  lastDayOfMonth,
  monthOf,
  type PlainDate,
  plainDate,
  readPlainDate,
  weekday,
  yearOf,
} from './plain-date.ts'
export { addWorkdays, type CountedDay, nextWorkday, type WorkCalendar } from './work-calendar.ts'
