import type { WorkCalendar } from '#kernel/time'
import { holidays } from '../../database/reference/read.ts'
import { arrangedCalendar } from './rules/arranged-calendar.ts'

let made: WorkCalendar | undefined

/**
 * The working days by the State Council notices for 2007–2026 as they were shipped, with the yearly holidays of 临夏州 told
 * apart. Reads no database: what staff have entered since is in `calendarOf`.
 */
export function shippedCalendar(): WorkCalendar {
  made ??= arrangedCalendar({ days: holidays(), settledYears: new Set(holidays().map(({ notice }) => notice)), region: 622900 })
  return made
}
