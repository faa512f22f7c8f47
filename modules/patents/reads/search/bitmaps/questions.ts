import type { Connection } from '#platform/database'
import type { Key } from '../cursor.ts'
import type { SearchRequest, Sort } from '../request.ts'
import type { Bounds } from './bounds.ts'
import type { FoundFacets, FoundPage } from './engine.ts'
import type { Register } from './snapshot.ts'

/** What the thread of the bitmaps is started with. */
export interface ThreadStart {
  readonly connection: Connection
  readonly register: Register
  readonly bounds: Bounds
  /** Milliseconds a statement may run. */
  readonly patience: number
}

export interface PageQuestion {
  readonly asks: 'page'
  readonly request: SearchRequest
  readonly sort: Sort
  readonly after: Key | null
  readonly limit: number
}

export interface FacetsQuestion {
  readonly asks: 'facets'
  readonly request: SearchRequest
}

export type Question = (PageQuestion | FacetsQuestion) & { readonly n: number }

/** `found` is null where PostgreSQL is to answer. */
export interface Answer {
  readonly n: number
  readonly found: FoundPage | FoundFacets | null
  readonly failure?: string
}
