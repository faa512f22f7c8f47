import type { Kysely } from 'kysely'
import type { WorkCalendar } from '#kernel/time'
import { entriesOf, type StandingEntry } from '#modules/catalogues'
import { within } from '#modules/regions'
import { type HolidayNotice, holidayCatalogue, NATION } from '../holiday-catalogue.ts'
import { arrangedCalendar } from '../rules/arranged-calendar.ts'

/** Calendars by the notices they were made of: those stay the same object until a change is approved. */
const made = new WeakMap<readonly StandingEntry<HolidayNotice>[], Map<number, WorkCalendar>>()

/**
 * The working days of a prefecture (工作日历) with what staff entered since the product was shipped: new years' notices,
 * corrected ones, local holidays of the place.
 */
export async function calendarOf(db: Kysely<unknown>, region: number): Promise<WorkCalendar> {
  const entries = await entriesOf(db, region, holidayCatalogue)
  const known = made.get(entries) ?? new Map<number, WorkCalendar>()
  made.set(entries, known)
  const calendar = known.get(region) ?? calendarFrom(entries, region)
  known.set(region, calendar)
  return calendar
}

/** The calendar that these notices make for a prefecture. */
export function calendarFrom(entries: readonly StandingEntry<HolidayNotice>[], region: number): WorkCalendar {
  const national = entries.filter(({ body }) => body.place === NATION)
  const local = entries.filter(({ body }) => body.place === region || within(region, body.place))
  return arrangedCalendar({
    days: national.flatMap(({ body }) => body.days.flatMap(({ day, kind }) => (kind === 'local' ? [] : [{ day, kind }]))),
    settledYears: national.map(({ body }) => body.year),
    region,
    localHolidays: local.flatMap(({ body }) => body.days.filter(({ kind }) => kind === 'local').map(({ day }) => day)),
  })
}
