import { Parser } from 'htmlparser2'
import { widestRow } from '../limits.ts'
import type { SheetRow } from '../sheet.ts'
import { cleanText } from './clean.ts'
import { plainNumber } from './number-text.ts'

const unseen = new Set(['script', 'style', 'title', 'xml'])
const blocks = new Set(['br', 'p', 'div', 'li'])

/**
 * Rows of the tables of an HTML page, as it comes: what many systems export under the name .xls. Rows are counted through
 * all tables of the page; the text of a table within a cell belongs to that cell; cells that others reach over are empty.
 */
export class HtmlRows {
  readonly #parser: Parser
  readonly #cellLimit: number
  #into: SheetRow[] = []
  #row = 0
  #depth = 0
  #unseen = 0
  #cells: string[] | null = null
  #damaged = false
  /** Text of the open cell, null between cells. */
  #text: string | null = null
  #exact: string | undefined
  #across = 1
  #down = 1
  /** For each column, how many more rows a cell from above reaches into. */
  readonly #reaching: number[] = []

  constructor(cellLimit: number) {
    this.#cellLimit = cellLimit
    this.#parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (text) => {
        if (this.#text === null || this.#unseen > 0) return
        if (this.#text.length <= this.#cellLimit) this.#text += text.replace(/[ \t\r\n\f]+/g, ' ')
      },
      onclosetag: (name) => this.#close(name),
    })
  }

  push(chunk: string, into: SheetRow[]): void {
    this.#into = into
    this.#parser.write(chunk)
  }

  end(into: SheetRow[]): void {
    this.#into = into
    this.#parser.end()
    this.#endRow()
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') this.#depth++
    else if (unseen.has(name)) this.#unseen++
    else if (blocks.has(name) && this.#text) this.#text += '\n'
    if (this.#depth !== 1) {
      if (this.#text && (name === 'td' || name === 'th' || name === 'tr')) this.#text += ' '
      return
    }
    if (name === 'tr') this.#startRow()
    if (name !== 'td' && name !== 'th') return
    if (!this.#cells) this.#startRow()
    this.#endCell()
    this.#text = ''
    this.#exact = attributes['x:num']
    this.#across = span(attributes.colspan, widestRow)
    this.#down = span(attributes.rowspan, 65_536)
  }

  #close(name: string): void {
    if (unseen.has(name)) this.#unseen = Math.max(0, this.#unseen - 1)
    if (this.#depth === 1) {
      if (name === 'td' || name === 'th') this.#endCell()
      if (name === 'tr' || name === 'table') this.#endRow()
    }
    if (name === 'table') {
      this.#depth = Math.max(0, this.#depth - 1)
      if (this.#depth === 0) this.#reaching.length = 0
    }
  }

  #startRow(): void {
    this.#endRow()
    this.#row++
    this.#cells = []
    this.#damaged = false
  }

  #endRow(): void {
    this.#endCell()
    const cells = this.#cells
    this.#cells = null
    if (!cells) return
    this.#passReaching(cells, true)
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) return
    this.#into.push(this.#damaged ? { row: this.#row, cells, damaged: true } : { row: this.#row, cells })
  }

  #endCell(): void {
    if (this.#text === null || !this.#cells) return
    const text = this.#cellText(this.#text)
    this.#text = null
    this.#passReaching(this.#cells, false)
    for (let n = 0; n < this.#across && this.#cells.length < widestRow; n++) {
      if (this.#down > 1) this.#reaching[this.#cells.length] = this.#down - 1
      this.#cells.push(n === 0 ? text : '')
    }
  }

  /** Leaves free what cells from above take. */
  #passReaching(cells: string[], toEnd: boolean): void {
    for (let column = cells.length; column < this.#reaching.length; column++) {
      if (!this.#reaching[column]) {
        if (!toEnd) return
      } else this.#reaching[column]!--
      cells.push('')
    }
  }

  #cellText(raw: string): string {
    const seen = cleanText(raw)
      .replaceAll('\u00a0', ' ')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    // Excel's own pages show a long number as 2.0161E+11 and keep it whole beside.
    const text = this.#exact && /^-?[\d.]+E[+-]?\d+$/i.test(seen) ? plainNumber(Number(this.#exact)) : seen
    if (text.length > this.#cellLimit || text.includes('\ufffd')) this.#damaged = true
    return text.length > this.#cellLimit ? text.slice(0, this.#cellLimit).toWellFormed() : text
  }
}

function span(text: string | undefined, most: number): number {
  const count = Number.parseInt(text ?? '1', 10)
  return count >= 1 ? Math.min(count, most) : 1
}
