/**
 * The words of the search index (检索词元): every two neighbouring letters or digits of any script.
 * So any run of two or more characters is found, whether or not it is a word.
 *
 * Raise the version whenever the same text would give other tokens; rows written under an older one are to be written again.
 */
export const tokenVersion = 1

const letterOrDigit = /^[\p{L}\p{N}]$/u

let classes: Uint8Array | undefined

/** What a character is to the index: 0 a mark, 1 a letter or digit, 2 one of 0–9. Found for the first plane on first use. */
export function classOf(codePoint: number): number {
  if (codePoint > 0xffff) return letterOrDigit.test(String.fromCodePoint(codePoint)) ? 1 : 0
  if (!classes) {
    classes = new Uint8Array(0x10000)
    for (let unit = 0; unit < 0x10000; unit++) if (letterOrDigit.test(String.fromCharCode(unit))) classes[unit] = 1
    classes.fill(2, 0x30, 0x3a)
  }
  return classes[codePoint]!
}

/** A stretch of letters and digits without a mark inside: where it begins and ends, in UTF-16 units. */
interface Run {
  readonly start: number
  readonly end: number
}

/** The runs of a text in `searchForm`. */
export function* runs(text: string): Generator<Run> {
  let start = -1
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!
    const inside = classOf(codePoint) > 0
    if (inside && start < 0) start = at
    if (!inside && start >= 0) {
      yield { start, end: at }
      start = -1
    }
    at += codePoint > 0xffff ? 2 : 1
  }
  if (start >= 0) yield { start, end: text.length }
}

/**
 * The set of tokens of a text in `searchForm`: of each run the overlapping pairs and its last character alone, and of each
 * four digits in a row the four, because pairs of digits are too few to find a part of a number quickly.
 */
export function tokens(text: string, into = new Set<string>()): Set<string> {
  let before = -1
  let digits = 0
  let at = 0
  while (at < text.length) {
    const codePoint = text.codePointAt(at)!
    const end = at + (codePoint > 0xffff ? 2 : 1)
    const kind = classOf(codePoint)
    if (kind > 0) {
      if (before >= 0) into.add(text.slice(before, end))
      digits = kind === 2 ? digits + 1 : 0
      if (digits >= 4) into.add(text.slice(at - 3, end))
      before = at
    } else {
      if (before >= 0) into.add(text.slice(before, at))
      before = -1
      digits = 0
    }
    at = end
  }
  if (before >= 0) into.add(text.slice(before))
  return into
}

/** Whether the text holds anything that can be searched. */
export function hasToken(text: string): boolean {
  return !runs(text).next().done
}

/** What a text that holds a term is bound to have in its index. */
export interface Cut {
  /** Tokens, all of them. */
  readonly tokens: readonly string[]
  /** Characters with each of which some token begins: a run of one, behind which the text may go on. */
  readonly beginnings: readonly string[]
  /** Whether having these means holding the term; else the text itself is to be looked at. */
  readonly exact: boolean
}

/** Cuts a term in `searchForm` as texts are cut. A term without letter or digit has no tokens and is nothing to search by. */
export function cut(term: string): Cut {
  const found = new Set<string>()
  const beginnings = new Set<string>()
  for (const { start, end } of runs(term)) {
    const run = term.slice(start, end)
    cutRun(run, found)
    // A mark behind the run within the term: there the text's own run ends too, so its last character stands alone.
    if (end < term.length) found.add(lastCharacter(run))
    else if (run === lastCharacter(run)) beginnings.add(run)
  }
  const [only] = [...found, ...beginnings]
  return { tokens: [...found], beginnings: [...beginnings], exact: found.size + beginnings.size === 1 && only === term }
}

/** A run's tokens: digits by fours where four are in a row, all else by pairs. */
function cutRun(run: string, into: Set<string>): void {
  const byFours = [...run.matchAll(/[0-9]{4,}/g)].map((digits) => ({ start: digits.index, end: digits.index + digits[0].length }))
  for (const { start, end } of byFours) for (let at = start; at + 4 <= end; at++) into.add(run.slice(at, at + 4))
  let before = 0
  for (let at = width(run, 0); at < run.length; ) {
    const end = at + width(run, at)
    if (!byFours.some((digits) => digits.start <= before && end <= digits.end)) into.add(run.slice(before, end))
    before = at
    at = end
  }
}

const width = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)
const lastCharacter = (text: string): string => Array.from(text).at(-1)!
