import type { Bucket, Facets } from '../../contract.ts'
import type { SearchBitmaps } from './bitmaps/bitmaps.ts'
import type { Stretch } from './find-rows.ts'
import { gatheringTime } from './plan.ts'
import { type FacetName, facetNames, type SearchRequest } from './request.ts'
import { type ShownColumns, shownColumns } from './row.ts'
import type { SearchWire } from './search-patents.ts'
import { sortBuckets } from './sort-buckets.ts'
import { sourceSql, versionSql } from './source.ts'
import { asker, Values } from './sql.ts'

export interface Found {
  readonly count: number
  readonly exact: boolean
  readonly rows: readonly ShownColumns[]
}

/** The bitmaps to ask, if any. A transaction sees what it has written itself, which bitmaps do not; what is rare PostgreSQL finds as quickly. */
async function bitmapsFor({ db, bitmaps, statistics }: SearchWire, request: SearchRequest): Promise<SearchBitmaps | undefined> {
  const { region, projection } = request
  const found = bitmaps.find(({ register }) => register.region === region && register.projection === projection)
  if (!found || db.isTransaction) return undefined
  return gatheringTime(request, await statistics(db)) < found.bounds.quick ? undefined : found
}

/** A page whose rows the bitmaps name and PostgreSQL shows, if both speak of the same version; else null. */
export async function pageFromBitmaps(wire: SearchWire, { request, sort, after, limit }: Stretch): Promise<Found | null> {
  const bitmaps = await bitmapsFor(wire, request)
  const { region, projection, query, filters } = request
  const found = await bitmaps?.page({ request: { region, projection, query, filters }, sort, after, limit })
  if (!bitmaps || !found) return null
  const values = new Values()
  values.at(region)
  const ids = found.keys.map(({ id }) => id)
  const shown = await asker(wire.db)<ShownColumns & { version: string }>(
    `SELECT at.version, shown.*
     FROM (SELECT ${versionSql} AS version) AS at
     LEFT JOIN (SELECT ${shownColumns} FROM ${sourceSql(request, values)} WHERE id = ANY(${values.at(ids, 'uuid[]')})) AS shown ON true`,
    values.list,
  )
  const byId = new Map(shown.map((row) => [row.id, row]))
  const rows = found.keys.flatMap(({ id, hit }) => {
    const row = byId.get(id)
    return row ? { ...row, hit } : []
  })
  if (shown[0]!.version === found.version && rows.length === found.keys.length)
    return { count: found.count, exact: found.exact, rows }
  bitmaps.renew()
  return null
}

/** Facets counted from the bitmaps, if they are of the register's present version; else null. */
export async function facetsFromBitmaps(wire: SearchWire, request: SearchRequest): Promise<Facets | null> {
  const bitmaps = await bitmapsFor(wire, request)
  const { region, projection, query, filters } = request
  const found = await bitmaps?.facets({ request: { region, projection, query, filters } })
  if (!bitmaps || !found) return null
  const [now] = await asker(wire.db)<{ version: string }>(`SELECT ${versionSql} AS version`, [region])
  if (now!.version !== found.version) {
    bitmaps.renew()
    return null
  }
  const facets = facetNames.map((facet) => [facet, sortBuckets(facet, found.facets[facet])] as const)
  return { count: found.count, exact: true, ...(Object.fromEntries(facets) as Record<FacetName, Bucket[]>) }
}
