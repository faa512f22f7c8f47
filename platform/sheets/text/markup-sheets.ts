import type { SheetRow, SheetSource, TextEncoding } from '../sheet.ts'
import { textOf } from './csv-sheet.ts'
import { HtmlRows } from './html-rows.ts'
import { WorkbookXmlRows } from './workbook-xml-rows.ts'

/** The tables of an HTML page as one sheet. */
export async function* htmlSheets(path: string, encoding: TextEncoding, cellLimit: number): AsyncGenerator<SheetSource> {
  yield { name: '', hidden: false, batches: () => htmlBatches(textOf(path, encoding), cellLimit) }
}

async function* htmlBatches(chunks: AsyncIterable<string>, cellLimit: number): AsyncGenerator<SheetRow[]> {
  const page = new HtmlRows(cellLimit)
  for await (const chunk of chunks) {
    const rows: SheetRow[] = []
    page.push(chunk, rows)
    if (rows.length > 0) yield rows
  }
  const rows: SheetRow[] = []
  page.end(rows)
  if (rows.length > 0) yield rows
}

/** The worksheets of an XML spreadsheet of 2003. The file is walked once to name them and once for each that is read. */
export async function* workbookXmlSheets(path: string, encoding: TextEncoding, cellLimit: number): AsyncGenerator<SheetSource> {
  const names: string[] = []
  const walk = new WorkbookXmlRows(cellLimit, (name) => names.push(name))
  for await (const chunk of textOf(path, encoding)) walk.push(chunk)
  walk.end()
  for (const [index, name] of names.entries())
    yield { name, hidden: false, batches: () => worksheetBatches(textOf(path, encoding), index, cellLimit) }
}

async function* worksheetBatches(chunks: AsyncIterable<string>, wanted: number, cellLimit: number): AsyncGenerator<SheetRow[]> {
  let current = -1
  let rows: SheetRow[] = []
  const book = new WorkbookXmlRows(
    cellLimit,
    () => current++,
    (row) => current === wanted && rows.push(row),
  )
  for await (const chunk of chunks) {
    book.push(chunk)
    if (rows.length > 0) yield rows
    rows = []
    if (current > wanted) return
  }
  book.end()
}
