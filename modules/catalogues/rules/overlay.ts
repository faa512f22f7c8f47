import { addDays, type PlainDate } from '#kernel/time'
import type { Entry, StandingEntry } from './entry.ts'

/** An approved change as it is laid over what the product ships; the later `version` stands. */
export interface Approved<Body = unknown> extends Entry<Body> {
  readonly change: string
  readonly version: number
}

/**
 * Every version as it stands: shipped ones, each under the latest approved change of the same id and first day, and those
 * that approval added; by id and first day. Last days are as written, even where a later version begins before them.
 */
export function layOver<Body>(
  shipped: readonly Entry<Body>[],
  approved: readonly Approved<Body>[],
): readonly StandingEntry<Body>[] {
  const standing = new Map<string, StandingEntry<Body>>()
  for (const entry of shipped) standing.set(keyOf(entry), { ...entry, origin: 'shipped', change: null })
  for (const { version: _, ...entry } of [...approved].sort((a, b) => a.version - b.version))
    standing.set(keyOf(entry), { ...entry, origin: 'approved' })
  return [...standing.values()].sort((a, b) => compare(a.id, b.id) || compare(a.validFrom ?? '', b.validFrom ?? ''))
}

/**
 * The versions that hold at some time, none over another: each ends the day before the next of its id begins. A version
 * that was ended before its first day never held and is left out.
 */
export function holding<Body>(standing: readonly StandingEntry<Body>[]): readonly StandingEntry<Body>[] {
  const held = standing.filter((entry) => !neverHeld(entry))
  return held.map((entry, index) => {
    const next = held[index + 1]
    if (next?.id !== entry.id || !next.validFrom) return entry
    const last = addDays(next.validFrom, -1)
    return entry.validTo !== null && entry.validTo <= last ? entry : { ...entry, validTo: last }
  })
}

/** The entries as they would be if this version stood among them. */
export function withEntry<Body>(entries: readonly Entry<Body>[], entry: Entry<Body>): readonly StandingEntry<Body>[] {
  return holding(layOver(entries, [{ ...entry, change: '', version: 1 }]))
}

/** The version of an entry that holds on a day; null where none does. */
export function entryOn<Body>(entries: readonly StandingEntry<Body>[], id: string, day: PlainDate): StandingEntry<Body> | null {
  return entries.find((entry) => entry.id === id && holdsOn(entry, day)) ?? null
}

/** The version that holds on a day, of the entries that never overlap. */
export const holdsOn = (entry: Entry, day: PlainDate): boolean =>
  (entry.validFrom === null || entry.validFrom <= day) && (entry.validTo === null || day <= entry.validTo)

/** Ended before its first day: it was approved by mistake and withdrawn before it began. */
export const neverHeld = (entry: Entry): boolean =>
  entry.validFrom !== null && entry.validTo !== null && entry.validTo < entry.validFrom

const keyOf = (entry: Entry) => `${entry.id}\n${entry.validFrom ?? ''}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
