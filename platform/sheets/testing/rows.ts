import { openSheets, type SheetOptions, type SheetRow } from '../index.ts'
import type { SheetSource } from '../sheet.ts'

export interface ReadSheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly SheetRow[]
}

/** Everything in a file, through the door; throws where it is refused. */
export async function readAll(
  path: string,
  options?: SheetOptions,
): Promise<{ kind: string; encoding: string | null; sheets: ReadSheet[] }> {
  const opened = await openSheets(path, options)
  if (!opened.done) throw new Error(`refused: ${JSON.stringify(opened.refusal)}`)
  const sheets: ReadSheet[] = []
  for await (const sheet of opened.value.sheets) {
    const rows: SheetRow[] = []
    for await (const row of sheet.rows) rows.push(row)
    sheets.push({ name: sheet.name, hidden: sheet.hidden, rows })
  }
  return { kind: opened.value.kind, encoding: opened.value.encoding, sheets }
}

/** The refusal of a file that must not open. */
export async function refusalOf(path: string, options?: SheetOptions) {
  const opened = await openSheets(path, options)
  if (!opened.done) return opened.refusal
  await opened.value.close()
  throw new Error('was opened')
}

/** All rows of a reader in this very thread, for tests that read hundreds of files. */
export async function rowsOf(sheets: AsyncIterable<SheetSource>): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const sheet of sheets) for await (const batch of sheet.batches()) rows.push(...batch)
  return rows
}

export const cellsOf = (rows: readonly SheetRow[]): string[][] => rows.map((row) => row.cells)
