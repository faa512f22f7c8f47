import { ByteReader, ByteWriter } from './bytes.ts'
import { emptyList, largestMark, type NumberList } from './list.ts'

/**
 * Numbers and marks in few bytes: the gap to the number before (one or two bytes where the numbers are dense), then the
 * marks as a prefix code in the order of their frequency: the commonest takes one bit, the next two, and so on.
 * The same list always gives the same bytes.
 */
export function packNumbers({ keys, marks }: Pick<NumberList, 'keys' | 'marks'>): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter()
  out.varint(keys.length)
  let before = -1
  for (const key of keys) {
    out.varint(key - before - 1)
    before = key
  }
  const order = byFrequency(marks)
  out.byte(order.length)
  for (const mark of order) out.byte(mark)
  const rank = new Map(order.map((mark, at) => [mark, at]))
  let bits = 0
  let filled = 0
  const bit = (value: number) => {
    bits = (bits << 1) | value
    if (++filled < 8) return
    out.byte(bits)
    bits = filled = 0
  }
  for (const mark of marks) {
    const ones = rank.get(mark)!
    for (let one = 0; one < ones; one++) bit(1)
    if (ones < order.length - 1) bit(0)
  }
  while (filled > 0) bit(0)
  return out.written()
}

/** The list again, without any end: `unpackEnds` fills them in. Throws a RangeError where the bytes are broken. */
export function unpackNumbers(bytes: Uint8Array): NumberList {
  const read = new ByteReader(bytes)
  const count = read.varint()
  // Each number takes a byte at least: a broken count must not ask for all memory.
  if (count > bytes.length) throw new RangeError('more numbers than bytes')
  const list = emptyList(count)
  let before = -1
  for (let at = 0; at < count; at++) {
    before += read.varint() + 1
    if (before > Number.MAX_SAFE_INTEGER) throw new RangeError('a number is too large')
    list.keys[at] = before
  }
  const order = Array.from({ length: read.byte() }, () => read.byte())
  if (order.some((mark) => mark > largestMark) || (count > 0 && order.length === 0)) throw new RangeError('no such mark')
  let bits = 0
  let left = 0
  for (let at = 0; at < count; at++) {
    let ones = 0
    while (ones < order.length - 1) {
      if (left === 0) [bits, left] = [read.byte(), 8]
      if (((bits >> --left) & 1) === 0) break
      ones++
    }
    list.marks[at] = order[ones]!
  }
  read.end()
  return list
}

/** The marks that occur, the commonest first; equally common ones by their own order. */
function byFrequency(marks: Uint8Array): number[] {
  const counts = new Array<number>(largestMark + 1).fill(0)
  for (const mark of marks) counts[mark]!++
  return counts
    .map((count, mark) => ({ count, mark }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.mark - b.mark)
    .map(({ mark }) => mark)
}
