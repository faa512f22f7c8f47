import type { Kysely } from 'kysely'
import type { z } from 'zod'
import { addDays, type PlainDate, plainDate, yearOf } from '#kernel/time'
import { gazetteer, within } from '#modules/regions'
import { calendarOf, noticesOf } from '../calendar-of.ts'
import type { CalendarRoutes, Notice, SpecialDay } from '../contract.ts'
import { NATION } from '../holiday-notice.ts'

type YearPage = z.input<CalendarRoutes['GET /api/calendar/years/:year']['reply']>

/** A year's calendar: what is not as the week has it, and the notices it rests on, those of the counties too. */
export async function yearPage(db: Kysely<unknown>, region: number, year: number, today: PlainDate): Promise<YearPage> {
  const notices = await noticesOf(db, region)
  const calendar = await calendarOf(db, region)
  const places = gazetteer(region)
  const nameOf = (place: number) => (place === NATION ? '国务院办公厅' : (places.division(place)?.name ?? String(place)))
  const near = notices.filter(({ body }) => body.place === NATION || within(region, body.place) || within(body.place, region))
  const days = near.flatMap(({ body }) =>
    body.days
      .filter(({ day }) => yearOf(day) === year)
      .map((one): SpecialDay => ({ ...one, placeName: body.place === NATION ? null : nameOf(body.place) })),
  )
  const all = daysOf(year)
  // The yearly holidays of the place stand in the law, not in a notice.
  const yearly = all
    .filter((day) => calendar.isLocalHoliday(day) && !days.some((one) => one.day === day && one.kind === 'local'))
    .map((day): SpecialDay => ({ day, kind: 'local', name: calendar.nameOf?.(day) ?? '地方假日', placeName: nameOf(region) }))
  return {
    year,
    today,
    settled: calendar.isSettled(plainDate(`${year}-06-01`)),
    years: [...new Set(notices.map(({ body }) => body.year))].sort((a, b) => a - b),
    workdays: all.filter((day) => calendar.isWorkday(day)).length,
    days: [...days, ...yearly].sort((a, b) => (a.day < b.day ? -1 : 1)),
    notices: near
      .filter(({ body }) => body.year === year)
      .map(
        (entry): Notice => ({
          entry: entry.id,
          title: entry.body.title,
          place: String(entry.body.place),
          placeName: nameOf(entry.body.place),
          national: entry.body.place === NATION,
          basis: entry.basis,
          sources: entry.source?.split(/\s+/u) ?? [],
          origin: entry.origin,
        }),
      ),
  }
}

function daysOf(year: number): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = plainDate(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) days.push(day)
  return days
}
