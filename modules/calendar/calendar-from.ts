import type { WorkCalendar } from '#kernel/time'
import type { Entry } from '#modules/catalogues'
import { within } from '#modules/regions'
import { type HolidayNotice, NATION } from './holiday-notice.ts'
import { arrangedCalendar } from './rules/arranged-calendar.ts'

/** The calendar that notices make for a prefecture: the State Council's, and the local holidays of the place and above it. */
export function calendarFrom(entries: readonly Entry<HolidayNotice>[], region: number): WorkCalendar {
  const national = entries.filter(({ body }) => body.place === NATION)
  const local = entries.filter(({ body }) => body.place !== NATION && within(region, body.place))
  return arrangedCalendar({
    days: national.flatMap(({ body }) =>
      body.days.flatMap(({ day, kind, name }) => (kind === 'local' ? [] : [{ day, kind, name }])),
    ),
    settledYears: national.map(({ body }) => body.year),
    region,
    localHolidays: local.flatMap(({ body }) => body.days.filter(({ kind }) => kind === 'local').map(({ day }) => day)),
  })
}
