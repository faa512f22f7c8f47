import type { Kysely } from 'kysely'
import type { SearchBitmaps } from './bitmaps/bitmaps.ts'
import type { SearchWire } from './search-patents.ts'
import { type Ask, asker } from './sql.ts'
import { readStatistics, type SearchStatistics } from './statistics.ts'

/** Statistics change with ANALYZE only, which runs at most every few minutes. */
const freshFor = 60_000

/** What a process keeps for searching; made once beside its database. In an act: `{ ...search, db: tx }`. */
export function searchWire(db: Kysely<unknown>, bitmaps: readonly SearchBitmaps[] = []): SearchWire {
  let known: { readonly at: number; readonly statistics: SearchStatistics } | undefined
  let reading: Promise<unknown> | undefined
  const read = async (ask: Ask) => {
    known = { at: performance.now(), statistics: await readStatistics(ask) }
    return known.statistics
  }
  return {
    db,
    bitmaps,
    statistics: async (ask) => {
      if (!known) return read(ask)
      // Nobody waits for newer ones.
      if (performance.now() - known.at > freshFor) {
        reading ??= read(asker(db))
          .catch(() => {})
          .finally(() => (reading = undefined))
      }
      return known.statistics
    },
  }
}
