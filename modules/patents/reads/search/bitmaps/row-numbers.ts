/**
 * The rows of the register numbered from the newest to the oldest, in the order of the lists (`sort_on DESC, id DESC`):
 * from number to key and back. 32 bytes a row.
 */
export class RowNumbers {
  readonly size: number
  readonly #ids: Buffer
  readonly #days: Int32Array
  /** Open hashing of the ids by their last four bytes, which are random in every version of UUID that is used. */
  readonly #hashed: Int32Array
  #count = 0

  constructor(size: number) {
    this.size = size
    this.#ids = Buffer.alloc(size * 16)
    this.#days = new Int32Array(size)
    let slots = 16
    while (slots < size * 2) slots *= 2
    this.#hashed = new Int32Array(slots)
  }

  /** Adds the next row in order; `day` as `2019-05-06`. */
  add(id: string, day: string): void {
    const row = this.#count++
    this.#ids.write(id.replaceAll('-', ''), row * 16, 'hex')
    this.#days[row] = numberOf(day)
    let slot = this.#slotOf(this.#ids, row * 16)
    while (this.#hashed[slot] !== 0) slot = (slot + 1) & (this.#hashed.length - 1)
    this.#hashed[slot] = row + 1
  }

  idOf(row: number): string {
    const hex = this.#ids.toString('hex', row * 16, row * 16 + 16)
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  }

  dayOf(row: number): string {
    const digits = String(this.#days[row]).padStart(8, '0')
    return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  }

  /** The rows of ids that stand one after the other as 16 bytes each, in rising order; undefined where one is not known. */
  rowsOf(ids: Buffer): Uint32Array | undefined {
    const rows = new Uint32Array(ids.length / 16)
    for (let at = 0; at < rows.length; at++) {
      let slot = this.#slotOf(ids, at * 16)
      for (;;) {
        const row = this.#hashed[slot]! - 1
        if (row < 0) return undefined
        if (this.#ids.compare(ids, at * 16, at * 16 + 16, row * 16, row * 16 + 16) === 0) {
          rows[at] = row
          break
        }
        slot = (slot + 1) & (this.#hashed.length - 1)
      }
    }
    return rows.sort()
  }

  /** The first row behind a key in the order of the lists, or `at` it, whether or not a row has that key. */
  firstBehind(id: string, day: string, at = false): number {
    const wanted = Buffer.from(id.replaceAll('-', ''), 'hex')
    const on = numberOf(day)
    let [low, high] = [0, this.#count]
    while (low < high) {
      const middle = (low + high) >>> 1
      const order = on - this.#days[middle]! || wanted.compare(this.#ids, middle * 16, middle * 16 + 16)
      if (order > 0 || (at && order === 0)) high = middle
      else low = middle + 1
    }
    return low
  }

  #slotOf(ids: Buffer, at: number): number {
    return (Math.imul(ids.readInt32LE(at + 12), 0x9e3779b1) >>> 3) & (this.#hashed.length - 1)
  }
}

const numberOf = (day: string): number =>
  Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
