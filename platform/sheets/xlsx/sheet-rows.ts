import { widestRow } from '../limits.ts'
import type { SheetRow } from '../sheet.ts'
import type { NumberFormat } from '../text/number-format.ts'
import { isoDayText, numberText } from '../text/number-text.ts'
import { SafeXml, type XmlTag } from '../text/safe-xml.ts'
import { cellText } from './shared-strings.ts'
import type { StringTable } from './string-table.ts'

export interface SheetContext {
  readonly strings: StringTable
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
  readonly cellLimit: number
}

const plain: NumberFormat = { shows: 'number' }

/** Turns the XML of one worksheet into rows, as it comes. */
export class SheetRows {
  readonly #context: SheetContext
  readonly #xml: SafeXml
  /** Of the rows handed out, and one for each cell; whoever takes them sets it back. */
  characters = 0
  #into: SheetRow[] = []
  #row = 0
  #column = -1
  #cells: string[] = []
  #damaged = false
  #type = 'n'
  #format = plain
  #value = ''
  /** Inside `v`, or inside `t` of an inline string. */
  #listening = false
  #inReading = false
  #over = false

  constructor(context: SheetContext) {
    this.#context = context
    this.#xml = new SafeXml({
      open: (name, tag) => this.#open(name, tag),
      text: (content) => {
        if (this.#value.length <= context.cellLimit) this.#value += content
      },
      close: (name) => this.#close(name),
      listening: () => this.#listening && !this.#inReading,
    })
  }

  /** Appends the rows that are complete with this chunk. */
  push(chunk: Buffer, into: SheetRow[]): void {
    this.#into = into
    this.#xml.push(chunk)
  }

  end(): void {
    this.#xml.end()
  }

  #open(name: string, tag: XmlTag): void {
    if (this.#over) return
    switch (name) {
      case 'row':
        this.#row = Number.parseInt(tag.attribute('r') ?? '', 10) || this.#row + 1
        this.#column = -1
        this.#cells = []
        this.#damaged = false
        break
      case 'c':
        this.#startCell(tag)
        break
      case 'v':
      case 't':
        this.#listening = true
        break
      case 'rPh':
        this.#inReading = true
    }
  }

  #startCell(tag: XmlTag): void {
    const format = tag.attribute('s')
    const column = tag.column('r') ?? -1
    this.#column = column < 0 ? this.#column + 1 : column
    this.#type = tag.attribute('t') ?? 'n'
    this.#format = format === undefined ? plain : (this.#context.formats[Number(format)] ?? plain)
    this.#value = ''
  }

  #close(name: string): void {
    if (this.#over) return
    switch (name) {
      case 'sheetData':
        this.#over = true
        break
      case 'v':
      case 't':
        this.#listening = false
        break
      case 'rPh':
        this.#inReading = false
        break
      case 'c':
        if (this.#value !== '') this.#put(this.#textOf(this.#value))
        break
      case 'row':
        if (this.#cells.length === 0) break
        this.#into.push(
          this.#damaged ? { row: this.#row, cells: this.#cells, damaged: true } : { row: this.#row, cells: this.#cells },
        )
    }
  }

  #put(text: string): void {
    if (text === '') return
    const column = this.#column
    if (column >= widestRow) {
      this.#damaged = true
      return
    }
    this.characters += text.length + 1
    while (this.#cells.length < column) this.#cells.push('')
    const { cellLimit } = this.#context
    if (text.length > cellLimit || text.includes('\ufffd')) this.#damaged = true
    this.#cells[column] = text.length > cellLimit ? text.slice(0, cellLimit).toWellFormed() : text
  }

  #textOf(value: string): string {
    switch (this.#type) {
      case 's': {
        const text = this.#context.strings.get(Number(value))
        if (text === undefined) this.#damaged = true
        return text ?? ''
      }
      case 'n': {
        if (this.#format === plain && /^-?[1-9]\d{0,14}$/.test(value)) return value
        const number = Number(value)
        return Number.isFinite(number) ? numberText(number, this.#format, this.#context.date1904) : cellText(value)
      }
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE'
      case 'd':
        return isoDayText(value)
      default:
        return cellText(value)
    }
  }
}
