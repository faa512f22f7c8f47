import { laterInText, twoPlaces } from './address-answers.ts'
import type { Step } from './address-head.ts'
import { countiesOf, type Mention, mentions, stemAtStart } from './address-mentions.ts'
import { levelOf } from './division.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceFound, PlaceReason } from './place.ts'
import { isHomeCounty, nameOf, names, type Place, path, placeOf } from './place-of.ts'

/**
 * The head of the address stops at prefecture or province, is ambiguous or says nothing: what does the text behind it name?
 * `last` is the name that the head ended with.
 */
export function further(place: Place, rest: string, last: Step | undefined, gazetteer: Gazetteer): PlaceFound {
  const counties = countiesOf(mentions(rest, 'county', gazetteer))
  const [county] = counties
  if (counties.length > 1) return twoPlaces(counties, gazetteer)
  if (county !== undefined) return laterInText(county, gazetteer)
  const townships = mentions(rest, 'township', gazetteer)
  return townships.length > 0 ? byTownships(place, townships, gazetteer) : withoutName(place, rest, last, gazetteer)
}

function byTownships(place: Place, townships: readonly Mention[], gazetteer: Gazetteer): PlaceFound {
  const [first] = townships
  const candidates = countiesOf(townships)
  const township = first!.text
  if (candidates.length > 1) {
    const reasons: PlaceReason[] = [{ code: 'township-in-several', township, counties: names(candidates, gazetteer) }]
    return { ...place, by: 'township', certainty: 'weak', candidates, reasons }
  }
  const county = nameOf(candidates[0]!, gazetteer)
  // Without the prefecture a short name may be met elsewhere in the province (新集镇); 刘家峡镇 and 三甲集镇 are not.
  const tells = place.prefecture === gazetteer.home || (place.province !== undefined && township.length >= 4)
  if (!tells)
    return { ...place, by: 'township', certainty: 'weak', candidates, reasons: [{ code: 'township-alone', township, county }] }
  const reasons: PlaceReason[] = [{ code: 'township-of', township, county }]
  return { ...placeOf(first!.divisions[0]!.code), by: 'township', certainty: 'likely', candidates: [], reasons }
}

/** Neither county nor township is named; a road or quarter called like a township still proposes one. */
function withoutName(place: Place, rest: string, last: Step | undefined, gazetteer: Gazetteer): PlaceFound {
  const ambiguous = last && last.spelled.length > 1 ? last : undefined
  const open = ambiguous ? ambiguity(ambiguous, gazetteer) : downTo(place, gazetteer)
  const inQuestion = ambiguous?.spelled.map(({ division }) => division.code).filter((code) => isHomeCounty(code, gazetteer)) ?? []
  const stem = place.province === undefined ? null : stemAtStart(rest, gazetteer)
  const [county, ...more] = stem ? countiesOf([stem]) : []
  if (stem && county !== undefined && more.length === 0 && (inQuestion.length === 0 || inQuestion.includes(county))) {
    const reasons: PlaceReason[] = [open, { code: 'road-like-township', text: stem.text, county: nameOf(county, gazetteer) }]
    return { ...place, by: 'road', certainty: 'weak', candidates: [...new Set([county, ...inQuestion])], reasons }
  }
  if (inQuestion.length === 0) return { ...place, certainty: 'none', candidates: [], reasons: [open] }
  return { ...place, by: 'short-name', certainty: 'weak', candidates: inQuestion, reasons: [open] }
}

function ambiguity({ text, spelled }: Step, gazetteer: Gazetteer): PlaceReason {
  return { code: 'name-ambiguous', text, places: spelled.map(({ division }) => path(placeOf(division.code), gazetteer)) }
}

function downTo(place: Place, gazetteer: Gazetteer): PlaceReason {
  const finest = place.prefecture ?? place.province
  if (finest === undefined) return { code: 'nothing-recognised' }
  return { code: 'only-down-to', place: path(place, gazetteer), level: levelOf(finest) }
}
