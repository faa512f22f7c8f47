import { widestRow } from '../limits.ts'
import type { SheetRow } from '../sheet.ts'
import { cleanText } from './clean.ts'
import { unguarded } from './formula-guard.ts'

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/**
 * Reads CSV as it comes, chunk by chunk. Own rather than a library's because every row must know the physical line it
 * starts on, a broken row must not end the file, and one stray quote must not swallow the rest of it.
 */
export class CsvRecords {
  readonly #separator: number
  readonly #cellLimit: number
  #rest = ''
  #line = 1
  #skipping = false
  #cells: string[] = []
  #damaged = false
  #lines = 0

  constructor(separator: string, cellLimit: number) {
    this.#separator = separator.charCodeAt(0)
    this.#cellLimit = cellLimit
  }

  /** Appends the rows that are complete with this chunk. */
  push(chunk: string, into: SheetRow[]): void {
    this.#read(this.#rest === '' ? chunk : this.#rest + chunk, false, into)
  }

  end(into: SheetRow[]): void {
    this.#read(this.#rest, true, into)
  }

  #read(text: string, final: boolean, into: SheetRow[]): void {
    let at = this.#skipping ? this.#skipLine(text) : 0
    while (at < text.length && !this.#skipping) {
      let next = this.#record(text, at, final, false)
      // A quote that nothing closes within reason is a character like any other.
      if (next < 0 && (final || text.length - at > this.#cellLimit)) next = this.#record(text, at, final, true)
      if (next < 0 && text.length - at > this.#cellLimit * 4) next = this.#cutLine(text, at)
      if (next < 0) break
      this.#finish(into)
      at = next
    }
    this.#rest = text.slice(at)
  }

  /** Where the record that starts at `from` ends, its cells in `#cells`; −1 where more text is needed to tell. */
  #record(text: string, from: number, final: boolean, literalQuotes: boolean): number {
    this.#cells = []
    this.#damaged = false
    this.#lines = 1
    const { length } = text
    const separator = this.#separator
    let at = from
    for (;;) {
      let value = ''
      if (!literalQuotes && text.charCodeAt(at) === quote) {
        let close = text.indexOf('"', at + 1)
        let doubled = false
        while (close >= 0 && text.charCodeAt(close + 1) === quote) {
          doubled = true
          close = text.indexOf('"', close + 2)
        }
        if (close < 0 || (close === length - 1 && !final)) return -1
        value = text.slice(at + 1, close)
        this.#lines += lineEndsIn(value)
        if (doubled) value = value.replaceAll('""', '"')
        at = close + 1
      }
      const start = at
      let code = text.charCodeAt(at)
      while (at < length && code !== separator && code !== lineFeed && code !== carriageReturn) code = text.charCodeAt(++at)
      if (at > start) value = value === '' ? text.slice(start, at) : value + text.slice(start, at)
      if (at >= length && !final) return -1
      this.#put(value)
      if (at >= length) return at
      if (code === separator) {
        at++
        continue
      }
      if (code === lineFeed) return at + 1
      if (at + 1 >= length && !final) return -1
      return text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1
    }
  }

  #put(value: string): void {
    if (this.#cells.length >= widestRow) {
      this.#damaged ||= value !== ''
      return
    }
    let text = cleanText(unguarded(value))
    if (text.length > this.#cellLimit) {
      text = text.slice(0, this.#cellLimit).toWellFormed()
      this.#damaged = true
    }
    if (text.includes('\ufffd')) this.#damaged = true
    this.#cells.push(text)
  }

  #finish(into: SheetRow[]): void {
    const row = this.#line
    this.#line += this.#lines
    const cells = this.#cells
    if (cells.every((cell) => cell === '')) return
    // `sep=;` on the first line is a word to Excel, not a row.
    if (row === 1 && /^sep=.?$/.test(cells[0]!) && cells.slice(1).every((cell) => cell === '')) return
    into.push(this.#damaged ? { row, cells, damaged: true } : { row, cells })
  }

  /** A line without end: keeps its beginning and passes over the rest. */
  #cutLine(text: string, from: number): number {
    this.#cells = []
    this.#put(text.slice(from, from + this.#cellLimit))
    this.#damaged = true
    this.#lines = 0
    this.#skipping = true
    return text.length
  }

  #skipLine(text: string): number {
    const feed = text.indexOf('\n')
    if (feed < 0) return text.length
    this.#skipping = false
    this.#line++
    return feed + 1
  }
}

function lineEndsIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== lineFeed) count++
  return count
}
