import { RoaringBitmap32 } from 'roaring-wasm'
import { NumberTable } from './number-table.ts'
import { TextScan } from './text-scan.ts'

/** Rows that are put into the bitmaps together, so that these grow in few steps. */
const block = 4_096

/**
 * Goes through texts, row by row, and keeps for each covered key the rows that have it. Only keys of the first plane's
 * characters can be covered; rarer ones are rare.
 */
export class CoveredTexts extends TextScan {
  readonly bitmaps = new Map<string, RoaringBitmap32>()
  /** What the rows of this block have: keys, and beside each its row. */
  #keys = new Uint16Array(1 << 16)
  #keysRows = new Uint32Array(1 << 16)
  #noted = 0
  /** The last row, plus one, that had each key: a row counts once. */
  readonly #seenIn: Uint32Array
  readonly #sets: RoaringBitmap32[] = [new RoaringBitmap32()]
  readonly #pairs: NumberTable
  readonly #longer: NumberTable
  readonly #anywhere = new Uint16Array(0x10000)
  readonly #last = new Uint16Array(0x10000)
  readonly #fours = new Uint16Array(10_000)

  #row = 0

  constructor(keys: Iterable<string>) {
    super()
    const [pairs, longer] = [new Map<number, number>(), new Map<number, number>()]
    const numbers = new Map<string, number>()
    // Each stretch is told by the number of the one shorter by its last character, which must be covered too.
    for (const key of [...keys].sort((a, b) => a.length - b.length)) {
      if (key.startsWith('*')) this.#anywhere[key.charCodeAt(1)] = this.#add(key)
      else if (key.startsWith('~')) {
        const shorter = numbers.get(key.slice(1, -1))
        if (shorter === undefined) throw new Error(`${key} is covered without ${key.slice(1, -1)}`)
        longer.set((shorter << 16) | key.charCodeAt(key.length - 1), this.#add(key))
        numbers.set(key.slice(1), this.#sets.length - 1)
      } else if (key.length === 1) this.#last[key.charCodeAt(0)] = this.#add(key)
      else if (key.length === 2) {
        pairs.set((key.charCodeAt(0) << 16) | key.charCodeAt(1), this.#add(key))
        numbers.set(key, this.#sets.length - 1)
      } else this.#fours[Number(key)] = this.#add(key)
    }
    this.#pairs = new NumberTable(pairs)
    this.#longer = new NumberTable(longer)
    this.#seenIn = new Uint32Array(this.#sets.length)
  }

  #add(key: string): number {
    const set = new RoaringBitmap32()
    this.bitmaps.set(key, set)
    return this.#sets.push(set) - 1
  }

  /** Takes in the text of a row; rows come in rising order. */
  take(text: string, row: number): void {
    if (row % block === 0) this.#putAway()
    this.#row = row
    this.scan(text)
  }

  protected onCharacter(unit: number): void {
    this.#touch(this.#anywhere[unit]!)
  }

  protected onPair(pair: number): number {
    const key = this.#pairs.get(pair)
    this.#touch(key)
    return key
  }

  protected onLonger(stretch: number, unit: number): number {
    const key = this.#longer.get((stretch << 16) | unit)
    this.#touch(key)
    return key
  }

  protected onLast(unit: number): void {
    this.#touch(this.#last[unit]!)
  }

  protected onFour(four: number): void {
    this.#touch(this.#fours[four]!)
  }

  /** Puts what is waiting into the bitmaps; to be called once, at the end. */
  finish(): ReadonlyMap<string, RoaringBitmap32> {
    this.#putAway()
    this.#keys = new Uint16Array(0)
    this.#keysRows = new Uint32Array(0)
    for (const set of this.#sets) {
      set.runOptimize()
      set.shrinkToFit()
    }
    return this.bitmaps
  }

  #touch(key: number): void {
    if (key === 0 || this.#seenIn[key] === this.#row + 1) return
    this.#seenIn[key] = this.#row + 1
    if (this.#noted === this.#keys.length) {
      this.#keys = grown(this.#keys, new Uint16Array(this.#noted * 2))
      this.#keysRows = grown(this.#keysRows, new Uint32Array(this.#noted * 2))
    }
    this.#keys[this.#noted] = key
    this.#keysRows[this.#noted++] = this.#row
  }

  /** Sorts what is noted by key, which leaves the rows of each in order, and adds it to the bitmaps. */
  #putAway(): void {
    const ends = new Uint32Array(this.#sets.length + 1)
    for (let at = 0; at < this.#noted; at++) ends[this.#keys[at]! + 1]!++
    for (let key = 1; key < ends.length; key++) ends[key]! += ends[key - 1]!
    const sorted = new Uint32Array(this.#noted)
    for (let at = 0; at < this.#noted; at++) sorted[ends[this.#keys[at]!]!++] = this.#keysRows[at]!
    // By now each end is the beginning of the next.
    for (let key = 1; key < this.#sets.length; key++) {
      const rows = sorted.subarray(ends[key - 1], ends[key])
      if (rows.length) this.#sets[key]!.addMany(rows)
    }
    this.#noted = 0
  }
}

function grown<Numbers extends Uint16Array | Uint32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}
