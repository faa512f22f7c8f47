import { widestRow } from '../limits.ts'
import type { SheetRow } from '../sheet.ts'
import { cleanText } from './clean.ts'
import { isoDayText, plainNumber } from './number-text.ts'
import { SafeXml } from './safe-xml.ts'

/**
 * Rows of an XML spreadsheet of 2003 (XML 表格 2003), which systems also export under the name .xls.
 * `onSheet` hears of each worksheet, `onRow` of its rows thereafter.
 */
export class WorkbookXmlRows {
  readonly #xml: SafeXml

  constructor(cellLimit: number, onSheet: (name: string) => void, onRow: (row: SheetRow) => void = () => {}) {
    let row = 0
    let column = -1
    let across = 0
    let cells: string[] = []
    let damaged = false
    let type = ''
    let value: string | null = null
    this.#xml = new SafeXml({
      open: (name, tag) => {
        const index = Number.parseInt(tag.attribute('Index') ?? '', 10)
        if (name === 'Worksheet') {
          onSheet(tag.attribute('Name') ?? '')
          row = 0
        } else if (name === 'Row') {
          row = index || row + 1
          column = -1
          across = 0
          cells = []
          damaged = false
        } else if (name === 'Cell') {
          column = index ? index - 1 : column + across + 1
          across = Number.parseInt(tag.attribute('MergeAcross') ?? '', 10) || 0
        } else if (name === 'Data') {
          type = tag.attribute('Type') ?? 'String'
          value = ''
        }
      },
      text: (content) => {
        if (value !== null && value.length <= cellLimit) value += content
      },
      close: (name) => {
        if (name === 'Data' && value !== null) {
          const text = valueText(type, value)
          value = null
          if (text === '') return
          if (column >= widestRow) {
            damaged = true
            return
          }
          while (cells.length < column) cells.push('')
          if (text.length > cellLimit || text.includes('\ufffd')) damaged = true
          cells[column] = text.length > cellLimit ? text.slice(0, cellLimit).toWellFormed() : text
        } else if (name === 'Row' && cells.length > 0) {
          onRow(damaged ? { row, cells, damaged: true } : { row, cells })
        }
      },
    })
  }

  push(chunk: string): void {
    this.#xml.push(Buffer.from(chunk))
  }

  end(): void {
    this.#xml.end()
  }
}

function valueText(type: string, value: string): string {
  if (type === 'Number') return Number.isFinite(Number(value)) && value.trim() !== '' ? plainNumber(Number(value)) : value
  if (type === 'DateTime') return isoDayText(value)
  if (type === 'Boolean') return value === '1' ? 'TRUE' : 'FALSE'
  return cleanText(value)
}
