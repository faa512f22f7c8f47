import { tokens } from '#kernel/words'

/**
 * What is kept of a text as bitmaps, written as keys: an index token stands as itself (`铁路`, `路` at the end of a run, `2016`),
 * a character anywhere as `*路`, three to six in a row as `~铁路隧`.
 */
export const anywhere = (character: string): string => `*${character}`
export const stretch = (characters: string): string => `~${characters}`

/** The longest stretch that is covered, in characters. */
export const longest = 6

/** Every key of a text in search form; what the bitmaps hold is proved against it. */
export function keysOf(text: string): Set<string> {
  const keys = tokens(text)
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const character of run) keys.add(anywhere(character))
    for (let at = 0; at < run.length; at++) {
      for (let length = 3; length <= longest && at + length <= run.length; length++) keys.add(stretch(run.slice(at, at + length)))
    }
  }
  return keys
}
