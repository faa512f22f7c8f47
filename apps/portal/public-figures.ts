import type { PlainDate } from '#kernel/time'
import { type Facets, facetsOf, publicSources, type Right, type SourceOfRegister, type Status } from '#modules/patents'
import type { PortalWires } from './wires.ts'

export const rights = ['invention', 'utility-model', 'design'] as const satisfies readonly Right[]

/** What the public register holds, counted. Every count is the length of a list that the search shows. */
export interface PublicFigures {
  /** The latest day of which a publishable source speaks; null where there is none. */
  readonly day: PlainDate | null
  readonly sources: readonly SourceOfRegister[]
  readonly all: Facets
  /** Counted for each right. */
  readonly byRight: Readonly<Record<Right, Facets>>
  /** 有效 by county: in force, and in grace. */
  readonly countyInForce: Facets
  readonly countyInGrace: Facets
  /** 有效专利 of each right, those in grace among them. */
  readonly inForce: readonly { readonly right: Right; readonly count: number; readonly grace: number }[]
}

/** Counts the public register. Throws where counting takes too long, which the page tells as busy. */
export async function publicFigures(wires: PortalWires): Promise<PublicFigures> {
  const count = async (filters: { readonly right?: Right; readonly status?: Status }): Promise<Facets> => {
    const facets = await facetsOf(wires.search, { region: wires.region, projection: 'public', query: null, filters })
    if (!facets.done) throw Object.assign(new Error(facets.refusal.code), { statusCode: 503 })
    return facets.value
  }
  const sources = await publicSources(wires.db, wires.region)
  const byRight = {
    invention: await count({ right: 'invention' }),
    'utility-model': await count({ right: 'utility-model' }),
    design: await count({ right: 'design' }),
  }
  return {
    day: sources[0]?.day ?? null,
    sources,
    all: await count({}),
    byRight,
    countyInForce: await count({ status: 'in-force' }),
    countyInGrace: await count({ status: 'in-grace' }),
    inForce: rights.map((right) => {
      const of = (status: Status) => countOf(byRight[right], 'status', status)
      return { right, count: of('in-force') + of('in-grace'), grace: of('in-grace') }
    }),
  }
}

/** The count of one value of a facet. */
export const countOf = (facets: Facets, facet: 'status' | 'county' | 'year' | 'right', value: string | null): number =>
  facets[facet].find((bucket) => bucket.value === value)?.count ?? 0
