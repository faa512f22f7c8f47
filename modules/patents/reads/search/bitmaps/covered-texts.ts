import { RoaringBitmap32 } from 'roaring-wasm'
import { NumberTable } from './number-table.ts'
import { TextScan } from './text-scan.ts'

/** Rows waiting to be put into a bitmap together. */
const bundle = 512

/**
 * Goes through texts, row by row, and keeps for each covered key the rows that have it. Only keys of the first plane's
 * characters can be covered; rarer ones are rare.
 */
export class CoveredTexts extends TextScan {
  readonly bitmaps = new Map<string, RoaringBitmap32>()
  readonly #rows: Uint32Array[] = [new Uint32Array(0)]
  readonly #filled: Uint16Array
  /** The last row, plus one, that had each key: a row counts once. */
  readonly #seenIn: Uint32Array
  readonly #sets: RoaringBitmap32[] = [new RoaringBitmap32()]
  readonly #pairs: NumberTable
  readonly #triples: NumberTable
  readonly #anywhere = new Uint16Array(0x10000)
  readonly #last = new Uint16Array(0x10000)
  readonly #fours = new Uint16Array(10_000)

  #row = 0

  constructor(keys: Iterable<string>) {
    super()
    const pairs = new Map<number, number>()
    const triples: string[] = []
    for (const key of keys) {
      if (key.startsWith('~')) triples.push(key)
      else if (key.startsWith('*')) this.#anywhere[key.charCodeAt(1)] = this.#add(key)
      else if (key.length === 1) this.#last[key.charCodeAt(0)] = this.#add(key)
      else if (key.length === 2) pairs.set((key.charCodeAt(0) << 16) | key.charCodeAt(1), this.#add(key))
      else this.#fours[Number(key)] = this.#add(key)
    }
    this.#pairs = new NumberTable(pairs)
    const byPair = new Map<number, number>()
    for (const key of triples) {
      // A triple is told by its first pair's number, so that pair must be covered too.
      const pair = this.#pairs.get((key.charCodeAt(1) << 16) | key.charCodeAt(2))
      if (pair) byPair.set((pair << 16) | key.charCodeAt(3), this.#add(key))
    }
    this.#triples = new NumberTable(byPair)
    this.#filled = new Uint16Array(this.#sets.length)
    this.#seenIn = new Uint32Array(this.#sets.length)
  }

  #add(key: string): number {
    const set = new RoaringBitmap32()
    this.bitmaps.set(key, set)
    this.#rows.push(new Uint32Array(bundle))
    return this.#sets.push(set) - 1
  }

  /** Takes in the text of a row; rows come in rising order. */
  take(text: string, row: number): void {
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

  protected onTriple(pair: number, unit: number): void {
    this.#touch(this.#triples.get((pair << 16) | unit))
  }

  protected onLast(unit: number): void {
    this.#touch(this.#last[unit]!)
  }

  protected onFour(four: number): void {
    this.#touch(this.#fours[four]!)
  }

  /** Puts what is waiting into the bitmaps; to be called once, at the end. */
  finish(): ReadonlyMap<string, RoaringBitmap32> {
    for (let key = 1; key < this.#sets.length; key++) {
      this.#flush(key)
      this.#sets[key]!.runOptimize()
      this.#sets[key]!.shrinkToFit()
    }
    return this.bitmaps
  }

  #touch(key: number): void {
    if (key === 0 || this.#seenIn[key] === this.#row + 1) return
    this.#seenIn[key] = this.#row + 1
    this.#rows[key]![this.#filled[key]!++] = this.#row
    if (this.#filled[key] === bundle) this.#flush(key)
  }

  #flush(key: number): void {
    this.#sets[key]!.addMany(this.#rows[key]!.subarray(0, this.#filled[key]))
    this.#filled[key] = 0
  }
}
