import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { type Book, type CellValue, lastRow, type Rows, type WrittenSheet } from './book.ts'
import { sheetNames } from './sheet-names.ts'
import { type ListedSheet, workbookParts } from './workbook-parts.ts'
import { frontPageXml, type RowSupply, tableXml } from './worksheet.ts'

/**
 * Writes a workbook (.xlsx) as its rows come, to a stream or a path; a file half written is removed when it fails.
 * Days are true dates, long numbers text, and no text that came in can become a formula. Sheets longer than Excel's
 * 1,048,576 rows go on in a next one, cells longer than 32,767 characters end in a visible mark and are counted.
 */
export async function writeSheet(book: Book, target: Writable | string, rowsPerSheet = lastRow): Promise<WrittenSheet[]> {
  if (typeof target !== 'string') return write(book, target, rowsPerSheet)
  try {
    return await write(book, createWriteStream(target), rowsPerSheet)
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
}

async function write(book: Book, target: Writable, rowsPerSheet: number): Promise<WrittenSheet[]> {
  const zip = new yazl.ZipFile()
  const stop = new AbortController()
  const piping = pipeline(zip.outputStream, target)
  const failed = new Promise<never>((_, reject) => {
    piping.catch(reject)
    zip.on('error', reject)
  })
  failed.catch(() => stop.abort())
  /** Done once the last byte has gone into the zip. */
  const add = (path: string, chunks: AsyncIterable<Buffer>) => {
    const stream = Readable.from(chunks, { objectMode: false, signal: stop.signal })
    const whole = new Promise<void>((resolve, reject) => stream.on('end', resolve).on('error', reject))
    zip.addReadStream(stream, path)
    return Promise.race([whole, failed])
  }
  try {
    const written = await writeSheets(book, add, rowsPerSheet)
    for (const [path, xml] of workbookParts(written.listed)) zip.addBuffer(Buffer.from(xml), path)
    zip.end()
    await Promise.race([piping, failed])
    return written.sheets
  } catch (error) {
    stop.abort()
    target.destroy()
    await piping.catch(() => {})
    throw error
  }
}

async function writeSheets(
  book: Book,
  add: (path: string, chunks: AsyncIterable<Buffer>) => Promise<void>,
  rowsPerSheet: number,
): Promise<{ sheets: WrittenSheet[]; listed: ListedSheet[] }> {
  const nameOf = sheetNames()
  const frontName = book.frontPage ? nameOf('说明') : ''
  const sheets: WrittenSheet[] = []
  const listed: ListedSheet[] = []
  const pathOf = (part: number) => `xl/worksheets/sheet${part}.xml`
  for (const { name, columns, rows } of book.sheets) {
    const supply: RowSupply = { rows: iteratorOf(rows), written: 0, cut: 0, exhausted: false }
    try {
      for (let part = 1; !supply.exhausted; part++) {
        const before = supply.written
        await add(pathOf(listed.length + 1), tableXml(columns, supply, rowsPerSheet))
        const table = { columns: columns.length, lastRow: supply.written - before + 1 }
        listed.push({ name: nameOf(name, part), part: listed.length + 1, table })
      }
    } finally {
      await supply.rows.return?.()
    }
    sheets.push({ name, rows: supply.written, cut: supply.cut })
  }
  if (!book.frontPage) return { sheets, listed }
  const page = typeof book.frontPage === 'function' ? book.frontPage(sheets) : book.frontPage
  const part = listed.length + 1
  await add(pathOf(part), Readable.from([frontPageXml(page)]))
  return { sheets, listed: [{ name: frontName, part, table: null }, ...listed] }
}

async function* walk(rows: Rows): AsyncGenerator<readonly CellValue[]> {
  yield* rows
}

const iteratorOf = (rows: Rows): AsyncIterator<readonly CellValue[]> => walk(rows)
