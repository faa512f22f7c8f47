import { ByteReader, ByteWriter } from './bytes.ts'
import { emptyList, type ListLine, largestMark, lineAt, type NumberList, placeIn, setLine } from './list.ts'

const gone = largestMark + 1

/** What came, went or changed from one list to a later one, in few bytes. */
export function differenceOf(before: NumberList, after: NumberList): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter()
  let last = -1
  const key = (value: number) => {
    out.varint(value - last - 1)
    last = value
  }
  let [old, now] = [0, 0]
  while (old < before.keys.length || now < after.keys.length) {
    const was = before.keys[old] ?? Number.POSITIVE_INFINITY
    const is = after.keys[now] ?? Number.POSITIVE_INFINITY
    if (was < is) {
      key(was)
      out.byte(gone)
    } else if (is < was || !same(before, old, after, now)) {
      key(is)
      writeLine(out, lineAt(after, now))
    }
    if (was <= is) old++
    if (is <= was) now++
  }
  return out.written()
}

/** The later list, out of the earlier one and the difference. Throws a RangeError where the bytes are broken or belong to another list. */
export function applyDifference(before: NumberList, difference: Uint8Array): NumberList {
  const changes = readChanges(difference)
  const came = changes.filter(({ key, line }) => line !== null && placeIn(before, key) < 0).length
  const went = changes.filter(({ line }) => line === null).length
  if (went > before.keys.length) throw new RangeError('more went than there were')
  const after = emptyList(before.keys.length + came - went)
  let [old, change, at] = [0, 0, 0]
  while (old < before.keys.length || change < changes.length) {
    const was = before.keys[old] ?? Number.POSITIVE_INFINITY
    const changed = changes[change]?.key ?? Number.POSITIVE_INFINITY
    const line = changed <= was ? changes[change]!.line : lineAt(before, old)
    if (changed < was && line === null) throw new RangeError('what went was not there')
    if (line !== null) setLine(after, at++, line)
    if (was <= changed) old++
    if (changed <= was) change++
  }
  return after
}

interface Change {
  readonly key: number
  /** Null: it went. */
  readonly line: ListLine | null
}

function readChanges(bytes: Uint8Array): Change[] {
  const read = new ByteReader(bytes)
  const changes: Change[] = []
  for (let key = -1; read.left > 0; ) {
    key += read.varint() + 1
    const mark = read.byte()
    if (mark > gone) throw new RangeError('no such mark')
    changes.push({ key, line: mark === gone ? null : readLine(read, key, mark) })
  }
  return changes
}

function readLine(read: ByteReader, key: number, mark: number): ListLine {
  const ended = read.varint() - 1
  const weeks = ended < 0 ? 0 : read.varint()
  return { key, mark, ended, announced: weeks === 0 ? -1 : ended + (weeks - 1) * 7 }
}

function writeLine(out: ByteWriter, { mark, ended, announced }: ListLine): void {
  out.byte(mark)
  out.varint(ended + 1)
  if (ended >= 0) out.varint(announced < 0 ? 0 : (announced - ended) / 7 + 1)
}

function same(a: NumberList, at: number, b: NumberList, bt: number): boolean {
  return a.marks[at] === b.marks[bt] && a.ended[at] === b.ended[bt] && a.announced[at] === b.announced[bt]
}
