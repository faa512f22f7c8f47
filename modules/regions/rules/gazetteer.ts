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
  at(text: string, from: number): readonly { readonly text: string; readonly spelled: readonly Spelled[] }[]
  /** The home county of a postcode's first four digits. */
  countyOfPostcode(postcode: string): number | undefined
}

interface Entry {
  readonly text: string
  readonly spelled: Spelled[]
}

const noEntries: readonly Entry[] = []

/** Two characters as one small number. */
const headAt = (text: string, at: number): number => (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1)

export function gazetteerOf(home: number, lists: GazetteerLists): Gazetteer {
  const byCode = new Map<number, Division>()
  const bySpelling = new Map<string, Entry>()

  function learn(text: string, spelled: Spelled) {
    const known = bySpelling.get(text)?.spelled
    if (!known) bySpelling.set(text, { text, spelled: [spelled] })
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
  // Most places of a text begin no name: two characters tell.
  const byHead = new Map<number, Entry[]>()
  for (const entry of [...bySpelling.values()].sort((a, b) => b.text.length - a.text.length)) {
    const head = headAt(entry.text, 0)
    const known = byHead.get(head)
    if (known) known.push(entry)
    else byHead.set(head, [entry])
  }
  const postcodes = new Map(lists.postcodes.map(({ prefix, county }) => [prefix, county]))

  return {
    home,
    counties: lists.divisions.filter(({ code }) => levelOf(code) === 'county' && prefectureOf(code) === home),
    division: (code) => byCode.get(code),
    at: (text, from) => {
      const entries = byHead.get(headAt(text, from))
      return entries ? entries.filter((entry) => text.startsWith(entry.text, from)) : noEntries
    },
    countyOfPostcode: (postcode) => postcodes.get(postcode.slice(0, 4)),
  }
}
