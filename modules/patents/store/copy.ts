import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Cell, RegisterClient } from './client.ts'

/** Rows that go out together. */
const bundle = 64

/**
 * Writes rows through COPY: some three times as fast as INSERT, with the memory of one batch. An act's few rows are inserted.
 * Rows made as they are asked for are made while PostgreSQL takes in those before them. `columns` are trusted names of our own;
 * cells are text, numbers or null.
 */
export async function copyRows(
  client: RegisterClient,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  if (client.insertRows) return client.insertRows(table, columns, [...rows])
  const bundles = bundlesOf(rows)
  const first = bundles.next()
  if (first.done) return
  const stream = (client as PoolClient).query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(async function* () {
    yield first.value
    for (const lines of bundles) {
      yield lines
      // Lets what was made go out before the next rows are made.
      await setImmediate()
    }
  }, stream)
}

function* bundlesOf(rows: Iterable<readonly Cell[]>): Generator<string, undefined> {
  let lines: string[] = []
  for (const row of rows) {
    lines.push(`${row.map(cellText).join('\t')}\n`)
    if (lines.length < bundle) continue
    yield lines.join('')
    lines = []
  }
  if (lines.length > 0) yield lines.join('')
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '\\N'
  return typeof cell === 'string' ? cell.replace(/[\\\t\n\r]/g, (letter) => escapes[letter]!) : String(cell)
}
