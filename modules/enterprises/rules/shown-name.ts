/** Blanks between Chinese characters, brackets and letters of the wrong width, marks left at the end. */
const slips = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})|^\s|\s$|[()[\]〔〕［］【】]|[Ａ-Ｚａ-ｚ０-９]|[,.;:、。，；：'"“”*]$/gu
const note = /[(（](?:曾用名?|原名?称?|前身)|[,，;；、](?:曾用名|原名)/u

/**
 * Which of a holder's names is shown, unless a person chose (显示名称): the one without a note on former names and written as
 * papers write it; of equals the shortest, then the first by code point. The order they came in does not count.
 */
export function nameToShow(names: readonly [string, ...string[]]): string {
  return names.reduce((best, name) => (before(name, best) ? name : best))
}

function before(one: string, other: string): boolean {
  const [a, b] = [slipsIn(one), slipsIn(other)]
  if (a !== b) return a < b
  return one.length === other.length ? one < other : one.length < other.length
}

const slipsIn = (name: string): number => (note.test(name) ? 100 : 0) + (name.match(slips)?.length ?? 0)
