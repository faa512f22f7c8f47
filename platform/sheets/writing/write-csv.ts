import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cleanText } from '../text/clean.ts'
import { guarded } from '../text/formula-guard.ts'
import type { CellValue, ColumnKind, Rows, SheetColumn } from './book.ts'
import { encodeGb18030 } from './gb18030.ts'

export interface Csv {
  readonly columns: readonly SheetColumn[]
  readonly rows: Rows
  /** UTF-8 carries the mark by which Excel knows it. */
  readonly encoding: 'utf-8' | 'gb18030'
}

const chunkSize = 64 * 1024

/**
 * Writes CSV with CRLF as its rows come, to a stream or a path. Text that Excel would take for a formula gets an
 * apostrophe in front (OWASP), which `openSheets` takes off again. Answers how many rows were written.
 */
export async function writeCsv(csv: Csv, target: Writable | string): Promise<number> {
  const count = { rows: 0 }
  const chunks = Readable.from(lines(csv, count), { objectMode: false })
  if (typeof target !== 'string') {
    await pipeline(chunks, target)
    return count.rows
  }
  try {
    await pipeline(chunks, createWriteStream(target))
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
  return count.rows
}

async function* lines({ columns, rows, encoding }: Csv, count: { rows: number }): AsyncGenerator<Buffer> {
  const encode = encoding === 'utf-8' ? (text: string) => Buffer.from(text) : encodeGb18030
  let text = `${encoding === 'utf-8' ? '\ufeff' : ''}${columns.map(({ heading }) => cell('text', heading)).join(',')}\r\n`
  for await (const row of rows) {
    text += `${columns.map(({ kind }, index) => cell(kind, row[index])).join(',')}\r\n`
    count.rows++
    if (text.length < chunkSize) continue
    yield encode(text)
    text = ''
  }
  yield encode(text)
}

function cell(kind: ColumnKind, value: CellValue): string {
  if (value === null || value === undefined) return ''
  const text = cleanText(String(value)).toWellFormed()
  const isNumber = kind === 'number' && /^-?\d+(?:\.\d+)?$/.test(text)
  const safe = isNumber ? text : guarded(text)
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
