import { placeOfAddress } from './address.ts'
import { placeOfCreditCode } from './credit-code-place.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceFound, PlaceReason } from './place.ts'
import { isHomeCounty, mayBeHome, nameOf, path, placeOf } from './place-of.ts'

/** What is known about where the holder of a right sits; absent where a source is silent. */
export interface PlaceFacts {
  readonly address?: string
  /** Province, city and county in the source's own columns. */
  readonly sourceWords?: { readonly province?: string; readonly city?: string; readonly county?: string }
  readonly creditCode?: string
  /** A decision by hand: a home county, or null for the prefecture itself (州本级). */
  readonly handDecision?: number | null
}

export type DecidedBy = 'hand' | 'address' | 'source-words'

/**
 * decided: this county, or null for the prefecture itself where a hand said so; outside: the holder sits elsewhere;
 * unclear: for the queue (县市不明), with proposals, the best first; silent: nothing speaks about the place at all.
 */
export type PlaceDecision =
  | {
      readonly state: 'decided'
      readonly county: number | null
      readonly by: DecidedBy
      readonly reasons: readonly DecisionReason[]
    }
  | { readonly state: 'outside'; readonly by: DecidedBy; readonly reasons: readonly DecisionReason[] }
  | { readonly state: 'unclear'; readonly proposals: readonly Proposal[]; readonly reasons: readonly DecisionReason[] }
  | { readonly state: 'silent'; readonly reasons: readonly DecisionReason[] }

export interface Proposal {
  readonly county: number
  readonly by: 'address' | 'source-words' | 'credit-code'
}

export type DecisionReason =
  | PlaceReason
  | { readonly code: 'by-hand'; readonly place: string }
  | { readonly code: 'hand-against-address'; readonly place: string }
  | { readonly code: 'sources-agree'; readonly place: string }
  | { readonly code: 'source-words-say'; readonly place: string }
  | { readonly code: 'address-against-source-words'; readonly address: string; readonly words: string }
  | { readonly code: 'registered-at'; readonly place: string }
  | { readonly code: 'registered-elsewhere'; readonly place: string }

/**
 * Decides the county of a right's holder (地域归属). A hand decision stands whatever the sources say. Address and the source's
 * own words must not contradict each other; what one of them leaves open the other may fill. The credit code only proposes.
 */
export function decidePlace(facts: PlaceFacts, gazetteer: Gazetteer): PlaceDecision {
  const address = facts.address?.trim() ? standingOf(placeOfAddress(facts.address, gazetteer), gazetteer) : absent
  const words = standingOfWords(facts.sourceWords, gazetteer)
  const registered = facts.creditCode === undefined ? null : placeOfCreditCode(facts.creditCode, gazetteer)
  if (facts.handDecision !== undefined) return byHand(facts.handDecision, address, gazetteer)
  const settled = weigh(address, words)
  const at = registered ? path(registered, gazetteer) : ''
  if (settled.state === 'decided' && registered && registered.county !== undefined && registered.county !== settled.county)
    return { ...settled, reasons: [...settled.reasons, { code: 'registered-elsewhere', place: at }] }
  if (settled.state === 'decided' || settled.state === 'outside' || !registered) return settled
  const reasons: DecisionReason[] = [...settled.reasons, { code: 'registered-at', place: at }]
  const county = registered.county
  if (county === undefined || !isHomeCounty(county, gazetteer)) return { ...settled, reasons }
  const proposals = settled.state === 'unclear' ? settled.proposals : []
  const better = proposals.length === 0 || proposals.some((one) => one.county === county)
  const others = proposals.filter((one) => one.county !== county)
  return { state: 'unclear', proposals: better ? [{ county, by: 'credit-code' }, ...others] : proposals, reasons }
}

/** What one source comes down to: a home county, elsewhere, home but open, or nothing. */
interface Standing {
  readonly kind: 'county' | 'outside' | 'open' | 'nothing'
  readonly found: PlaceFound
  /** As a person would say it. */
  readonly place: string
}

const absent: Standing = { kind: 'nothing', found: { certainty: 'none', candidates: [], reasons: [] }, place: '' }

function standingOf(found: PlaceFound, gazetteer: Gazetteer): Standing {
  const place = found.country ?? path(found, gazetteer)
  if (found.county !== undefined && isHomeCounty(found.county, gazetteer)) return { kind: 'county', found, place }
  const twoPlaces = found.reasons.some(({ code }) => code === 'two-places')
  if (twoPlaces || found.candidates.length > 0) return { kind: 'open', found, place }
  if (found.country !== undefined || !mayBeHome(found, gazetteer)) return { kind: 'outside', found, place }
  return { kind: found.province === undefined ? 'nothing' : 'open', found, place }
}

/** A column that holds nothing but counties may be taken at its word: 永靖 is 永靖县 there. */
function standingOfWords(words: PlaceFacts['sourceWords'], gazetteer: Gazetteer): Standing {
  const text = [words?.province, words?.city, words?.county].map((word) => word?.trim() ?? '').join('')
  if (text === '') return absent
  const standing = standingOf(placeOfAddress(text, gazetteer), gazetteer)
  const [only, ...more] = standing.found.candidates
  if (!words?.county || only === undefined || more.length > 0) return standing
  return { kind: 'county', found: { ...standing.found, ...placeOf(only) }, place: nameOf(only, gazetteer) }
}

function byHand(county: number | null, address: Standing, gazetteer: Gazetteer): PlaceDecision {
  const reasons: DecisionReason[] = [{ code: 'by-hand', place: nameOf(county ?? gazetteer.home, gazetteer) }]
  const against = address.kind === 'outside' || (address.kind === 'county' && address.found.county !== county)
  if (against) reasons.push({ code: 'hand-against-address', place: address.place })
  return { state: 'decided', county, by: 'hand', reasons }
}

function weigh(address: Standing, words: Standing): PlaceDecision {
  if (address.kind === 'nothing') return alone(words, 'source-words', address.found.reasons)
  if (words.kind === 'nothing') return alone(address, 'address', [])
  if (contradict(address, words)) {
    const reasons: DecisionReason[] = [
      { code: 'address-against-source-words', address: address.place, words: words.place },
      ...address.found.reasons,
    ]
    return { state: 'unclear', proposals: [...proposals(address, 'address'), ...proposals(words, 'source-words')], reasons }
  }
  if (address.kind === 'open' && words.kind === 'open') {
    const both = [...proposals(address, 'address'), ...proposals(words, 'source-words')]
    const first = both.filter(({ county }, at) => both.findIndex((one) => one.county === county) === at)
    return { state: 'unclear', proposals: first, reasons: address.found.reasons }
  }
  if (address.kind === 'open') {
    const said: DecisionReason = { code: 'source-words-say', place: words.place }
    return alone(words, 'source-words', [...address.found.reasons, said])
  }
  return alone(
    address,
    'address',
    address.kind === 'county' && words.kind === 'county' ? [{ code: 'sources-agree', place: address.place }] : [],
  )
}

/** One is at home and the other is not, or they name different counties, or one rules the other out. */
function contradict(one: Standing, other: Standing): boolean {
  if ((one.kind === 'outside') !== (other.kind === 'outside')) return true
  if (one.kind === 'outside') return false
  if (one.kind === 'county' && other.kind === 'county') return one.found.county !== other.found.county
  const [county, open] = one.kind === 'county' ? [one, other] : [other, one]
  if (county.kind !== 'county' || open.found.by === 'postcode' || open.found.by === 'road') return false
  return open.found.candidates.length > 0 && !open.found.candidates.includes(county.found.county!)
}

function alone(standing: Standing, by: 'address' | 'source-words', before: readonly DecisionReason[]): PlaceDecision {
  const reasons = standing.found.reasons.length > 0 ? [...standing.found.reasons, ...before] : before
  if (standing.kind === 'county') return { state: 'decided', county: standing.found.county!, by, reasons }
  if (standing.kind === 'outside') return { state: 'outside', by, reasons }
  if (standing.kind === 'open') return { state: 'unclear', proposals: proposals(standing, by), reasons }
  return { state: 'silent', reasons }
}

function proposals({ kind, found }: Standing, by: Proposal['by']): Proposal[] {
  const counties = kind === 'county' ? [found.county!] : found.candidates
  return counties.map((county) => ({ county, by }))
}
