/** The door of the working calendar and the catalogue of limits (工作日历、期限目录). */
export { calendarOf, limitsOf } from './calendar-of.ts'
export { holidayCatalogue, limitCatalogue } from './catalogues.ts'
export {
  type AnswerRefusal,
  answerEntry,
  answerLimit,
  type LimitAnswer,
  type LimitQuestion,
  type ToldStep,
} from './rules/answer-limit.ts'
export { type ArrangedDay, type Arrangement, arrangedCalendar } from './rules/arranged-calendar.ts'
export { type FindRefusal, limitOn } from './rules/find-limit.ts'
export type { DailyRate, Extender, Limit, LimitActor, LimitEntry, Named, StopGround } from './rules/limit.ts'
export { type KeptLimit, type MovedLimit, movedLimits } from './rules/moved-limits.ts'
export { sayDay, sayWeekday } from './rules/say-day.ts'
export { saySpan } from './rules/step-notes.ts'
export { shippedCalendar } from './shipped-calendar.ts'
export { shippedLimits, shippedRates } from './shipped-limits.ts'
export { calendarWords } from './words.ts'
