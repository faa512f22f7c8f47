import { done } from '#kernel/outcome'
import type { Handlers } from '#platform/http'
import type { PatentRoutes } from '../contract.ts'
import { facetsOf, readFilter, searchPatents } from '../reads/search/index.ts'
import { titledFacets } from '../reads/titled-facets.ts'
import type { PatentFrame, Person } from './frame.ts'

type Served = 'GET /api/patents' | 'GET /api/patents/facets'

export function searchHandlers<Who extends Person>(frame: PatentFrame<Who>): Pick<Handlers<PatentRoutes, Who>, Served> {
  const { region, search } = frame
  return {
    'GET /api/patents': ({ who, query: { sort, cursor, limit, ...filter } }) =>
      frame.see(who, 'patents.see', async () => {
        const request = readFilter(filter, region, 'office')
        if (!request.done) return request
        return searchPatents(search, { ...request.value, limit, ...(sort ? { sort } : {}), ...(cursor ? { cursor } : {}) })
      }),
    'GET /api/patents/facets': ({ who, query }) =>
      frame.see(who, 'patents.see', async () => {
        const request = readFilter(query, region, 'office')
        if (!request.done) return request
        const facets = await facetsOf(search, request.value)
        return facets.done ? done(await titledFacets(frame.db, facets.value)) : facets
      }),
  }
}
