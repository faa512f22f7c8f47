import type { Query } from '#kernel/words'
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

export function choosePlan(request: SearchRequest, wanted: number, statistics: SearchStatistics): Plan {
  const { query, filters } = request
  const share = shareHere(request, statistics) * shareOfFilters(filters, statistics)
  const steps = wanted / Math.max(share, 1e-9)
  const looks = looksInto(query)
  const walking = steps * (query ? perRow.walkedWithLexemes + (looks ? perRow.looked / 2 : 0) : perRow.walked)
  const gathering = share * statistics.rows * (looks ? perRow.looked : perRow.gathered)
  return { way: walking < gathering && steps < longestWalk ? 'walk' : 'gather', matches: Math.round(share * statistics.rows) }
}

/** About how many microseconds it takes to gather what fits the query, whatever the filters. */
export function gatheringTime(request: SearchRequest, statistics: SearchStatistics): number {
  const rows = shareHere(request, statistics) * statistics.rows
  return rows * (looksInto(request.query) ? perRow.looked : perRow.gathered)
}

function shareHere({ query, region }: SearchRequest, statistics: SearchStatistics): number {
  return (statistics.values.get('region_code')?.get(String(region)) ?? 0) * (query ? shareOfQuery(query, statistics) : 1)
}

const looksInto = (query: Query | null): boolean => query !== null && conditionOf(query, new Values()).look !== null
