import { createReadStream } from 'node:fs'
import type { SheetRow, SheetSource, TextEncoding } from '../sheet.ts'
import { CsvRecords } from './csv-records.ts'
import { detectSeparator } from './csv-separator.ts'
import { decoded } from './encoding.ts'

const headSize = 64 * 1024

/** The one sheet of a CSV file. */
export async function* csvSheets(path: string, encoding: TextEncoding, cellLimit: number): AsyncGenerator<SheetSource> {
  yield { name: '', hidden: false, batches: () => csvBatches(textOf(path, encoding), cellLimit) }
}

export const textOf = (path: string, encoding: TextEncoding): AsyncGenerator<string> =>
  decoded(createReadStream(path, { highWaterMark: 128 * 1024 }), encoding)

/** Rows of CSV text, one batch for each chunk. */
export async function* csvBatches(chunks: AsyncIterable<string>, cellLimit: number): AsyncGenerator<SheetRow[]> {
  let records: CsvRecords | null = null
  let head = ''
  for await (const chunk of chunks) {
    head += chunk
    if (!records && head.length < headSize) continue
    records ??= new CsvRecords(detectSeparator(head.slice(0, headSize)), cellLimit)
    const rows: SheetRow[] = []
    records.push(head, rows)
    head = ''
    if (rows.length > 0) yield rows
  }
  records ??= new CsvRecords(detectSeparator(head), cellLimit)
  const rows: SheetRow[] = []
  if (head !== '') records.push(head, rows)
  records.end(rows)
  if (rows.length > 0) yield rows
}
