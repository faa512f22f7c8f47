import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { Runner } from '#platform/acts'
import type { Clock } from '#platform/clock'
import type { Wire } from '#platform/database'
import type { FileStore } from '#platform/files'

/** What the import's jobs work with. */
export interface ImportWires {
  readonly wire: Wire<unknown>
  readonly runner: Runner
  readonly files: FileStore
  readonly clock: Clock
  /** Told after every batch that was committed. */
  readonly onProgress?: (rowsDone: number) => void
}

export type Db = Kysely<unknown>

/** One batch as a transaction of its own, tried again where it met another. */
export async function inBatch<T>(wire: Wire<unknown>, batch: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await wire.withClient(async (client) => {
        await client.query('begin')
        const came = await batch(client)
        await client.query('commit')
        return came
      })
    } catch (error) {
      const code = (error as { code?: string }).code
      if (tries >= 4 || (code !== '40001' && code !== '40P01')) throw error
    }
  }
}
