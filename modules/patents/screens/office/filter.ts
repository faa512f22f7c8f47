import type { SearchFilter, SearchQuery } from '../../contract.ts'

const keys = ['query', 'county', 'right', 'status', 'yearFrom', 'yearTo', 'ipc', 'holderKind'] as const
export type FilterKey = (typeof keys)[number]

/** The filter that stands in the page's address; the server judges its values. */
export function readFilter(search: Readonly<Record<string, unknown>>): SearchFilter {
  const found = keys.flatMap((key) => (search[key] ? [[key, String(search[key])]] : []))
  return Object.fromEntries(found) as SearchFilter
}

export function readSort(search: Readonly<Record<string, unknown>>, filter: SearchFilter): NonNullable<SearchQuery['sort']> {
  const sort = search.sort
  if (sort === 'newest' || sort === 'oldest' || sort === 'relevance') return sort
  return filter.query ? 'relevance' : 'newest'
}

/** The conditions one by one, for showing and taking away; the two years are one. */
export function conditionsOf(filter: SearchFilter): readonly { readonly key: FilterKey; readonly drop: readonly FilterKey[] }[] {
  return keys.flatMap((key) => {
    if (filter[key] === undefined) return []
    if (key === 'yearTo' && filter.yearFrom !== undefined) return []
    return [{ key, drop: key === 'yearFrom' || key === 'yearTo' ? (['yearFrom', 'yearTo'] as const) : [key] }]
  })
}
