import { andThen, done, type Outcome, type Refusal } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import { deleteSearch, keepSearch, saveSearch } from '../acts/saved-searches.ts'
import type { PatentRoutes, SavedSearch } from '../contract.ts'
import { searchChanges } from '../reads/saved/changes.ts'
import { ownSearch, ownSearches } from '../reads/saved/own-searches.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = Extract<keyof PatentRoutes, `${string} /api/patents/searches${string}`>

/** Everybody has searches of his own; only who may see the register may have any. */
export function savedSearchHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const { db, region, clock } = frame
  const afterwards = async (who: Who, ran: Outcome<{ id: string }, Refusal>): Promise<Outcome<SavedSearch, Refusal>> =>
    ran.done ? ownSearch(db, region, who.id, ran.value.id) : ran
  return {
    'GET /api/patents/searches': ({ who }) =>
      frame.see(who, 'patents.see', async () => done({ rows: await ownSearches(db, region, who.id) })),
    'POST /api/patents/searches': ({ who, key, body }) =>
      frame.see(who, 'patents.see', async () => afterwards(who, await frame.act(who, key, saveSearch, body))),
    'GET /api/patents/searches/:id/changes': ({ who, params }) =>
      frame.see(who, 'patents.see', () => searchChanges(db, { region, person: who.id, today: clock.today() }, params.id)),
    'POST /api/patents/searches/:id/keep': ({ who, key, params, body }) =>
      frame.see(who, 'patents.see', async () => afterwards(who, await frame.act(who, key, keepSearch, { ...body, ...params }))),
    'POST /api/patents/searches/:id/delete': ({ who, key, params, body }) =>
      frame.see(who, 'patents.see', async () =>
        andThen(await frame.act(who, key, deleteSearch, { ...body, ...params }), () => done(undefined)),
      ),
  }
}
