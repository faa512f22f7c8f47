import { RoaringBitmap32 } from 'roaring-wasm'
import { classOf, tokens } from '#kernel/words'
import { NumberTable } from './number-table.ts'

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

/** Rows waiting to be put into a bitmap together. */
const bundle = 512

/**
 * Goes through texts, row by row, and keeps for each covered key the rows that have it. Only keys of the first plane's
 * characters can be covered; rarer ones are rare.
 */
export class CoveredTexts {
  readonly bitmaps = new Map<string, RoaringBitmap32>()
  readonly #rows: Uint32Array[] = [new Uint32Array(0)]
  readonly #filled: Uint16Array
  /** The last row, plus one, that had each key: a row counts once. */
  readonly #last: Uint32Array
  readonly #sets: RoaringBitmap32[] = [new RoaringBitmap32()]
  readonly #pairs: NumberTable
  readonly #triples: NumberTable
  readonly #anywhere = new Uint16Array(0x10000)
  readonly #alone = new Uint16Array(0x10000)
  readonly #fours = new Uint16Array(10_000)

  constructor(keys: Iterable<string>) {
    const pairs = new Map<number, number>()
    const triples: string[] = []
    for (const key of keys) {
      if (key.startsWith('~')) triples.push(key)
      else if (key.startsWith('*')) this.#anywhere[key.charCodeAt(1)] = this.#add(key)
      else if (key.length === 1) this.#alone[key.charCodeAt(0)] = this.#add(key)
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
    this.#last = new Uint32Array(this.#sets.length)
  }

  #add(key: string): number {
    const set = new RoaringBitmap32()
    this.bitmaps.set(key, set)
    this.#rows.push(new Uint32Array(bundle))
    return this.#sets.push(set) - 1
  }

  /** Takes in the text of a row; rows come in rising order. */
  take(text: string, row: number): void {
    let before = -1
    let pairBefore = 0
    let digits = 0
    let four = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      const surrogate = unit >= 0xd800 && unit < 0xdc00
      const kind = surrogate ? classOf(text.codePointAt(at)!) : classOf(unit)
      if (kind === 0) {
        if (before >= 0) this.#touch(this.#alone[before]!, row)
        before = -1
      } else if (!surrogate) {
        this.#touch(this.#anywhere[unit]!, row)
        if (before >= 0) {
          const pair = this.#pairs.get((before << 16) | unit)
          this.#touch(pair, row)
          if (pairBefore !== 0) this.#touch(this.#triples.get((pairBefore << 16) | unit), row)
          pairBefore = pair
        }
        before = unit
      }
      if (kind === 0 || surrogate) {
        if (surrogate) at++
        if (surrogate && kind !== 0) before = -1
        pairBefore = 0
      }
      digits = kind === 2 ? digits + 1 : 0
      four = kind === 2 ? (four * 10 + unit - 0x30) % 10_000 : 0
      if (digits >= 4) this.#touch(this.#fours[four]!, row)
    }
    if (before >= 0) this.#touch(this.#alone[before]!, row)
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

  #touch(key: number, row: number): void {
    if (key === 0 || this.#last[key] === row + 1) return
    this.#last[key] = row + 1
    this.#rows[key]![this.#filled[key]!++] = row
    if (this.#filled[key] === bundle) this.#flush(key)
  }

  #flush(key: number): void {
    this.#sets[key]!.addMany(this.#rows[key]!.subarray(0, this.#filled[key]))
    this.#filled[key] = 0
  }
}
