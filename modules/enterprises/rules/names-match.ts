import { compareParts, type NameVerdict, readName } from './names.ts'
import { blockingKeys, hashOf } from './names-keys.ts'
import type { NameParts, ReadPlace } from './names-parts.ts'

/** Two of the given names, by their places in the list, that are one or likely one. */
export interface NameMatch extends NameVerdict {
  readonly one: number
  readonly other: number
}

export interface NameMatches {
  readonly matches: readonly NameMatch[]
  /** Keys that more names share than `largest`: too common to compare all their pairs. */
  readonly tooCommon: number
}

/**
 * Finds all pairs among many names that are same or likely, comparing only names that share a key. Names are expected to be distinct.
 * Two million names at most; memory about 8 bytes a key beside the parts.
 */
export function matchNames(names: readonly string[], readPlace: ReadPlace, largest = 400): NameMatches {
  const parts = names.map((name) => readName(name, readPlace))
  const entries = sortedEntries(parts)
  const matches: NameMatch[] = []
  const seen = new Set<number>()
  let tooCommon = 0
  for (let from = 0, to = 0; from < entries.length; from = to) {
    const hash = Math.floor(entries[from]! / span)
    while (to < entries.length && Math.floor(entries[to]! / span) === hash) to++
    if (to - from > largest) {
      tooCommon++
      continue
    }
    for (let at = from; at < to; at++) {
      for (let behind = at + 1; behind < to; behind++) {
        const [one, other] = [entries[at]! % span, entries[behind]! % span]
        const pair = one * span + other
        if (one === other || seen.has(pair)) continue
        const verdict = compareParts(parts[one]!, parts[other]!)
        if (verdict.verdict === 'different') continue
        seen.add(pair)
        matches.push({ one, other, ...verdict })
      }
    }
  }
  return { matches: matches.sort((a, b) => a.one - b.one || a.other - b.other), tooCommon }
}

/** Room for the place of a name beside 32 bits of its key's hash, exact in a number. */
const span = 2 ** 21

function sortedEntries(parts: readonly NameParts[]): Float64Array {
  let entries = new Float64Array(parts.length * 12 + 16)
  let at = 0
  parts.forEach((of, name) => {
    for (const key of blockingKeys(of)) {
      if (at === entries.length) {
        const wider = new Float64Array(at * 2)
        wider.set(entries)
        entries = wider
      }
      entries[at++] = hashOf(key) * span + name
    }
  })
  return entries.subarray(0, at).sort()
}
