import { done } from '#kernel/outcome'
import type { Frame, Handlers } from '#platform/http'
import { noteMovedLimit } from './acts/note-moved.ts'
import type { CalendarRoutes } from './contract.ts'
import { countOne, limitChoices } from './reads/counting.ts'
import { keptPage, movedPage } from './reads/kept.ts'
import { noticePlaces } from './reads/places.ts'
import { readPasted } from './reads/read-pasted.ts'
import { yearPage } from './reads/year.ts'

export function calendarHandlers<Who extends { readonly id: string }>(frame: Frame<Who>): Handlers<CalendarRoutes, Who> {
  const { db, region, clock, see } = frame
  return {
    'GET /api/calendar/years/:year': ({ who, params }) =>
      see(who, 'calendar.see', async () => done(await yearPage(db, region, params.year, clock.today()))),
    'GET /api/calendar/places': ({ who }) => see(who, 'calendar.see', async () => done({ rows: noticePlaces(region) })),
    'POST /api/calendar/notices/read': ({ who, body }) =>
      see(who, 'calendar.see', () => readPasted(db, region, { ...body, place: Number(body.place) })),
    'GET /api/calendar/limits': ({ who }) =>
      see(who, 'calendar.see', async () => done({ rows: await limitChoices(db, region, clock.today()) })),
    'POST /api/calendar/limits/count': ({ who, body }) => see(who, 'calendar.see', () => countOne(db, region, body)),
    'GET /api/calendar/kept-limits': ({ who, query }) =>
      see(who, 'calendar.see', async () =>
        done({ today: clock.today(), rows: await keptPage(db, region, query.mine === 'true' ? who.id : null) }),
      ),
    'GET /api/calendar/moved-limits': ({ who }) =>
      see(who, 'calendar.see', async () => done({ rows: await movedPage(db, region) })),
    'POST /api/calendar/moved-limits/:id/note': ({ who, key, params }) => frame.act(who, key, noteMovedLimit, params),
  }
}
