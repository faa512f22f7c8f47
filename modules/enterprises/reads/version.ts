import { type Kysely, sql } from 'kysely'

/** The version of what stands on these holders: the last thing that was done to any of them. */
export async function versionOf(db: Kysely<unknown>, region: number, holders: readonly string[]): Promise<string> {
  const { rows } = await sql<{ n: number | null }>`
    select max(n) as n
    from trail.entry
    where region_code = ${region} and subject_kind = 'holder' and subject_id = any(${holders})`.execute(db)
  return String(rows[0]?.n ?? 0)
}
