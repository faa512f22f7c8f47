import type { Bucket } from '../../contract.ts'
import type { FacetName } from './request.ts'

/** Biggest bucket first, years newest first, rows without a value last. */
export function sortBuckets(facet: FacetName, buckets: readonly { value: string | null; count: number }[]): Bucket[] {
  return buckets
    .map(({ value, count }) => ({ value, count }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      if (facet === 'year') return Number(b.value) - Number(a.value)
      return b.count - a.count || (a.value < b.value ? -1 : 1)
    })
}
