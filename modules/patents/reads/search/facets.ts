import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Bucket, Facets } from '../../contract.ts'
import { filterSql } from './filter-sql.ts'
import { where } from './find-rows.ts'
import { facetsFromBitmaps } from './from-bitmaps.ts'
import { type FacetName, facetNames, filtersForFacet, type SearchRefusal, type SearchRequest } from './request.ts'
import type { SearchWire } from './search-patents.ts'
import { sortBuckets } from './sort-buckets.ts'
import { sourceSql } from './source.ts'
import { type Ask, isTimeout, Values, within } from './sql.ts'

/** How long the counting may run. */
const patience = 20_000

const facetColumns: Record<FacetName, string> = {
  county: 'county',
  right: 'right_kind',
  status: 'status',
  year: 'filed_year',
  ipcSection: 'ipc_section',
  ipcClass: 'ipc_class',
  holderKind: 'holder_kind',
}

/**
 * How many of the patents that fit stand in each county, right, status, year, IPC section and class and holder kind (分面), exactly.
 * Each facet is counted under all filters but its own, so that a reader sees what another choice would give: the bucket of the
 * value chosen is the count of the list, and without a filter of its own the buckets of a facet add up to it. The classes stay
 * within the section chosen. Biggest bucket first, years newest first, rows without a value last.
 */
export async function facetsOf(wire: SearchWire, request: SearchRequest): Promise<Outcome<Facets, SearchRefusal>> {
  try {
    return done(
      (await facetsFromBitmaps(wire, request)) ??
        (await within(wire.db, { patience, byIndex: request.query !== null }, (ask) => countFacets(ask, request))),
    )
  } catch (error) {
    if (isTimeout(error)) return refuse({ code: 'search-too-slow', seconds: patience / 1000 })
    throw error
  }
}

async function countFacets(ask: Ask, request: SearchRequest): Promise<Facets> {
  const values = new Values()
  const all = filterSql(request.filters, values)
  const under = facetNames.map((facet) => ({ facet, filters: filterSql(filtersForFacet(facet, request.filters), values) }))
  // A row counts somewhere if it passes all filters, or all but those of one facet.
  const anywhere = [...new Set(under.map(({ filters }) => conjunction(filters)))].map((filters) => `(${filters})`).join(' OR ')
  const found = where({ query: request.query, filters: {} }, values)
  const rows = await ask<{ facet: FacetName | 'count'; value: string | null; count: number }>(
    `WITH found AS MATERIALIZED (
       SELECT county, right_kind, status, filed_year, ipc_section, ipc_class, holder_kind, main_ipc, bg
       FROM ${sourceSql(request, values)}
       ${found ? `${found} AND` : 'WHERE'} (${anywhere})
     )
     SELECT 'count' AS facet, NULL AS value, count(*)::integer AS count FROM found WHERE ${conjunction(all)}
     ${under
       .map(
         ({ facet, filters }) =>
           `UNION ALL SELECT '${facet}', ${facetColumns[facet]}::text, count(*)::integer FROM found WHERE ${conjunction(filters)} GROUP BY ${facetColumns[facet]}`,
       )
       .join('\n')}`,
    values.list,
  )
  const buckets = (facet: FacetName): Bucket[] =>
    sortBuckets(
      facet,
      rows.filter((row) => row.facet === facet),
    )
  return {
    count: rows.find(({ facet }) => facet === 'count')!.count,
    exact: true,
    ...(Object.fromEntries(facetNames.map((facet) => [facet, buckets(facet)])) as Record<FacetName, Bucket[]>),
  }
}

const conjunction = (parts: readonly string[]): string => (parts.length ? parts.join(' AND ') : 'true')
