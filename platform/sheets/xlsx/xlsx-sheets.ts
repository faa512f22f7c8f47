import type { Entry } from 'yauzl'
import type { SheetRow, SheetSource } from '../sheet.ts'
import { utf8Xml } from '../text/safe-xml.ts'
import { entryBytes } from '../zip/entry-bytes.ts'
import { readCellFormats } from './cell-formats.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type SheetContext, SheetRows } from './sheet-rows.ts'
import { StringTable } from './string-table.ts'
import { openWorkbook, type Workbook } from './workbook.ts'

/** The worksheets of a guarded .xlsx in their order. */
export async function* xlsxSheets(path: string, cellLimit: number, temporaryFolder: string): AsyncGenerator<SheetSource> {
  const workbook = await openWorkbook(path)
  const { zip, date1904 } = workbook
  const strings = new StringTable(temporaryFolder)
  try {
    const formats = workbook.styles ? await readCellFormats(entryBytes(zip, workbook.styles)) : []
    if (workbook.strings) await readSharedStrings(entryBytes(zip, workbook.strings), strings, cellLimit)
    const context = { strings, formats, date1904, cellLimit }
    for (const { name, hidden, part } of workbook.sheets)
      yield { name, hidden, batches: () => sheetBatches(workbook, part, context) }
  } finally {
    strings.close()
    zip.close()
  }
}

/** Bytes of XML at a time: each cell in them may stand for a long string. */
const slice = 16 * 1024
/** Characters of rows at a time. */
const batch = 128 * 1024

async function* sheetBatches({ zip }: Workbook, part: Entry, context: SheetContext): AsyncGenerator<SheetRow[]> {
  const sheet = new SheetRows(context)
  let rows: SheetRow[] = []
  for await (const chunk of utf8Xml(entryBytes(zip, part))) {
    for (let from = 0; from < chunk.length; from += slice) {
      sheet.push(chunk.subarray(from, from + slice), rows)
      if (sheet.characters < batch) continue
      yield rows
      rows = []
      sheet.characters = 0
    }
  }
  sheet.end()
  if (rows.length > 0) yield rows
}
