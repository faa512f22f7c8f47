import type { Outcome } from '#kernel/outcome'
import type { Database, OpenOptions } from './database.ts'
import { openExternal } from './external.ts'
import { openEmbedded } from './launcher/embedded.ts'
import type { DatabaseRefusal } from './refusals.ts'

/**
 * Opens the product's database. With an address (DATABASE_URL) that server is used and nothing is started; without one
 * the embedded PostgreSQL of the data folder is met or started. Several processes may use one data folder: who comes
 * first starts the server, others join, the last to leave stops it.
 */
export async function openDatabase(options: OpenOptions): Promise<Outcome<Database, DatabaseRefusal>> {
  return options.url ? openExternal({ ...options, url: options.url }) : openEmbedded(options)
}
