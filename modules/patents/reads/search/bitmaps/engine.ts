import type pg from 'pg'
import { RoaringBitmap32 } from 'roaring-wasm'
import type { Query } from '#kernel/words'
import type { Key } from '../cursor.ts'
import { isFineClass } from '../filter-sql.ts'
import type { Filters, SearchRequest, Sort } from '../request.ts'
import { titleForm } from '../title-hits.ts'
import { type Look, RegisterQuestions } from './ask-database.ts'
import type { Bounds } from './bounds.ts'
import { type Counted, FacetCounting } from './facet-counting.ts'
import { type FineClass, rowsOfFilters } from './filter-rows.ts'
import { type LookAt, PageFilling } from './page-filling.ts'
import { type RowSet, RowSets } from './row-sets.ts'
import { Scratch } from './scratch.ts'
import type { Register, Snapshot } from './snapshot.ts'

/** A page as the bitmaps know it: the keys of its rows, for who asked to show. */
export interface FoundPage {
  readonly version: string
  readonly count: number
  readonly exact: boolean
  readonly keys: readonly Key[]
}

export interface FoundFacets extends Counted {
  readonly version: string
}

/** Rows whose ids go into one question. */
const mostAsked = 5_000
/** Sets whose rows were looked at, kept for the next page and the facets. */
const mostKept = 60
/** Facets that are kept. */
const mostCounted = 500

/** Answers pages and facets from one snapshot. Null: PostgreSQL is to answer by itself. Throws `Stale` where the register has changed since. */
export class Engine {
  readonly snapshot: Snapshot
  readonly #bounds: Bounds
  readonly #questions: RegisterQuestions
  readonly #rows: RowSets
  readonly #kept = new Map<string, Uint32Array>()
  readonly #counted = new Map<string, Promise<FoundFacets | null>>()

  constructor(snapshot: Snapshot, pool: pg.Pool, register: Register, bounds: Bounds) {
    this.#bounds = bounds
    this.snapshot = snapshot
    this.#questions = new RegisterQuestions(pool, register, snapshot.version)
    this.#rows = new RowSets(snapshot, this.#questions)
  }

  page(request: SearchRequest, sort: Sort, after: Key | null, limit: number): Promise<FoundPage | null> {
    return withScratch((scratch) => this.#page(request, sort, after, limit, scratch))
  }

  /** What was counted once is known until the register changes. */
  facets(request: SearchRequest): Promise<FoundFacets | null> {
    const key = JSON.stringify([request.query, request.filters])
    const found = this.#counted.get(key) ?? withScratch((scratch) => this.#facets(request, scratch))
    this.#counted.delete(key)
    this.#counted.set(key, found)
    found.catch(() => this.#counted.delete(key))
    if (this.#counted.size > mostCounted) this.#counted.delete(this.#counted.keys().next().value!)
    return found
  }

  async #page(
    { query, filters }: SearchRequest,
    sort: Sort,
    after: Key | null,
    limit: number,
    scratch: Scratch,
  ): Promise<FoundPage | null> {
    const passing = rowsOfFilters(filters, this.snapshot, await this.#fineClass(filters), scratch)
    const titleQuery = sort === 'relevance' && query ? titleForm(query) : null
    const fitting = (asked: Query | null) => this.#fitting(asked, passing, JSON.stringify(filters), scratch)
    const [found, hits] = await Promise.all([fitting(query), titleQuery && fitting(titleQuery)])
    const page = new PageFilling(limit, sort === 'oldest')
    if (hits && after?.hit !== false) {
      const look = hits.exact ? null : this.#lookAt({ fits: titleQuery, exceptHits: null })
      await page.fill(hits.set, true, after && this.#place(after, false), look)
    }
    if (!page.full) {
      const rest = hits?.exact ? scratch.keep(RoaringBitmap32.andNot(found.set, hits.set)) : found.set
      const look: Look = { fits: found.exact ? null : query, exceptHits: hits && !hits.exact ? query : null }
      const place = after && !after.hit ? this.#place(after, sort === 'oldest') : null
      await page.fill(rest, false, place, look.fits || look.exceptHits ? this.#lookAt(look) : null)
    }
    if (page.hopeless) return null
    const { rows, version } = this.snapshot
    return {
      version,
      count: found.exact ? found.set.size : Math.max(page.rows.length, Math.round(found.set.size * page.share)),
      exact: found.exact,
      keys: page.rows.map(({ row, hit }) => ({ hit, on: rows.dayOf(row), id: rows.idOf(row) })),
    }
  }

  async #facets({ query, filters }: SearchRequest, scratch: Scratch): Promise<FoundFacets | null> {
    const { version, facets, all } = this.snapshot
    const counting = new FacetCounting(filters, facets, await this.#fineClass(filters))
    const found = query ? await this.#rows.of(query, scratch) : { set: all, exact: true }
    const rows = found.set.toUint32Array()
    if (found.exact || !query) return { version, ...counting.count(rows) }
    // Only rows that count anywhere are worth looking at.
    const among = counting.counting(rows)
    if (among.length > this.#bounds.lookedForFacets) return null
    return { version, ...counting.count(await this.#keeping(query, `facets ${JSON.stringify(filters)}`, among)) }
  }

  async #fineClass({ ipc }: Filters): Promise<FineClass> {
    return ipc !== undefined && isFineClass(ipc) ? (await this.#rows.ofClassFilter(ipc)).set : null
  }

  /** The rows that fit the query among those that pass, looked at one by one where there are not too many to. */
  async #fitting(query: Query | null, passing: RoaringBitmap32, under: string, scratch: Scratch): Promise<RowSet> {
    if (!query) return { set: passing, exact: true }
    const { set: found, exact } = await this.#rows.of(query, scratch)
    const set = scratch.keep(RoaringBitmap32.and(found, passing))
    if (exact || set.size > this.#bounds.lookedForPage) return { set, exact }
    const rows = await this.#keeping(query, under, set.toUint32Array())
    return { set: scratch.keep(new RoaringBitmap32(rows)), exact: true }
  }

  /** Of these rows those that fit the query; what was found is kept for a while. */
  async #keeping(query: Query, under: string, rows: Uint32Array): Promise<Uint32Array> {
    const key = JSON.stringify([query, under])
    const kept = this.#kept.get(key) ?? (await this.#lookAt({ fits: query, exceptHits: null })(rows))
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!)
    return kept
  }

  #lookAt(look: Look): LookAt {
    const { rows } = this.snapshot
    return async (asked) => {
      const fitting: Uint32Array[] = []
      for (let at = 0; at < asked.length; at += mostAsked) {
        const ids = Array.from(asked.subarray(at, at + mostAsked), (row) => rows.idOf(row))
        fitting.push(rows.rowsOf(await this.#questions.fittingAmong(ids, look))!)
      }
      return fitting.length === 1 ? fitting[0]! : Uint32Array.from(fitting.flatMap((part) => [...part]))
    }
  }

  #place({ id, on }: Key, at: boolean): number {
    return this.snapshot.rows.firstBehind(id, on, at)
  }
}

async function withScratch<T>(use: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = new Scratch()
  try {
    return await use(scratch)
  } finally {
    scratch.clear()
  }
}
