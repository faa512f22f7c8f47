import type { Kysely } from 'kysely'
import type { WorkCalendar } from '#kernel/time'
import { entriesOf, type StandingEntry } from '#modules/catalogues'
import { calendarFrom } from './calendar-from.ts'
import { plainHolidayCatalogue } from './holiday-catalogue.ts'
import type { HolidayNotice } from './holiday-notice.ts'
import { plainLimitCatalogue } from './limit-catalogue.ts'
import type { LimitEntry } from './rules/limit.ts'

/** Calendars by the notices they were made of: those stay the same object until a change is approved. */
const made = new WeakMap<readonly StandingEntry<HolidayNotice>[], Map<number, WorkCalendar>>()

/**
 * The working days of a prefecture (工作日历) with what staff entered since the product was shipped: new years' notices,
 * corrected ones, local holidays of the place.
 */
export async function calendarOf(db: Kysely<unknown>, region: number): Promise<WorkCalendar> {
  const entries = await noticesOf(db, region)
  const known = made.get(entries) ?? new Map<number, WorkCalendar>()
  made.set(entries, known)
  const calendar = known.get(region) ?? calendarFrom(entries, region)
  known.set(region, calendar)
  return calendar
}

/** The notices that stand, national and local. */
export function noticesOf(db: Kysely<unknown>, region: number): Promise<readonly StandingEntry<HolidayNotice>[]> {
  return entriesOf(db, region, plainHolidayCatalogue)
}

/** The limits of a prefecture (期限目录) with what two persons changed since the product was shipped. */
export function limitsOf(db: Kysely<unknown>, region: number): Promise<readonly LimitEntry[]> {
  return entriesOf(db, region, plainLimitCatalogue)
}
