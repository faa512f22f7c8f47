import { RoaringBitmap32 } from 'roaring-wasm'
import type { Query } from '#kernel/words'
import type { RegisterQuestions } from './ask-database.ts'
import { knownRows } from './known-rows.ts'
import type { Scratch } from './scratch.ts'
import type { Snapshot } from './snapshot.ts'

/** Rows that fit; where it is not exact, some more. */
export interface RowSet {
  readonly set: RoaringBitmap32
  readonly exact: boolean
}

/** Answers of PostgreSQL that are kept for the next question (facets after the page, the next page). */
const mostKept = 400

/** Finds the rows of queries: what is covered is combined, what is rare is asked of PostgreSQL, in as few questions as can be. */
export class RowSets {
  readonly #snapshot: Snapshot
  readonly #questions: RegisterQuestions
  readonly #kept = new Map<string, Promise<RowSet>>()

  constructor(snapshot: Snapshot, questions: RegisterQuestions) {
    this.#snapshot = snapshot
    this.#questions = questions
  }

  /** The rows that fit a query, or some more. The set is not to be changed, and made in the scratch where it is a new one. */
  async of(query: Query, scratch: Scratch): Promise<RowSet> {
    // A rare part makes the whole AND rare.
    if (this.#isRare(query)) return this.#asked(query)
    const { all, covered } = this.#snapshot
    if (query.is === 'not') {
      const { set, exact } = await this.of(query.of, scratch)
      // Without what may have the term some rows would be lost that do not.
      return { set: exact ? scratch.keep(RoaringBitmap32.andNot(all, set)) : all, exact }
    }
    if (query.is !== 'and' && query.is !== 'or') {
      const { sets, exact } = knownRows(query, covered)!
      return { set: combined(sets, 'and', scratch), exact }
    }
    const rare = query.of.filter((part) => this.#isRare(part))
    const parts = query.of.filter((part) => !rare.includes(part)).map((part) => this.of(part, scratch))
    if (rare.length) parts.push(this.#asked(rare.length > 1 ? { is: 'or', of: rare } : rare[0]!))
    const found = await Promise.all(parts)
    const sets = found.map(({ set }) => set)
    return { set: combined(sets, query.is, scratch), exact: found.every(({ exact }) => exact) }
  }

  /** The rows of a class filter that is finer than the facets. */
  ofClassFilter(ipc: string): Promise<RowSet> {
    return this.#keep(`filter ${ipc}`, () => this.#questions.fitting(null, { ipc }))
  }

  #isRare(query: Query): boolean {
    if (query.is === 'and') return query.of.some((part) => this.#isRare(part))
    if (query.is === 'or') return query.of.every((part) => this.#isRare(part))
    return query.is !== 'not' && knownRows(query, this.#snapshot.covered) === null
  }

  #asked(query: Query): Promise<RowSet> {
    return this.#keep(JSON.stringify(query), () => this.#questions.fitting(query))
  }

  #keep(key: string, ask: () => Promise<Buffer>): Promise<RowSet> {
    const found =
      this.#kept.get(key) ?? ask().then((ids) => ({ set: new RoaringBitmap32(this.#snapshot.rows.rowsOf(ids)), exact: true }))
    // What was used last is thrown away last.
    this.#kept.delete(key)
    this.#kept.set(key, found)
    found.catch(() => this.#kept.delete(key))
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!)
    return found
  }
}

/** The rows in all sets, or in any. */
export function combined(sets: readonly RoaringBitmap32[], by: 'and' | 'or', scratch: Scratch): RoaringBitmap32 {
  if (sets.length === 1) return sets[0]!
  if (by === 'or') return scratch.keep(RoaringBitmap32.orMany([...sets]))
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size)
  const found = scratch.keep(smallest!.clone())
  for (const set of others) found.andInPlace(set)
  return found
}
