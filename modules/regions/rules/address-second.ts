import { laterInText, twoPlaces } from './address-answers.ts'
import { readHead } from './address-head.ts'
import { countiesOf, mentions } from './address-mentions.ts'
import { countyOf, levelOf, prefectureOf, within } from './division.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceFound } from './place.ts'
import { isHomeCounty, mayBeHome } from './place-of.ts'

/**
 * Looks for a second place in the same text: another home county behind the first, another address behind a comma or in brackets.
 * A second address that only says more than the first completes it.
 */
export function secondPlace(found: PlaceFound, rest: string, asides: readonly string[], gazetteer: Gazetteer): PlaceFound {
  if (found.reasons.some(({ code }) => code === 'two-places' || code === 'township-elsewhere')) return found
  const [behind = '', ...others] = rest.split(/[;；、,，/|]|以及|及其/u)
  const atHome = found.county !== undefined && isHomeCounty(found.county, gazetteer)
  const codes = atHome ? countiesOf(mentions(behind, 'county', gazetteer)) : []
  for (const text of [...others, ...asides]) codes.push(...openingPlace(text, gazetteer))
  for (const code of codes) {
    const finest = found.county ?? found.prefecture
    if (finest !== undefined && within(finest, code)) continue
    if (isHomeCounty(code, gazetteer) && found.county === undefined && mayBeHome(found, gazetteer)) {
      const open = found.candidates.length === 0 || found.candidates.includes(code)
      return open ? laterInText(code, gazetteer) : twoPlaces([...found.candidates, code], gazetteer)
    }
    if (finest === undefined) continue
    const first = found.county === undefined && found.candidates.length > 0 ? found.candidates : [finest]
    if (prefectureOf(finest) === gazetteer.home || prefectureOf(code) === gazetteer.home)
      return twoPlaces([...first, code], gazetteer)
  }
  return found
}

/** The county or prefecture that a text begins with under its official or shortened name, if it is but one. */
function openingPlace(text: string, gazetteer: Gazetteer): number[] {
  const { steps } = readHead(text.replace(/^[\s:]+/u, ''), gazetteer)
  const [opening] = steps
  if (!opening?.spelled.some(({ kind }) => kind === 'name' || kind === 'abbreviation')) return []
  const codes = [...new Set(steps.at(-1)!.spelled.map(({ division }) => countyOf(division.code)))]
  return codes.length === 1 && levelOf(codes[0]!) !== 'province' ? codes : []
}
