/** From a 32-bit number to a small one, for loops that ask hundreds of millions of times; no entry is 0. */
export class NumberTable {
  readonly #keys: Int32Array
  readonly #values: Uint16Array
  readonly #mask: number

  constructor(entries: ReadonlyMap<number, number>) {
    let size = 16
    while (size < entries.size * 3) size *= 2
    this.#keys = new Int32Array(size)
    this.#values = new Uint16Array(size)
    this.#mask = size - 1
    for (const [key, value] of entries) {
      const at = this.#place(key | 0)
      this.#keys[at] = key
      this.#values[at] = value
    }
  }

  get(key: number): number {
    return this.#values[this.#place(key)]!
  }

  /** Where the key stands, or the free place where it would. */
  #place(key: number): number {
    let at = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask
    while (this.#values[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask
    return at
  }
}
