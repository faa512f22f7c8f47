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
