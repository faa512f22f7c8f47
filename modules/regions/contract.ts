import { z } from 'zod'

/** The wire of the administrative divisions (区划). See `#contract/patents` for what holds on every route. */

export const County = z.object({
  /** GB/T 2260, six digits. */
  code: z.string(),
  name: z.string(),
  /** As people say it: 临夏市, 东乡县. */
  shortName: z.string(),
})
export type County = z.infer<typeof County>

export const regionRoutes = {
  /** The counties of the prefecture that keeps this register, in the official order. */
  'GET /api/regions/counties': {
    summary: '本州县市',
    reply: z.object({ prefecture: z.object({ code: z.string(), name: z.string() }), counties: z.array(County) }),
  },
} as const
export type RegionRoutes = typeof regionRoutes
