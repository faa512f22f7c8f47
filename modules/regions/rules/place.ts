import type { Level } from './division.ts'

/** By what a county was recognised. */
export type PlaceEvidence = 'county-name' | 'short-name' | 'old-name' | 'township' | 'road' | 'postcode'

/** certain and likely name a county; weak only proposes candidates; none says nothing about it. */
export type Certainty = 'certain' | 'likely' | 'weak' | 'none'

/** Where an address lies, as far as it says so (地址所在地). Codes of GB/T 2260; what it does not say is absent. */
export interface PlaceFound {
  readonly province?: number
  readonly prefecture?: number
  readonly county?: number
  readonly township?: number
  /** The country, where it is not China. */
  readonly country?: string
  /** How the county, or the first candidate, was recognised. */
  readonly by?: PlaceEvidence
  readonly certainty: Certainty
  /** The home counties that come into question where none is named with certainty, the best first. */
  readonly candidates: readonly number[]
  readonly reasons: readonly PlaceReason[]
}

/** Why a place was taken or not; `words.ts` holds the sentences. Facts are names as a person reads them. */
export type PlaceReason =
  | { readonly code: 'address-empty' }
  | { readonly code: 'address-not-chinese' }
  | { readonly code: 'abroad'; readonly country: string }
  | { readonly code: 'nothing-recognised' }
  | { readonly code: 'elsewhere'; readonly place: string }
  | { readonly code: 'only-down-to'; readonly place: string; readonly level: Level }
  | { readonly code: 'county-written'; readonly county: string }
  | { readonly code: 'county-shortened'; readonly text: string; readonly county: string }
  | { readonly code: 'county-formerly'; readonly text: string; readonly county: string }
  | { readonly code: 'county-later-in-text'; readonly county: string }
  | { readonly code: 'township-of'; readonly township: string; readonly county: string }
  | { readonly code: 'township-alone'; readonly township: string; readonly county: string }
  | { readonly code: 'township-in-several'; readonly township: string; readonly counties: readonly string[] }
  | { readonly code: 'township-elsewhere'; readonly county: string; readonly township: string; readonly other: string }
  | { readonly code: 'city-for-prefecture'; readonly text: string; readonly county: string }
  | { readonly code: 'name-ambiguous'; readonly text: string; readonly places: readonly string[] }
  | { readonly code: 'short-name-alone'; readonly text: string; readonly county: string }
  | { readonly code: 'road-like-township'; readonly text: string; readonly county: string }
  | { readonly code: 'two-places'; readonly places: readonly string[] }
  | { readonly code: 'postcode-suggests'; readonly postcode: string; readonly county: string }
  | { readonly code: 'postcode-elsewhere'; readonly postcode: string; readonly county: string }
