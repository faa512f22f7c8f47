import type { Kysely } from 'kysely'
import type { SearchBitmaps } from './bitmaps/bitmaps.ts'
import type { SearchWire } from './search-patents.ts'
import { asker } from './sql.ts'
import { readStatistics, type SearchStatistics } from './statistics.ts'

/** Statistics change with ANALYZE only, which runs at most every few minutes. */
const freshFor = 60_000

/** What a process keeps for searching; made once beside its database. In an act: `{ ...search, db: tx }`. */
export function searchWire(db: Kysely<unknown>, bitmaps: readonly SearchBitmaps[] = []): SearchWire {
  let known: { readonly at: number; readonly statistics: SearchStatistics } | undefined
  let reading: Promise<SearchStatistics> | undefined
  const read = async (from: Kysely<unknown>) => {
    const statistics = await readStatistics(asker(from))
    known = { at: performance.now(), statistics }
    return statistics
  }
  // One reads, the others wait for it.
  const readTogether = () => {
    reading ??= read(db).finally(() => {
      reading = undefined
    })
    return reading
  }
  return {
    db,
    bitmaps,
    statistics: async (from) => {
      // Who holds a connection must not wait for another.
      if (!known) return from.isTransaction ? read(from) : readTogether()
      // Nobody waits for newer ones.
      if (performance.now() - known.at > freshFor) readTogether().catch(() => {})
      return known.statistics
    },
  }
}
