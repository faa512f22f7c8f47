import type { Kysely } from 'kysely'
import type { SearchWire } from './search-patents.ts'
import { readStatistics, type SearchStatistics } from './statistics.ts'

/** Statistics change with ANALYZE only, which runs at most every few minutes. */
const freshFor = 60_000

/** What a process keeps for searching; made once beside its database. In an act: `{ ...search, db: tx }`. */
export function searchWire(db: Kysely<unknown>): SearchWire {
  let known: { readonly at: number; readonly statistics: SearchStatistics } | undefined
  return {
    db,
    statistics: async (ask) => {
      if (!known || performance.now() - known.at > freshFor) {
        known = { at: performance.now(), statistics: await readStatistics(ask) }
      }
      return known.statistics
    },
  }
}
