import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CellObject, DenseWorkSheet } from '@e965/xlsx'
import { UnreadableSheet } from '../refusals.ts'
import type { SheetRow, SheetSource } from '../sheet.ts'
import { cleanText } from '../text/clean.ts'
import { builtInFormat, formatOfCode } from '../text/number-format.ts'
import { numberText } from '../text/number-text.ts'

// The CommonJS entry: the other one has no code pages, without which the Chinese of Excel 95 is lost.
const sheetJs: typeof import('@e965/xlsx') = createRequire(import.meta.url)('@e965/xlsx')

/** The worksheets of a legacy .xls. Holds the whole file in memory. */
export async function* xlsSheets(path: string, cellLimit: number): AsyncGenerator<SheetSource> {
  const book = parse(path)
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined
    const rows = sheet?.['!data']
    if (!rows) continue
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    yield { name, hidden, batches: () => batches(rows, date1904, cellLimit) }
  }
}

function parse(path: string) {
  try {
    return sheetJs.read(readFileSync(path), { type: 'buffer', dense: true, cellNF: true, cellText: false, cellFormula: false })
  } catch (error) {
    const encrypted = /password|encrypt/i.test(String(error))
    throw new UnreadableSheet({ code: encrypted ? 'encrypted' : 'damaged-file' }, error)
  }
}

async function* batches(
  rows: readonly (readonly (CellObject | undefined)[] | undefined)[],
  date1904: boolean,
  cellLimit: number,
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = []
  for (const [index, row] of rows.entries()) {
    if (!row) continue
    const cells = Array.from(row, (cell) => (cell ? textOf(cell, date1904).slice(0, cellLimit) : ''))
    while (cells.at(-1) === '') cells.pop()
    if (cells.length === 0) continue
    batch.push(
      cells.some((cell) => cell.includes('\ufffd')) ? { row: index + 1, cells, damaged: true } : { row: index + 1, cells },
    )
    if (batch.length < 500) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function textOf(cell: CellObject, date1904: boolean): string {
  switch (cell.t) {
    case 'n':
      return numberText(Number(cell.v), formatOf(cell.z), date1904)
    case 'b':
      return cell.v ? 'TRUE' : 'FALSE'
    case 'e':
      return errorTexts[Number(cell.v)] ?? '#VALUE!'
    case 's':
      return cleanText(String(cell.v ?? ''))
    default:
      return ''
  }
}

const formatOf = (code: string | number | undefined) =>
  typeof code === 'number' ? builtInFormat(code) : formatOfCode(code ?? 'General')

const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
