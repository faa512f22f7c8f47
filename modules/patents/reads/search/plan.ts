import { conditionOf } from './conditions.ts'
import type { SearchRequest } from './request.ts'
import { Values } from './sql.ts'
import { type SearchStatistics, shareOfFilters, shareOfQuery } from './statistics.ts'

/**
 * `gather` takes all rows that fit through the index of lexemes, so that the count is exact; `walk` goes through the rows by
 * date until the page is full. PostgreSQL would choose wrongly: it does not know what it costs to fetch a row's lexemes.
 */
export interface Plan {
  readonly way: 'gather' | 'walk'
  /** About how many rows fit. */
  readonly matches: number
}

/** Rows a walk may pass before it is given up for gathering. */
export const longestWalk = 20_000

/** Microseconds a row, measured: from the heap, with a look into a long text beside it, on a walk with its lexemes fetched. */
const perRow = { gathered: 1.5, looked: 12, walked: 0.5, walkedWithLexemes: 10 }

export function choosePlan({ query, filters, region }: SearchRequest, wanted: number, statistics: SearchStatistics): Plan {
  const here = statistics.values.get('region_code')?.get(String(region)) ?? 0
  const share = here * (query ? shareOfQuery(query, statistics) : 1) * shareOfFilters(filters, statistics)
  const matches = Math.round(share * statistics.rows)
  const looks = query !== null && conditionOf(query, new Values()).look !== null
  const gathering = matches * (looks ? perRow.looked : perRow.gathered)
  const steps = wanted / Math.max(share, 1e-9)
  const walking = steps * (query ? perRow.walkedWithLexemes + (looks ? perRow.looked / 2 : 0) : perRow.walked)
  return { way: walking < gathering && steps < longestWalk ? 'walk' : 'gather', matches }
}
