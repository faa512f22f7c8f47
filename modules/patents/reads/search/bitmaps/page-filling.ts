import type { RoaringBitmap32 } from 'roaring-wasm'

/** Of these rows those that fit, in rising order. */
export type LookAt = (rows: Uint32Array) => Promise<Uint32Array>

/** Rows looked at together while a page fills, and the most before the page is given up. */
const together = 250
const most = 4_000

/** A page on its way: takes rows from one set after the other until it is full. */
export class PageFilling {
  readonly rows: { readonly row: number; readonly hit: boolean }[] = []
  readonly #limit: number
  readonly #oldestFirst: boolean
  #looked = 0
  #passed = 0

  constructor(limit: number, oldestFirst: boolean) {
    this.#limit = limit
    this.#oldestFirst = oldestFirst
  }

  get full(): boolean {
    return this.rows.length >= this.#limit
  }

  /** Whether so many rows did not fit that PostgreSQL would be quicker. */
  get hopeless(): boolean {
    return this.#looked > most && !this.full
  }

  /** Of the rows looked at, which part did fit. */
  get share(): number {
    return this.#looked ? this.#passed / this.#looked : 1
  }

  /** Goes through a set in the order of the list from a row on (newest first), or up to it (oldest first). */
  async fill(set: RoaringBitmap32, hit: boolean, place: number | null, lookAt: LookAt | null): Promise<void> {
    const before = place === null ? 0 : place === 0 ? 0 : set.rank(place - 1)
    let [start, end] = this.#oldestFirst ? [0, place === null ? set.size : before] : [before, set.size]
    while (start < end && !this.full && !this.hopeless) {
      const count = Math.min(end - start, lookAt ? together : this.#limit - this.rows.length)
      const rows = this.#oldestFirst ? set.sliceUint32Array(end - count, end) : set.sliceUint32Array(start, start + count)
      if (this.#oldestFirst) end -= count
      else start += count
      const fitting = lookAt ? await lookAt(rows) : rows
      if (lookAt) {
        this.#looked += rows.length
        this.#passed += fitting.length
      }
      const ordered = this.#oldestFirst ? fitting.toReversed() : fitting
      for (const row of ordered.subarray(0, this.#limit - this.rows.length)) this.rows.push({ row, hit })
    }
  }
}
