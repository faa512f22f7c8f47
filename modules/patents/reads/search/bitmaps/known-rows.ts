import type { RoaringBitmap32 } from 'roaring-wasm'
import { cut, marked, marks, type Term, type TextTerm } from '#kernel/words'
import { anywhere, longest, stretch } from './keys.ts'
import type { Snapshot } from './snapshot.ts'

/** A term told by covered keys: its rows are in all these sets; where it is not exact, other rows may be too. */
export interface KnownRows {
  readonly sets: readonly RoaringBitmap32[]
  readonly exact: boolean
}

type Covered = Snapshot['covered']

/** The rows of a term as far as the covered keys tell; null where something in it is rare, so that the index of lexemes finds it quickly. */
export function knownRows(term: Term, covered: Covered): KnownRows | null {
  if (term.is === 'class') return oneKey(marked('class', term.class), covered)
  return term.is === 'text' ? textRows(term, covered) : null
}

function oneKey(key: string, covered: Covered): KnownRows | null {
  const set = covered.get(key)
  return set ? { sets: [set], exact: true } : null
}

function textRows({ field, text }: TextTerm, covered: Covered): KnownRows | null {
  const mark = field === 'title' ? marks.title : ''
  const { tokens, beginnings, exact } = cut(text)
  const wholeField = field === null || field === 'title'
  // A character, a pair, four digits, or up to six characters in a row: one bitmap says it all.
  const known = wholeField ? oneKey(mark + (beginnings.length ? anywhere(text) : exact ? text : stretch(text)), covered) : null
  if (known || (exact && wholeField)) return known
  const sets: RoaringBitmap32[] = []
  for (const token of tokens) {
    const set = covered.get(mark + token)
    if (set) sets.push(set)
    // A character at the end of a run may be common and not covered; a pair that is not covered is rare.
    else if (token.length > 1) return null
  }
  for (const beginning of beginnings) {
    const set = covered.get(mark + anywhere(beginning))
    if (set) sets.push(set)
  }
  sets.push(...stretchesIn(text, mark, covered))
  return sets.length ? { sets, exact: false } : null
}

/** The longest covered stretches of a term, those within others left out. */
function stretchesIn(text: string, mark: string, covered: Covered): RoaringBitmap32[] {
  const sets: RoaringBitmap32[] = []
  let reached = 0
  for (let at = 0; at + 3 <= text.length; at++) {
    for (let end = Math.min(text.length, at + longest); end >= at + 3 && end > reached; end--) {
      const set = covered.get(mark + stretch(text.slice(at, end)))
      if (!set) continue
      sets.push(set)
      reached = end
      break
    }
  }
  return sets
}
