/** The door of the working calendar and the catalogue of limits (工作日历、期限目录). */
import { countKeptLimits } from './acts/count-kept-limits.ts'
import { noteMovedLimit } from './acts/note-moved.ts'

export { countAfterChange } from './acts/count-kept-limits.ts'
export { countAgain, type Kept, keepLimit, type LimitToKeep, releaseLimit } from './acts/keep-limit.ts'
export { calendarOf, limitsOf } from './calendar-of.ts'
export { holidayCatalogue, limitCatalogue } from './catalogues.ts'
export { calendarRoutes } from './contract.ts'
export { calendarJobs } from './jobs/index.ts'
export { calendarPermissions } from './permissions.ts'
export { calendarHandlers } from './routes.ts'
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
export {
  type KeptRow,
  type LimitHolder,
  type LimitSubject,
  type LimitsAsked,
  openLimits as limitsDue,
} from './store/kept-limits.ts'
export { calendarWords } from './words.ts'

export const calendarActs = [countKeptLimits, noteMovedLimit] as const
