import type { Gazetteer } from './gazetteer.ts'
import type { PlaceFound, PlaceReason } from './place.ts'
import { commonPlace, isHomeCounty, nameOf, path, placeOf, withoutCounty } from './place-of.ts'

/** A county named not at the head of the address but behind it or in brackets. */
export function laterInText(county: number, gazetteer: Gazetteer): PlaceFound {
  const reasons: PlaceReason[] = [{ code: 'county-later-in-text', county: nameOf(county, gazetteer) }]
  return { ...placeOf(county), by: 'county-name', certainty: 'likely', candidates: [], reasons }
}

/** The text names two places: what they share stands, the home counties among them are the candidates. */
export function twoPlaces(codes: readonly number[], gazetteer: Gazetteer): PlaceFound {
  const different = [...new Set(codes)]
  const candidates = different.filter((code) => isHomeCounty(code, gazetteer))
  return {
    ...withoutCounty(commonPlace(different.map((code) => ({ code, name: '' })))),
    ...(candidates.length > 0 && { by: 'county-name' }),
    certainty: candidates.length > 0 ? 'weak' : 'none',
    candidates,
    reasons: [{ code: 'two-places', places: different.map((code) => path(placeOf(code), gazetteer)) }],
  }
}
