import { ByteReader, ByteWriter } from './bytes.ts'
import { largestMark, type NumberList } from './list.ts'

/** A day that is no near neighbour's anniversary is written out behind this byte. */
const farAway = 255

/**
 * The second part: the days on which things ended and were announced, for the numbers that have one, in their order.
 * Rights that stand beside each other in the list were filed within days and end on anniversaries of their filing, so a day
 * is told as whole years and a few days from the last end under the same mark: one byte. Its announcement takes another.
 */
export function packEnds(list: NumberList): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter()
  const [ending, announcing] = [marksWith(list, list.ended), marksWith(list, list.announced)]
  out.varint(ending)
  out.varint(announcing)
  const last = new Int32Array(largestMark + 1)
  for (let at = 0; at < list.keys.length; at++) {
    const [mark, ended, announced] = [list.marks[at]!, list.ended[at]!, list.announced[at]!]
    if (!has(ending, mark)) continue
    const years = Math.round((ended - last[mark]!) / 365.25)
    const days = ended - last[mark]! - Math.round(years * 365.25)
    if (ended >= 0 && Math.abs(years) <= 7 && Math.abs(days) <= 8) out.byte((years + 7) * 17 + days + 8)
    else {
      out.byte(farAway)
      out.varint(ended + 1)
    }
    if (ended < 0) continue
    last[mark] = ended
    if (!has(announcing, mark)) continue
    const weeks = announced < 0 ? 0 : (announced - ended) / 7 + 1
    if (weeks < farAway) out.byte(weeks)
    else {
      out.byte(farAway)
      out.varint(weeks)
    }
  }
  return out.written()
}

/** Fills the ends into the list they were made of. Throws a RangeError where the bytes are broken or belong to another list. */
export function unpackEnds(list: NumberList, bytes: Uint8Array): NumberList {
  const read = new ByteReader(bytes)
  const [ending, announcing] = [read.varint(), read.varint()]
  const ended = new Int32Array(list.keys.length).fill(-1)
  const announced = new Int32Array(list.keys.length).fill(-1)
  const last = new Int32Array(largestMark + 1)
  for (let at = 0; at < ended.length; at++) {
    const mark = list.marks[at]!
    if (!has(ending, mark)) continue
    const told = read.byte()
    const day =
      told === farAway ? read.varint() - 1 : last[mark]! + Math.round((Math.floor(told / 17) - 7) * 365.25) + (told % 17) - 8
    ended[at] = day
    if (day < 0) continue
    last[mark] = day
    if (!has(announcing, mark)) continue
    const short = read.byte()
    const weeks = short === farAway ? read.varint() : short
    if (weeks > 0) announced[at] = day + (weeks - 1) * 7
  }
  read.end()
  return { ...list, ended, announced }
}

function marksWith({ marks }: NumberList, days: Int32Array): number {
  let set = 0
  for (let at = 0; at < days.length; at++) if (days[at]! >= 0) set |= 1 << marks[at]!
  return set
}

const has = (set: number, mark: number): boolean => ((set >> mark) & 1) === 1
