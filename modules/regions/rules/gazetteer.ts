import { type Division, levelOf, prefectureOf } from './division.ts'
import { type SpellingKind, spellingsOf } from './spellings.ts'

/** A division under one of its spellings. */
export interface Spelled {
  readonly division: Division
  readonly kind: SpellingKind
}

export interface GazetteerLists {
  /** Provinces, prefectures and counties of the whole country. */
  readonly divisions: readonly Division[]
  /** Townships of the home prefecture. */
  readonly townships: readonly Division[]
  readonly aliases: readonly { readonly alias: string; readonly code: number; readonly kind: 'old' | 'short' }[]
  readonly postcodes: readonly { readonly prefix: string; readonly county: number }[]
}

/** What there is to know about places: names, spellings and postcodes, seen from one prefecture (地名录). */
export interface Gazetteer {
  /** The prefecture that keeps the register, 622900. */
  readonly home: number
  /** Its counties in the official order. */
  readonly counties: readonly Division[]
  division(code: number): Division | undefined
  /** The spellings that begin at a place of a text, the longest first; all divisions of one spelling together. */
  at(text: string, from: number): Iterable<{ readonly length: number; readonly spelled: readonly Spelled[] }>
  /** The home county of a postcode's first four digits. */
  countyOfPostcode(postcode: string): number | undefined
}

export function gazetteerOf(home: number, lists: GazetteerLists): Gazetteer {
  const byCode = new Map<number, Division>()
  const bySpelling = new Map<string, Spelled[]>()
  let longest = 0

  function learn(text: string, spelled: Spelled) {
    longest = Math.max(longest, text.length)
    const known = bySpelling.get(text)
    if (!known) bySpelling.set(text, [spelled])
    else if (known.every(({ division }) => division !== spelled.division)) known.push(spelled)
  }

  for (const division of [...lists.divisions, ...lists.townships]) {
    byCode.set(division.code, division)
    for (const { text, kind } of spellingsOf(division.name, levelOf(division.code))) learn(text, { division, kind })
  }
  for (const { alias, code, kind } of lists.aliases) {
    const division = byCode.get(code)
    if (division) learn(alias, { division, kind })
  }
  const postcodes = new Map(lists.postcodes.map(({ prefix, county }) => [prefix, county]))

  return {
    home,
    counties: lists.divisions.filter(({ code }) => levelOf(code) === 'county' && prefectureOf(code) === home),
    division: (code) => byCode.get(code),
    *at(text, from) {
      for (let length = Math.min(longest, text.length - from); length >= 2; length--) {
        const spelled = bySpelling.get(text.slice(from, from + length))
        if (spelled) yield { length, spelled }
      }
    },
    countyOfPostcode: (postcode) => postcodes.get(postcode.slice(0, 4)),
  }
}
