import { RoaringBitmap32 } from 'roaring-wasm'
import { type Query, termsOf } from '#kernel/words'
import { isFineClass } from '../filter-sql.ts'
import type { FacetName, Filters } from '../request.ts'
import type { Snapshot } from './snapshot.ts'
import type { RowSet, TermSets } from './term-sets.ts'

/** The rows that fit a query, or some more; a set of its own that the caller may change and throws away. */
export async function rowsOfQuery(query: Query, terms: TermSets, snapshot: Snapshot): Promise<RowSet> {
  const byTerm = new Map(await Promise.all(termsOf(query).map(async (term) => [term, await terms.of(term)] as const)))
  const evaluate = (part: Query): RowSet => {
    if (part.is === 'not') {
      const { set, exact } = byTerm.get(part.of)!
      // Without what may have the term some rows would be lost that do not.
      return exact ? { set: RoaringBitmap32.andNot(snapshot.all, set), exact } : { set: snapshot.all.clone(), exact }
    }
    if (part.is !== 'and' && part.is !== 'or') {
      const { set, exact } = byTerm.get(part)!
      return { set: set.clone(), exact }
    }
    const [first, ...others] = part.of.map(evaluate)
    for (const other of others) {
      if (part.is === 'and') first!.set.andInPlace(other.set)
      else first!.set.orInPlace(other.set)
      other.set.dispose()
    }
    return { set: first!.set, exact: first!.exact && others.every(({ exact }) => exact) }
  }
  return evaluate(query)
}

/** The rows of a class finer than the facets, where the filters ask for one. */
export type FineClass = RoaringBitmap32 | null

/** The rows that pass the filters. The caller throws the set away. */
export function rowsOfFilters(filters: Filters, { facets, all }: Snapshot, fineClass: FineClass): RoaringBitmap32 {
  const { county, right, status, yearFrom, yearTo, ipc, holderKind } = filters
  const chosen: [FacetName, string | null | undefined][] = [
    ['county', county === null || county === undefined ? county : String(county)],
    ['right', right],
    ['status', status],
    ['holderKind', holderKind],
  ]
  const passing = all.clone()
  const keep = (set: RoaringBitmap32 | undefined) => (set ? passing.andInPlace(set) : passing.clear())
  for (const [facet, value] of chosen) if (value !== undefined) keep(facets[facet].sets.get(value))
  if (yearFrom !== undefined || yearTo !== undefined) {
    const years = [...facets.year.sets].flatMap(([year, set]) =>
      year !== null && Number(year) >= (yearFrom ?? 0) && Number(year) <= (yearTo ?? 9999) ? set : [],
    )
    const within = RoaringBitmap32.orMany(years)
    passing.andInPlace(within)
    within.dispose()
  }
  if (ipc !== undefined) {
    if (isFineClass(ipc)) keep(fineClass ?? undefined)
    else keep((ipc.length === 1 ? facets.ipcSection : facets.ipcClass).sets.get(ipc))
  }
  return passing
}
