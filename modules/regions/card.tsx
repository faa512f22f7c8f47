import { useQuery } from '@tanstack/react-query'
import { openWire } from '#ui'
import type { County, RegionRoutes } from './contract.ts'

const ask = openWire<RegionRoutes>()

/** The counties of this prefecture in the official order; empty until they are there. */
export function useCounties(): { readonly counties: readonly County[]; readonly nameOf: (code: string | null) => string } {
  const { data } = useQuery({
    queryKey: ['regions', 'counties'],
    queryFn: () => ask('GET /api/regions/counties'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const counties = data?.counties ?? []
  const nameOf = (code: string | null): string => {
    if (code === null || code === 'none') return '州本级'
    return counties.find((county) => county.code === code)?.shortName ?? code
  }
  return { counties, nameOf }
}
