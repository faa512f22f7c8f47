import type { Kysely } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { highlightTerms } from '#kernel/words'
import type { SearchPage } from '../../contract.ts'
import type { SearchBitmaps } from './bitmaps/bitmaps.ts'
import { type Key, readCursor, writeCursor } from './cursor.ts'
import { gather, type Stretch, walk } from './find-rows.ts'
import { type Found, pageFromBitmaps } from './from-bitmaps.ts'
import { choosePlan } from './plan.ts'
import type { PageRequest, SearchRefusal } from './request.ts'
import { keyOf, rowOf, type ShownColumns } from './row.ts'
import { type Ask, isTimeout, within } from './sql.ts'
import type { SearchStatistics } from './statistics.ts'
import { titleForm } from './title-hits.ts'

/** What searching needs; one for each process, see `searchWire`. */
export interface SearchWire {
  /** The product's database, or an act's transaction. */
  readonly db: Kysely<unknown>
  /** Read once in a while; to be asked before a transaction of one's own is opened. */
  readonly statistics: (db: Kysely<unknown>) => Promise<SearchStatistics>
  /** Bitmaps of the registers that have some; without them everything is asked of PostgreSQL. */
  readonly bitmaps: readonly SearchBitmaps[]
}

/** How long one statement of a page may run. */
const patience = 5_000

/**
 * One page of the patents that fit (检索): title hits first, then the newest, or by date alone. The count is exact, or an
 * estimate that says so where so many fit that counting would keep the reader waiting. `next` is the cursor of the next page;
 * going on from it every row comes once, whatever is written meanwhile to other rows.
 * Refusals: a cursor that is none; a search that took too long.
 */
export async function searchPatents(wire: SearchWire, request: PageRequest): Promise<Outcome<SearchPage, SearchRefusal>> {
  const after = request.cursor === undefined ? null : readCursor(request.cursor)
  if (request.cursor !== undefined && !after) return refuse({ code: 'not-a-cursor' })
  const hits = request.query && titleForm(request.query)
  const asked = request.sort ?? 'relevance'
  // One row more than the page tells whether there is a next page.
  const stretch = { request, sort: asked === 'relevance' && !hits ? 'newest' : asked, after, limit: request.limit + 1 } as const
  try {
    const found = (await pageFromBitmaps(wire, stretch)) ?? (await pageFromPostgres(wire, stretch))
    return done(pageOf(found, request))
  } catch (error) {
    if (isTimeout(error)) return refuse({ code: 'search-too-slow', seconds: patience / 1000 })
    throw error
  }
}

async function pageFromPostgres({ db, statistics }: SearchWire, stretch: Stretch): Promise<Found> {
  const known = await statistics(db)
  return within(db, { patience, byIndex: stretch.request.query !== null }, (ask) => findPage(ask, stretch, known))
}

async function findPage(ask: Ask, stretch: Stretch, statistics: SearchStatistics): Promise<Found> {
  const { request, sort, limit } = stretch
  const { way, matches } = choosePlan(request, limit, statistics)
  const walked =
    way === 'gather' ? null : sort === 'relevance' ? await walkByHits(ask, stretch, statistics) : await walk(ask, stretch)
  if (!walked) return { ...(await gather(ask, stretch)), exact: true }
  const whole = !stretch.after && walked.length < limit
  return { rows: walked, count: whole ? walked.length : Math.max(matches, walked.length), exact: whole }
}

/** Title hits by date, and when they are at their end the other rows by date. */
async function walkByHits(ask: Ask, stretch: Stretch, statistics: SearchStatistics): Promise<ShownColumns[] | null> {
  const { request, after, limit } = stretch
  const hits = after?.hit === false ? [] : await titleHits(ask, stretch, statistics)
  if (hits.length >= limit) return hits
  const rest = { ...stretch, after: after?.hit === false ? after : null, limit: limit - hits.length }
  const others = await walk(ask, rest, request.query)
  return others && [...hits, ...others]
}

async function titleHits(ask: Ask, stretch: Stretch, statistics: SearchStatistics): Promise<ShownColumns[]> {
  const query = titleForm(stretch.request.query!)
  const inTitle: Stretch = { ...stretch, request: { ...stretch.request, query }, sort: 'newest' }
  const { way } = choosePlan(inTitle.request, stretch.limit, statistics)
  const rows = (way === 'walk' ? await walk(ask, inTitle) : null) ?? (await gather(ask, inTitle)).rows
  return rows.map((row) => ({ ...row, hit: true }))
}

function pageOf({ count, exact, rows }: Found, { query, limit }: PageRequest): SearchPage {
  const shown = rows.slice(0, limit)
  const last: Key | undefined = rows.length > limit ? keyOf(shown.at(-1)!) : undefined
  return {
    count,
    exact,
    rows: shown.map(rowOf),
    next: last ? writeCursor(last) : null,
    highlights: query ? highlightTerms(query) : [],
  }
}
