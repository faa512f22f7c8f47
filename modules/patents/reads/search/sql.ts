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

/** How statements are run. */
export interface Manner {
  /** Milliseconds a statement may run. */
  readonly patience: number
  /** By index only: PostgreSQL does not know what it costs to fetch every row's lexemes, and would sometimes go through all rows. */
  readonly byIndex: boolean
}

/**
 * Lends a way of asking in a transaction of its own. Within one that is already open the settings are put back afterwards;
 * a statement that ran into its limit has spoilt that transaction, as every failed statement does.
 */
export async function within<T>(db: Kysely<unknown>, manner: Manner, use: (ask: Ask) => Promise<T>): Promise<T> {
  if (!db.isTransaction) {
    const tx = db.transaction().setAccessMode('read only')
    return tx.execute(async (own) => {
      const ask = asker(own)
      await set(ask, [`${manner.patience}ms`, manner.byIndex ? 'off' : 'on'])
      return use(ask)
    })
  }
  const ask = asker(db)
  const [before] = await ask<{ patience: string; scans: string }>(
    "SELECT current_setting('statement_timeout') AS patience, current_setting('enable_seqscan') AS scans",
  )
  await set(ask, [`${manner.patience}ms`, manner.byIndex ? 'off' : before!.scans])
  const answer = await use(ask)
  await set(ask, [before!.patience, before!.scans])
  return answer
}

async function set(ask: Ask, settings: [patience: string, scans: string]): Promise<void> {
  await ask("SELECT set_config('statement_timeout', $1, true), set_config('enable_seqscan', $2, true)", settings)
}

export function asker(db: Kysely<unknown>): Ask {
  return async <Row>(text: string, values: readonly unknown[] = []) =>
    (await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows
}
