import { tokens } from '#kernel/words'

/**
 * What is kept of a text as bitmaps, written as keys: an index token stands as itself (`铁路`, `路` at the end of a run, `2016`),
 * a character anywhere as `*路`, three in a row as `~铁路隧`.
 */
export const anywhere = (character: string): string => `*${character}`
export const three = (triple: string): string => `~${triple}`

/** Every key of a text in search form. */
export function keysOf(text: string): Set<string> {
  const keys = tokens(text)
  const found = new Set<string>()
  for (const key of keys) found.add(anywhere(key[0]!))
  for (let at = 0; at + 2 < text.length; at++) {
    if (keys.has(text.slice(at, at + 2)) && keys.has(text.slice(at + 1, at + 3))) found.add(three(text.slice(at, at + 3)))
  }
  for (const key of found) keys.add(key)
  return keys
}
