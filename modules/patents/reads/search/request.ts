import { done, type Outcome, refuse } from '#kernel/outcome'
import { classLevels, type Query, type QueryRefusal, readClass } from '#kernel/words'
import type { HolderKind, Right, SearchFilter, Status } from '../../contract.ts'
import { readPatentQuery } from '../../rules/search-tongue.ts'

/** Whose view of the register is searched: the office's, or what may be published (对外公开). */
export type Projection = 'office' | 'public'

/** What the list is limited to beside the query; absent = not limited. */
export interface Filters {
  /** 县市 code; null = the rows that stand with the prefecture itself. */
  readonly county?: number | null
  readonly right?: Right
  readonly status?: Status
  /** 申请年, inclusive. */
  readonly yearFrom?: number
  readonly yearTo?: number
  /** The main class or a class above it, as `readClass` gives it. */
  readonly ipc?: string
  readonly holderKind?: HolderKind
}

export interface SearchRequest {
  /** The prefecture keeping the register. */
  readonly region: number
  readonly projection: Projection
  /** Null: everything. */
  readonly query: Query | null
  readonly filters: Filters
}

/** `relevance`: title hits first, each part newest first. */
export type Sort = 'relevance' | 'newest' | 'oldest'

export interface PageRequest extends SearchRequest {
  /** Default: relevance where there is a query, else newest. */
  readonly sort?: Sort
  /** `next` of the page before. */
  readonly cursor?: string
  readonly limit: number
}

export type SearchRefusal =
  | QueryRefusal
  | { readonly code: 'not-a-cursor' }
  | { readonly code: 'not-a-county'; readonly text: string }
  | { readonly code: 'search-too-slow'; readonly seconds: number }

/** The wire's filter as a request; the query is read, a blank one asks for everything. */
export function readFilter(filter: SearchFilter, region: number, projection: Projection): Outcome<SearchRequest, SearchRefusal> {
  const query = filter.query?.trim() ? readPatentQuery(filter.query) : done(null)
  if (!query.done) return query
  const ipc = filter.ipc === undefined ? undefined : readClass(filter.ipc)
  if (ipc === null) return refuse({ code: 'not-a-class', text: filter.ipc! })
  if (filter.county !== undefined && !/^(?:none|\d{6})$/.test(filter.county))
    return refuse({ code: 'not-a-county', text: filter.county })
  const county = filter.county === undefined ? undefined : filter.county === 'none' ? null : Number(filter.county)
  return done({
    region,
    projection,
    query: query.value,
    filters: {
      ...(county === undefined ? {} : { county }),
      ...(filter.right === undefined ? {} : { right: filter.right }),
      ...(filter.status === undefined ? {} : { status: filter.status }),
      ...(filter.yearFrom === undefined ? {} : { yearFrom: Number(filter.yearFrom) }),
      ...(filter.yearTo === undefined ? {} : { yearTo: Number(filter.yearTo) }),
      ...(ipc === undefined ? {} : { ipc }),
      ...(filter.holderKind === undefined ? {} : { holderKind: filter.holderKind }),
    },
  })
}

const isLocarno = (code: string): boolean => /^\d/.test(code)

/** The kinds of facets (分面), in the order of the screen. */
export const facetNames = ['county', 'right', 'status', 'year', 'ipcSection', 'ipcClass', 'holderKind'] as const
export type FacetName = (typeof facetNames)[number]

/**
 * The filters under which a facet is counted: all but its own, so that a reader sees what another choice would give.
 * The classes stay within the chosen section.
 */
export function filtersForFacet(
  facet: FacetName,
  { county, right, status, yearFrom, yearTo, ipc, holderKind }: Filters,
): Filters {
  const all = { county, right, status, yearFrom, yearTo, ipc, holderKind }
  const own: { [Facet in FacetName]: Partial<Record<keyof Filters, unknown>> } = {
    county: { county: undefined },
    right: { right: undefined },
    status: { status: undefined },
    year: { yearFrom: undefined, yearTo: undefined },
    ipcSection: { ipc: undefined },
    ipcClass: { ipc: ipc === undefined || isLocarno(ipc) ? ipc : classLevels(ipc)[0] },
    holderKind: { holderKind: undefined },
  }
  return Object.fromEntries(Object.entries({ ...all, ...own[facet] }).filter(([, value]) => value !== undefined))
}
