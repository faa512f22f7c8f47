/**
 * A long list of numbers to be carried about (随身号码表): each number once, in order, with a mark of 0–14 and, where something
 * ended, the day of the end and the day it was announced. Days are whole days since any fixed day, −1 where none is known.
 * Columns side by side, so that a million numbers take 17 MB and a look-up is a binary search.
 */
export interface NumberList {
  /** Strictly increasing, from 0 to 2^53. */
  readonly keys: Float64Array
  readonly marks: Uint8Array
  readonly ended: Int32Array
  /** −1, or a number of whole weeks after the end: `wholeWeeks` rounds up. */
  readonly announced: Int32Array
}

/** One line of a list; `ended` and `announced` as in `NumberList`. */
export interface ListLine {
  readonly key: number
  readonly mark: number
  readonly ended: number
  readonly announced: number
}

/** The largest mark; the next number stands for a line that went (see `differenceOf`). */
export const largestMark = 14

/** The list of these lines, in any order. Throws where a number stands twice or a line is out of bounds: that is a bug. */
export function listOf(lines: Iterable<ListLine>): NumberList {
  const sorted = [...lines].sort((a, b) => a.key - b.key)
  const list = emptyList(sorted.length)
  for (const [at, line] of sorted.entries()) {
    if (at > 0 && line.key === list.keys[at - 1]) throw new RangeError(`${line.key} stands twice`)
    setLine(list, at, line)
  }
  return list
}

export function emptyList(length: number): NumberList {
  return {
    keys: new Float64Array(length),
    marks: new Uint8Array(length),
    ended: new Int32Array(length).fill(-1),
    announced: new Int32Array(length).fill(-1),
  }
}

export function setLine(list: NumberList, at: number, { key, mark, ended, announced }: ListLine): void {
  const apart = announced - ended
  const sound =
    Number.isSafeInteger(key) &&
    key >= 0 &&
    Number.isInteger(mark) &&
    mark >= 0 &&
    mark <= largestMark &&
    (announced === -1 || (ended >= 0 && apart >= 0 && apart % 7 === 0))
  if (!sound) throw new RangeError(`no line of a list: ${key}, ${mark}, ${ended}, ${announced}`)
  list.keys[at] = key
  list.marks[at] = mark
  list.ended[at] = ended
  list.announced[at] = announced
}

export function lineAt(list: NumberList, at: number): ListLine {
  return { key: list.keys[at]!, mark: list.marks[at]!, ended: list.ended[at]!, announced: list.announced[at]! }
}

/** Where a number stands in the list; −1 where it does not. */
export function placeIn(list: Pick<NumberList, 'keys'>, key: number): number {
  const { keys } = list
  let [low, high] = [0, keys.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = keys[middle]!
    if (there === key) return middle
    if (there < key) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/**
 * A day of announcement as a list keeps it: whole weeks after the end, rounded up, so that one byte is enough and nothing
 * counts as announced before it was.
 */
export function wholeWeeks(ended: number, announced: number): number {
  return ended + Math.max(0, Math.ceil((announced - ended) / 7)) * 7
}
