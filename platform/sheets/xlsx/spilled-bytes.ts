import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const pageSize = 8 * 1024

/**
 * Bytes appended once and read often, of which only so many stay in memory; the rest lie in a temporary file that is
 * removed from its folder as soon as it is open, so that even a killed process leaves nothing behind.
 */
export class SpilledBytes {
  readonly #folder: string
  readonly #pagesKept: number
  /** In the order of last use. */
  readonly #kept = new Map<number, Buffer>()
  #free: Buffer | null = null
  #file: number | null = null
  #page: Buffer = Buffer.allocUnsafe(pageSize)
  #pageNumber = 0
  #used = 0
  /** The page read last, past the map: neighbours are mostly asked for together. */
  #last = -1
  #lastPage: Buffer = this.#page

  constructor(folder: string, bytesKept: number) {
    this.#folder = folder
    this.#pagesKept = Math.max(2, Math.ceil(bytesKept / pageSize))
  }

  get length(): number {
    return this.#pageNumber * pageSize + this.#used
  }

  appendText(text: string): void {
    // Three bytes are the most a UTF-16 unit needs.
    if (text.length * 3 <= pageSize - this.#used) this.#used += this.#page.write(text, this.#used)
    else this.#append(Buffer.from(text))
  }

  #append(bytes: Buffer): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.#used === pageSize) this.#turnPage()
      const copied = bytes.copy(this.#page, this.#used, from)
      this.#used += copied
      from += copied
    }
  }

  #turnPage(): void {
    this.#keep(this.#pageNumber, this.#page)
    if (this.#file !== null) this.#write(this.#pageNumber, this.#page)
    this.#page = this.#emptyPage()
    this.#pageNumber++
    this.#used = 0
  }

  #keep(number: number, page: Buffer): void {
    this.#kept.set(number, page)
    if (this.#kept.size <= this.#pagesKept) return
    if (this.#file === null) this.#startFile()
    const [oldest, oldPage] = this.#kept.entries().next().value!
    this.#kept.delete(oldest)
    this.#free = oldPage
    if (oldest === this.#last) this.#last = -1
  }

  /** The page that was last let go: collecting them comes too late where they turn over fast. */
  #emptyPage(): Buffer {
    const page = this.#free ?? Buffer.allocUnsafe(pageSize)
    this.#free = null
    return page
  }

  #startFile(): void {
    const path = join(this.#folder, `zhizhou-strings-${process.pid}-${Math.random().toString(36).slice(2)}`)
    this.#file = openSync(path, 'wx+', 0o600)
    rmSync(path)
    for (const [number, page] of this.#kept) this.#write(number, page)
  }

  #write(number: number, page: Buffer): void {
    for (let at = 0; at < pageSize; ) at += writeSync(this.#file!, page, at, pageSize - at, number * pageSize + at)
  }

  #pageAt(number: number): Buffer {
    if (number === this.#last) return this.#lastPage
    let page = number === this.#pageNumber ? this.#page : this.#kept.get(number)
    if (page === undefined) {
      page = this.#emptyPage()
      for (let at = 0; at < pageSize; ) {
        const read = readSync(this.#file!, page, at, pageSize - at, number * pageSize + at)
        if (read === 0) break
        at += read
      }
      this.#keep(number, page)
    } else if (number !== this.#pageNumber) {
      this.#kept.delete(number)
      this.#kept.set(number, page)
    }
    this.#last = number
    this.#lastPage = page
    return page
  }

  /** The text of these bytes. */
  textAt(from: number, length: number): string {
    const number = Math.floor(from / pageSize)
    const at = from - number * pageSize
    if (at + length <= pageSize) return this.#pageAt(number).toString('utf8', at, at + length)
    const whole = Buffer.allocUnsafe(length)
    for (let copied = 0; copied < length; ) {
      const position = from + copied
      const page = this.#pageAt(Math.floor(position / pageSize))
      copied += page.copy(whole, copied, position % pageSize, Math.min(pageSize, (position % pageSize) + length - copied))
    }
    return whole.toString('utf8')
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
    this.#kept.clear()
  }
}
