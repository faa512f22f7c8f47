import { CompiledQuery, type Kysely } from 'kysely'
import type { QueryResultRow } from 'pg'

export type Cell = string | number | boolean | null | undefined

/** What the register is asked and written through: a plain connection in jobs, kysely's own in acts and reads. */
export interface RegisterClient {
  // biome-ignore lint/suspicious/noExplicitAny: the shape of pg's own query, which rows are read by.
  query<Row extends QueryResultRow = any>(
    asked: string | { readonly text: string; readonly values?: unknown[]; readonly name?: string },
    values?: unknown[],
  ): Promise<{ rows: Row[] }>
  /** Writes rows where COPY cannot be had. */
  readonly insertRows?: (table: string, columns: readonly string[], rows: readonly (readonly Cell[])[]) => Promise<void>
}

/** PostgreSQL takes 65,535 values in one statement. */
const mostValues = 60_000

/** An act's transaction, or the database of a read, as the store knows it. */
export function clientOf(db: Kysely<unknown>): RegisterClient {
  const query: RegisterClient['query'] = async <Row extends QueryResultRow>(
    asked: string | { readonly text: string; readonly values?: unknown[] },
    values?: unknown[],
  ) => {
    const [text, given] = typeof asked === 'string' ? [asked, values] : [asked.text, asked.values]
    return { rows: (await db.executeQuery<Row>(CompiledQuery.raw(text, [...(given ?? [])]))).rows }
  }
  return {
    query,
    insertRows: async (table, columns, rows) => {
      const size = Math.floor(mostValues / columns.length)
      for (let at = 0; at < rows.length; at += size) {
        const some = rows.slice(at, at + size)
        const places = some.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
        await query(
          `insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`,
          some.flat().map((cell) => cell ?? null),
        )
      }
    },
  }
}
