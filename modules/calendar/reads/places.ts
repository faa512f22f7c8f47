import { gazetteer } from '#modules/regions'
import { NATION } from '../holiday-notice.ts'

/** Whose notices may be entered: the State Council's, the prefecture's, its counties'. */
export function noticePlaces(region: number): { code: string; name: string }[] {
  const places = gazetteer(region)
  return [
    { code: String(NATION), name: '国务院办公厅（全国）' },
    { code: String(region), name: places.division(region)?.name ?? String(region) },
    ...places.counties.map((county) => ({ code: String(county.code), name: county.name })),
  ]
}
