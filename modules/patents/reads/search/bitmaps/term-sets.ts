import { RoaringBitmap32 } from 'roaring-wasm'
import { cut, marked, marks, type Term, type TextTerm } from '#kernel/words'
import type { RegisterQuestions } from './ask-database.ts'
import { anywhere, three } from './keys.ts'
import type { Snapshot } from './snapshot.ts'

/** The rows that have a term, or, where it is not exact, some more. */
export interface RowSet {
  readonly set: RoaringBitmap32
  readonly exact: boolean
}

/** Bitmaps fetched for rarer terms that are kept for the next question (facets after the page, the next page). */
const mostKept = 400

/** Finds the rows of single terms, by the covered keys where they tell, else by asking PostgreSQL once. */
export class TermSets {
  readonly #snapshot: Snapshot
  readonly #questions: RegisterQuestions
  readonly #kept = new Map<string, Promise<RowSet>>()

  constructor(snapshot: Snapshot, questions: RegisterQuestions) {
    this.#snapshot = snapshot
    this.#questions = questions
  }

  of(term: Term): Promise<RowSet> {
    return this.#keep(JSON.stringify(term), () => this.#find(term))
  }

  /** The rows of a class filter that is finer than the facets. */
  ofClassFilter(ipc: string): Promise<RowSet> {
    return this.#keep(`filter ${ipc}`, async () => this.#fetched(await this.#questions.fitting(null, { ipc })))
  }

  #keep(key: string, find: () => Promise<RowSet>): Promise<RowSet> {
    const kept = this.#kept.get(key)
    if (kept) {
      // The least lately used goes first.
      this.#kept.delete(key)
      this.#kept.set(key, kept)
      return kept
    }
    const found = find()
    this.#kept.set(key, found)
    found.catch(() => this.#kept.delete(key))
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!)
    return found
  }

  async #find(term: Term): Promise<RowSet> {
    const known =
      term.is === 'class' ? this.#covered(marked('class', term.class)) : term.is === 'text' ? this.#ofText(term) : null
    return known ?? this.#fetched(await this.#questions.fitting(term))
  }

  #fetched(ids: Buffer): RowSet {
    return { set: new RoaringBitmap32(this.#snapshot.rows.rowsOf(ids)), exact: true }
  }

  #covered(key: string): RowSet | null {
    const set = this.#snapshot.covered.get(key)
    return set ? { set, exact: true } : null
  }

  /** Null where something in the term is rare, so that the index of lexemes finds it quickly. */
  #ofText({ field, text }: TextTerm): RowSet | null {
    const { covered } = this.#snapshot
    const mark = field === 'title' ? marks.title : ''
    const { tokens, beginnings, exact } = cut(text)
    const wholeField = field === null || field === 'title'
    const characters = Array.from(text)
    // A character, a pair, four digits, or three characters in a row: one bitmap says it all.
    if (wholeField && (exact || (characters.length === 3 && tokens.length === 2 && beginnings.length === 0))) {
      const known = this.#covered(mark + (beginnings.length ? anywhere(text) : exact ? text : three(text)))
      if (known || exact) return known
    }
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
    for (let at = 0; at + 3 <= text.length; at++) {
      const set = covered.get(mark + three(text.slice(at, at + 3)))
      if (set) sets.push(set)
    }
    return sets.length ? { set: intersection(sets), exact: false } : null
  }
}

/** The rows in all sets; a new set. */
function intersection(sets: readonly RoaringBitmap32[]): RoaringBitmap32 {
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size)
  const found = smallest!.clone()
  for (const set of others) found.andInPlace(set)
  return found
}
