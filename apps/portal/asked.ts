import { searchForm } from '#kernel/words'
import type { Say, View } from './view.ts'

/** What a page is asked with. Every text came from outside. */
export interface Asked {
  readonly query: Query
  /** What stands behind the page's own path: a number. */
  readonly rest: string
  readonly view: View
  readonly say: Say
}

export type Query = Readonly<Record<string, string | undefined>>

/** More than any form of ours sends. */
const longest = 1000

/**
 * The first value of each name, as it was typed but for what nobody sees: control characters, half characters, blanks at the
 * ends. What is far too long is cut; whoever reads it says so.
 */
export function queryOf(search: string): Query {
  const query: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(search)) {
    if (name in query || !/^[a-z]{1,20}$/.test(name)) continue
    const text = clean(value)
    if (text) query[name] = text
  }
  return query
}

export const clean = (text: string): string =>
  text
    .slice(0, longest)
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim()

/** A word out of a list, however wide or loud it was typed; null where it is none of them. */
export function oneOf<const Word extends string>(text: string | undefined, words: readonly Word[]): Word | null {
  const form = text === undefined ? '' : searchForm(text)
  return words.find((word) => word === form) ?? null
}

/** An address with these names set, in the order given; what is empty is left out. */
export function address(path: string, query: Readonly<Record<string, string | number | null | undefined>>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${path}?${search}` : path
}
