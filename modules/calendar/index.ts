/** The door of the working calendar and the catalogue of limits (工作日历、期限目录). */
export { holidayCatalogue } from './holiday-catalogue.ts'
export { calendarOf } from './reads/calendar-of.ts'
export { type ArrangedDay, type Arrangement, arrangedCalendar } from './rules/arranged-calendar.ts'
export { shippedCalendar } from './shipped-calendar.ts'
