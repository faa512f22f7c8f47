import { CompiledQuery, type Kysely } from 'kysely'

/** Collects the values of one statement; `at` puts one in and answers its place. */
export class Values {
  readonly list: unknown[] = []

  at(value: unknown, type = ''): string {
    const same = this.list.indexOf(value)
    const place = same < 0 ? this.list.push(value) : same + 1
    return `$${place}${type && `::${type}`}`
  }
}

/** Asks one statement. */
export type Ask = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>

/** PostgreSQL's code for a statement that ran into its time limit. */
export const isTimeout = (error: unknown): boolean => (error as { code?: string }).code === '57014'

/**
 * Lends a way of asking in which no statement runs longer than this. Within a transaction that is already open the limit
 * is put back afterwards; a statement that ran into it has spoilt that transaction, as every failed statement does.
 */
export async function within<T>(db: Kysely<unknown>, milliseconds: number, use: (ask: Ask) => Promise<T>): Promise<T> {
  if (db.isTransaction) {
    const ask = asker(db)
    const [before] = await ask<{ value: string }>("SELECT current_setting('statement_timeout') AS value")
    await ask(`SET LOCAL statement_timeout = ${milliseconds}`)
    const answer = await use(ask)
    await ask("SELECT set_config('statement_timeout', $1, true)", [before!.value])
    return answer
  }
  return db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      const ask = asker(tx)
      await ask(`SET LOCAL statement_timeout = ${milliseconds}`)
      return use(ask)
    })
}

export function asker(db: Kysely<unknown>): Ask {
  return async <Row>(text: string, values: readonly unknown[] = []) =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows
}
