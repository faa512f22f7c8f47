import { done } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import { decideTwin, undoTwin } from '../acts/decide-twin.ts'
import type { PatentRoutes } from '../contract.ts'
import { disagreements, openTwins, queueCounts, unclearPlaces } from '../reads/queues.ts'
import { twinBy } from '../reads/twins.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = Extract<keyof PatentRoutes, `${string} /api/patents/queues${string}` | `${string} /api/patents/twins/${string}`>

export function queueHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const wires = () => ({ db: frame.db, region: frame.region, today: frame.clock.today() })
  return {
    'GET /api/patents/queues': ({ who }) => frame.see(who, 'patents.see', async () => done(await queueCounts(wires()))),
    'GET /api/patents/queues/disagreements': ({ who, query }) =>
      frame.see(who, 'patents.see', () => disagreements(wires(), query)),
    'GET /api/patents/queues/twins': ({ who, query }) => frame.see(who, 'patents.see', () => openTwins(wires(), query)),
    'GET /api/patents/queues/places': ({ who, query }) => frame.see(who, 'patents.see', () => unclearPlaces(wires(), query)),
    'POST /api/patents/twins/:id/decision': async ({ who, key, params, body }) => {
      const decided = await frame.act(who, key, decideTwin, { ...body, ...params })
      return decided.done ? twinBy(frame.db, wires(), decided.value.id) : decided
    },
    'POST /api/patents/twins/:id/undo': async ({ who, key, params, body }) => {
      const undone = await frame.act(who, key, undoTwin, { ...body, ...params })
      return undone.done ? twinBy(frame.db, wires(), undone.value.id) : undone
    },
  }
}
