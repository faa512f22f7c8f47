import { type Kysely, sql } from 'kysely'

/** "name", and the region: who writes names waits here for the transaction before, so that one name never founds two holders. */
export const NAMES = 0x6e_61_6d_65

export async function lockNames(tx: Kysely<unknown>, region: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${NAMES}::integer, ${region}::integer)`.execute(tx)
}
