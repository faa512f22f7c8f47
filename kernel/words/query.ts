/** What may be asked of a register's texts (检索式), read and in one form: NOT stands only before single terms. */
export type Query = Term | Without | Every | Some

/** A query as read, before it is brought into that form. */
export type Draft = Term | DraftJoint | { readonly is: 'not'; readonly of: Draft }

interface DraftJoint {
  readonly is: 'and' | 'or'
  readonly of: readonly Draft[]
}

/** Every part holds. */
export interface Every {
  readonly is: 'and'
  readonly of: readonly Query[]
}

/** At least one part holds. */
export interface Some {
  readonly is: 'or'
  readonly of: readonly Query[]
}

/** The term does not hold. */
export interface Without {
  readonly is: 'not'
  readonly of: Term
}

export type Term = TextTerm | NumberTerm | ClassTerm

/** The text stands in the field, or in any field where none is named. */
export interface TextTerm {
  readonly is: 'text'
  readonly field: string | null
  /** In `searchForm`. */
  readonly text: string
}

/** The record bears this number, or the field holds it as it was typed. */
export interface NumberTerm {
  readonly is: 'number'
  readonly field: string | null
  readonly number: string
  /** As typed, in `searchForm`. */
  readonly text: string
}

/** The record stands in this class or below it. */
export interface ClassTerm {
  readonly is: 'class'
  readonly field: string
  /** As `readClass` gives it. */
  readonly class: string
}

/** A field a term may name, and what a word in it is. */
export interface QueryField {
  readonly name: string
  /** What people write before the colon, the canonical one first, without width and case. */
  readonly prefixes: readonly string[]
  readonly reads: 'text' | 'number' | 'class'
}

/** What a register's queries know. */
export interface QueryTongue {
  readonly fields: readonly QueryField[]
  /** The canonical form of a number in any printed form; null where the text is none. */
  readonly readNumber: (text: string) => string | null
}

export type QueryRefusal =
  | { readonly code: 'empty-query' }
  | { readonly code: 'no-letter-or-digit'; readonly text: string }
  | { readonly code: 'only-not' }
  | { readonly code: 'too-many-terms'; readonly given: number; readonly most: number }
  | { readonly code: 'query-too-long'; readonly given: number; readonly most: number }
  | { readonly code: 'not-a-class'; readonly text: string }

/** The terms of a query, those behind NOT left out where only what is looked for is asked. */
export function termsOf(query: Query, which: 'all' | 'wanted' = 'all'): Term[] {
  if (query.is === 'and' || query.is === 'or') return query.of.flatMap((part) => termsOf(part, which))
  if (query.is === 'not') return which === 'all' ? [query.of] : []
  return [query]
}
