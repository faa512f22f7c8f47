import { refuse } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import type { PatentRoutes } from '../contract.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = Extract<keyof PatentRoutes, `${string} /api/patents/searches${string}`>

export function savedSearchHandlers<Who extends Person>(_frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const unknown = async () => refuse({ code: 'search-unknown' })
  return {
    'GET /api/patents/searches': unknown,
    'POST /api/patents/searches': unknown,
    'GET /api/patents/searches/:id/changes': unknown,
    'POST /api/patents/searches/:id/keep': unknown,
    'POST /api/patents/searches/:id/delete': unknown,
  }
}
