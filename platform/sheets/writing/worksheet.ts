import { type CellValue, type FrontPage, lastRow, longestCell, type SheetColumn } from './book.ts'
import { cellXml, escapeXml, style, textXml } from './cell-xml.ts'

const opening =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
const chunkSize = 64 * 1024

/** Rows of one sheet as they are written; `exhausted` once there are no more for a next part. */
export interface RowSupply {
  readonly rows: AsyncIterator<readonly CellValue[]>
  written: number
  cut: number
  exhausted: boolean
}

/** The XML of one table: heading frozen, bold, repeated on each page, filterable; A4 across, page x of y. Stops at the last row Excel has. */
export async function* tableXml(columns: readonly SheetColumn[], supply: RowSupply, lastRowOf = lastRow): AsyncGenerator<Buffer> {
  const letters = columns.map((_, index) => columnLetters(index))
  const lastColumn = letters.at(-1) ?? 'A'
  let xml =
    `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>' +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    `${columnsXml(columns)}<sheetData><row r="1">` +
    `${columns.map((column, index) => textXml(`${letters[index]}1`, column.heading, style.heading, style.heading)).join('')}</row>`
  let row = 1
  while (row < lastRowOf) {
    const next = await supply.rows.next()
    if (next.done) {
      supply.exhausted = true
      break
    }
    row++
    supply.written++
    let cells = ''
    for (let index = 0; index < columns.length; index++) {
      const value = next.value[index]
      if (typeof value === 'string' && value.length > longestCell) supply.cut++
      cells += cellXml(`${letters[index]}${row}`, columns[index]!.kind, value)
    }
    xml += `<row r="${row}">${cells}</row>`
    if (xml.length < chunkSize) continue
    yield Buffer.from(xml)
    xml = ''
  }
  const area = `A1:${lastColumn}${row}`
  yield Buffer.from(
    `${xml}</sheetData><autoFilter ref="${area}"/>${pageXml('landscape')}` +
      `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1"/></ignoredErrors></worksheet>`,
  )
}

/** The XML of the front page: a title over labels and values. */
export function frontPageXml({ title, lines }: FrontPage): Buffer {
  const rows = lines.map(([label, value], index) => {
    const row = index + 3
    const labelCell = textXml(`A${row}`, label, style.label, style.label)
    return `<row r="${row}">${labelCell}${textXml(`B${row}`, value, style.wrapped, style.guardedWrapped)}</row>`
  })
  return Buffer.from(
    `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/><cols>${columnXml(0, 18)}${columnXml(1, 72)}</cols>` +
      `<sheetData><row r="1" ht="28" customHeight="1">${textXml('A1', title, style.title, style.title)}</row>${rows.join('')}</sheetData>` +
      `${pageXml('portrait')}</worksheet>`,
  )
}

function pageXml(orientation: 'landscape' | 'portrait'): string {
  return (
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeXml('&C第 &P 页 共 &N 页')}</oddFooter></headerFooter>`
  )
}

/** Excel takes no empty list, and no column wider than 255. */
function columnsXml(columns: readonly SheetColumn[]): string {
  const each = columns.map((column, index) => columnXml(index, Math.min(255, column.width ?? widthOf(column))))
  return each.length > 0 ? `<cols>${each.join('')}</cols>` : ''
}

const columnXml = (index: number, width: number): string =>
  `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`

const widths = { text: 16, day: 12, number: 12, 'long-number': 20 } as const

/** Wide enough for its heading, a Chinese character counting two. */
function widthOf({ heading, kind }: SheetColumn): number {
  const wide = [...heading].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 4)
  return Math.min(60, Math.max(widths[kind], wide))
}

/** `A` for 0, `AB` for 27. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last
}
