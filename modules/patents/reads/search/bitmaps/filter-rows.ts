import { RoaringBitmap32 } from 'roaring-wasm'
import { isFineClass } from '../filter-sql.ts'
import type { FacetName, Filters } from '../request.ts'
import { combined } from './row-sets.ts'
import type { Scratch } from './scratch.ts'
import type { Snapshot } from './snapshot.ts'

/** The rows of a class finer than the facets, where the filters ask for one. */
export type FineClass = RoaringBitmap32 | null

/** The rows that pass the filters. */
export function rowsOfFilters(
  filters: Filters,
  { facets, all }: Snapshot,
  fineClass: FineClass,
  scratch: Scratch,
): RoaringBitmap32 {
  const { county, right, status, yearFrom, yearTo, ipc, holderKind } = filters
  const chosen: [FacetName, string | null | undefined][] = [
    ['county', county === null || county === undefined ? county : String(county)],
    ['right', right],
    ['status', status],
    ['holderKind', holderKind],
  ]
  const sets: (RoaringBitmap32 | undefined)[] = chosen.flatMap(([facet, value]) =>
    value === undefined ? [] : [facets[facet].sets.get(value)],
  )
  if (yearFrom !== undefined || yearTo !== undefined) {
    const within = [...facets.year.sets].flatMap(([year, set]) =>
      year !== null && Number(year) >= (yearFrom ?? 0) && Number(year) <= (yearTo ?? 9999) ? [set] : [],
    )
    sets.push(within.length ? scratch.keep(RoaringBitmap32.orMany(within)) : undefined)
  }
  if (ipc !== undefined) {
    sets.push(
      isFineClass(ipc) ? (fineClass ?? undefined) : (ipc.length === 1 ? facets.ipcSection : facets.ipcClass).sets.get(ipc),
    )
  }
  return combined(sets.length ? sets.map((set) => set ?? scratch.keep(new RoaringBitmap32())) : [all], 'and', scratch)
}
