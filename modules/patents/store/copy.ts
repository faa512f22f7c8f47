import { once } from 'node:events'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Cell, RegisterClient } from './client.ts'

/**
 * Writes rows through COPY: some three times as fast as INSERT, with the memory of one batch. An act's few rows are inserted.
 * `columns` are trusted names of our own; cells are text, numbers or null.
 */
export async function copyRows(
  client: RegisterClient,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  if (client.insertRows) return client.insertRows(table, columns, [...rows])
  const lines: string[] = []
  for (const row of rows) lines.push(`${row.map(cellText).join('\t')}\n`)
  if (lines.length === 0) return
  const stream = (client as PoolClient).query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  const finished = once(stream, 'finish')
  stream.end(lines.join(''))
  await finished
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N'
  return typeof cell === 'string' ? cell.replace(/[\\\t\n\r]/g, (letter) => escapes[letter]!) : String(cell)
}
