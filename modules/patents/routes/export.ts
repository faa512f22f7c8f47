import { refuse } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import type { PatentRoutes } from '../contract.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = 'GET /api/patents/export.xlsx'

export function exportHandlers<Who extends Person>(_frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  return { 'GET /api/patents/export.xlsx': async () => refuse({ code: 'not-found' }) }
}
