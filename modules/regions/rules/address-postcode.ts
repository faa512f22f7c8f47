import type { Gazetteer } from './gazetteer.ts'
import type { PlaceFound, PlaceReason } from './place.ts'
import { mayBeHome, nameOf } from './place-of.ts'

/**
 * Weighs a postcode: it is served by one head office and may reach over a county's border, so it only proposes a county where
 * none is named, and is remarked upon where it disagrees.
 */
export function weighPostcode(found: PlaceFound, postcode: string | undefined, gazetteer: Gazetteer): PlaceFound {
  const county = postcode === undefined ? undefined : gazetteer.countyOfPostcode(postcode)
  if (postcode === undefined || county === undefined || found.country || found.county === county) return found
  const reason = { postcode, county: nameOf(county, gazetteer) }
  const elsewhere: PlaceReason = { code: 'postcode-elsewhere', ...reason }
  const open = found.county === undefined && mayBeHome(found, gazetteer)
  if (!open || (found.candidates.length > 0 && !found.candidates.includes(county)))
    return { ...found, reasons: [...found.reasons, elsewhere] }
  return {
    ...found,
    by: found.by ?? 'postcode',
    certainty: 'weak',
    candidates: [...new Set([county, ...found.candidates])],
    reasons: [...found.reasons, { code: 'postcode-suggests', ...reason }],
  }
}
