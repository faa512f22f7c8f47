import type { FastifyInstance } from 'fastify'
import type { SearchWire } from '#modules/patents'
import { problemOf, sendProblem } from '#platform/http'
import { mountPortal } from '../portal/index.ts'
import { words } from './catalogue.ts'
import { placeName } from './portal-settings.ts'
import type { Product } from './product.ts'

/** Serves the public face, and answers what no face knows: a page of the portal for people, a problem for programs. */
export async function servePortal(
  app: FastifyInstance,
  product: Product,
  { search, officeName, perMinute }: { search: SearchWire; officeName: () => Promise<string>; perMinute?: number | undefined },
): Promise<void> {
  const portal = await mountPortal(app, {
    db: product.wire.kysely,
    region: product.region,
    placeName: placeName(product.region),
    clock: product.clock,
    search,
    words,
    officeName,
    ...(perMinute === undefined ? {} : { searchesPerMinute: perMinute }),
  })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) => {
    const person = request.method === 'GET' && !/^\/(api|app|field)(\/|$)/.test(request.url)
    if (person && (await portal.missing(request, reply))) return reply
    return sendProblem(reply, problemOf({ code: 'not-found' }, words, request.id))
  })
}
