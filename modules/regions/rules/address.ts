import { twoPlaces } from './address-answers.ts'
import { further } from './address-further.ts'
import { type Head, readHead, type Step } from './address-head.ts'
import { countiesOf, mentions } from './address-mentions.ts'
import { type AddressParts, partsOfAddress } from './address-parts.ts'
import { weighPostcode } from './address-postcode.ts'
import { secondPlace } from './address-second.ts'
import { countryAtStart } from './countries.ts'
import { countyOf, type Division, levelOf, prefectureOf } from './division.ts'
import type { Gazetteer, Spelled } from './gazetteer.ts'
import type { PlaceFound, PlaceReason } from './place.ts'
import { commonPlace, mayBeHome, nameOf, names, type Place, path, placeOf, withoutCounty } from './place-of.ts'

/**
 * Where a Chinese postal address as printed in patent sources lies: `731100 甘肃省临夏州临夏市红园路…`, `甘肃省康乐县…`,
 * `甘肃永靖刘家峡镇…`. A county is named only where the text names it, or a township that lies in one county of the prefecture
 * alone; what can be read in two ways comes back as candidates with the reason. Postcodes propose and never decide.
 * Of other prefectures it tells province, prefecture and county as far as official names, shortened or former ones go.
 */
export function placeOfAddress(text: string, gazetteer: Gazetteer): PlaceFound {
  const parts = partsOfAddress(text)
  return weighPostcode(placeOfParts(parts, gazetteer), parts.postcode, gazetteer)
}

function placeOfParts({ main, asides }: AddressParts, gazetteer: Gazetteer): PlaceFound {
  if (main === '' && asides.length === 0) return nothing({ code: 'address-empty' })
  if (!/\p{Script=Han}/u.test(main + asides.join(''))) return nothing({ code: 'address-not-chinese' })
  const country = countryAtStart(main)
  if (country) return { ...nothing({ code: 'abroad', country }), country }
  const head = readHead(main, gazetteer)
  return secondPlace(settle(head, main, gazetteer), main.slice(head.end), asides, gazetteer)
}

/** What the head of the address says, looked at with what stands right behind it. */
function settle(head: Head, main: string, gazetteer: Gazetteer): PlaceFound {
  const rest = main.slice(head.end).replace(/^[,，、;:·\-—_/|]+/u, '')
  const last = head.steps.at(-1)
  if (!last) return further({}, main, undefined, gazetteer)
  const divisions = last.spelled.map(({ division }) => division)
  const place = commonPlace(divisions)
  if (head.secondCounty) return twoPlaces([countyOf(divisions[0]!.code), head.secondCounty.code], gazetteer)
  if (place.county !== undefined) return withCounty({ head, place, county: place.county, rest }, gazetteer)
  if (divisions.every(({ code }) => levelOf(code) === 'township')) return inSeveral(place, last.text, divisions, gazetteer)
  if (mayBeHome(place, gazetteer)) return further(place, rest, last, gazetteer)
  return { ...nothing(elsewhere(place, last, gazetteer)), ...place }
}

interface Named {
  readonly head: Head
  readonly place: Place
  readonly county: number
  /** The text behind the head. */
  readonly rest: string
}

/** The county is named, or follows from the township. */
function withCounty(named: Named, gazetteer: Gazetteer): PlaceFound {
  const { head, place, county } = named
  const step = head.steps.find(({ spelled }) => spelled.some(({ division }) => division.code === county))
  const kind = step && kindOf(step, county)
  const inFull = kind === 'name' || kind === 'abbreviation'
  if (prefectureOf(county) !== gazetteer.home) {
    const reasons: PlaceReason[] = [{ code: 'elsewhere', place: path(place, gazetteer) }]
    return {
      ...place,
      by: inFull ? 'county-name' : 'short-name',
      certainty: inFull ? 'certain' : 'likely',
      candidates: [],
      reasons,
    }
  }
  if (!step || (step.spelled.length > 1 && place.township !== undefined)) return byTownship(named, step, gazetteer)
  const confirmed = place.township !== undefined
  const slip = slipOf(head, county, gazetteer)
  const clash = confirmed ? null : townshipElsewhere(named, slip, gazetteer)
  if (clash) return clash
  const reason: PlaceReason =
    kind === 'name'
      ? { code: 'county-written', county: nameOf(county, gazetteer) }
      : { code: kind === 'old' ? 'county-formerly' : 'county-shortened', text: step.text, county: nameOf(county, gazetteer) }
  if (head.steps.length === 1 && !confirmed && kind === 'short') {
    const reasons: PlaceReason[] = [{ code: 'short-name-alone', text: step.text, county: nameOf(county, gazetteer) }]
    return { ...withoutCounty(place), by: 'short-name', certainty: 'weak', candidates: [county], reasons }
  }
  return {
    ...place,
    by: inFull ? 'county-name' : kind === 'old' ? 'old-name' : 'short-name',
    certainty: confirmed || (inFull && slip.length === 0) ? 'certain' : 'likely',
    candidates: [],
    reasons: [...slip, reason],
  }
}

/** `step` is the county's own name where it stands but can mean others too: 东乡县锁南镇. */
function byTownship({ head, place, county }: Named, step: Step | undefined, gazetteer: Gazetteer): PlaceFound {
  const kind = kindOf(head.steps.at(-1)!, place.township!)
  const inFull = kind === 'name' || kind === 'abbreviation'
  const reason = { township: nameOf(place.township!, gazetteer), county: nameOf(county, gazetteer) }
  const reasons: PlaceReason[] = [{ code: 'township-of', ...reason }]
  return { ...place, by: 'township', certainty: inFull || step ? 'certain' : 'likely', candidates: [], reasons }
}

function slipOf({ cityForPrefecture }: Head, county: number, gazetteer: Gazetteer): PlaceReason[] {
  return cityForPrefecture ? [{ code: 'city-for-prefecture', text: cityForPrefecture, county: nameOf(county, gazetteer) }] : []
}

/** 临夏市韩集镇: the township behind the county lies in another one, and only there. */
function townshipElsewhere({ place, county, rest }: Named, slip: PlaceReason[], gazetteer: Gazetteer): PlaceFound | null {
  const behind = mentions(rest, 'township', gazetteer).find(({ at }) => at === 0)
  const counties = behind ? countiesOf([behind]) : []
  const [other] = counties
  if (!behind || other === undefined || counties.length > 1) return null
  const [named, township, lies] = [nameOf(county, gazetteer), behind.text, nameOf(other, gazetteer)]
  const reasons: PlaceReason[] = [...slip, { code: 'township-elsewhere', county: named, township, other: lies }]
  return { ...withoutCounty(place), by: 'county-name', certainty: 'weak', candidates: [county, other], reasons }
}

/** 临夏州城关镇. */
function inSeveral(place: Place, township: string, divisions: readonly Division[], gazetteer: Gazetteer): PlaceFound {
  const candidates = [...new Set(divisions.map(({ code }) => countyOf(code)))]
  const reasons: PlaceReason[] = [{ code: 'township-in-several', township, counties: names(candidates, gazetteer) }]
  return { ...place, by: 'township', certainty: 'weak', candidates, reasons }
}

function elsewhere(place: Place, last: Step, gazetteer: Gazetteer): PlaceReason {
  if (place.province !== undefined) return { code: 'elsewhere', place: path(place, gazetteer) }
  return {
    code: 'name-ambiguous',
    text: last.text,
    places: last.spelled.map(({ division }) => path(placeOf(division.code), gazetteer)),
  }
}

const nothing = (reason: PlaceReason): PlaceFound => ({ certainty: 'none', candidates: [], reasons: [reason] })

const kindOf = (step: Step, code: number): Spelled['kind'] => step.spelled.find(({ division }) => division.code === code)!.kind
