import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { canonical, digestRows } from '#kernel/register'

/** What was looked at of a row, by field, printed as a person reads it; null where there is nothing. */
export type LookedAt = Readonly<Record<string, string | null>>

export interface RowLookedAt {
  readonly id: string
  readonly lookedAt: LookedAt
}

export interface KeptRowSet {
  readonly id: string
  readonly count: number
  /** Hexadecimal SHA-256 of all rows in any order. */
  readonly digest: string
}

/** Rows written in one statement. */
const bundle = 2000

/** Stands for what was looked at of one row. */
export const digestOfRow = (lookedAt: LookedAt): string => createHash('sha256').update(canonical(lookedAt)).digest('base64url')

/** Keeps rows as a set, in the act's transaction. */
export async function keepRows(tx: Kysely<unknown>, region: number, rows: AsyncIterable<RowLookedAt>): Promise<KeptRowSet> {
  const id = uuidv7()
  await sql`insert into platform.row_set (region_code, id, row_count, digest) values (${region}, ${id}, 0, '')`.execute(tx)
  const digests = new Map<string, string>()
  let some: (RowLookedAt & { digest: string })[] = []
  const write = async () => {
    await sql`
      insert into platform.row_set_member (region_code, row_set_id, row_id, digest, looked_at)
      select ${region}, ${id}, row_id, digest, looked_at
      from unnest(
        ${some.map((row) => row.id)}::text[],
        ${some.map((row) => row.digest)}::text[],
        ${some.map((row) => JSON.stringify(row.lookedAt))}::jsonb[]
      ) as given(row_id, digest, looked_at)`.execute(tx)
    some = []
  }
  for await (const row of rows) {
    const digest = digestOfRow(row.lookedAt)
    digests.set(row.id, digest)
    if (some.push({ ...row, digest }) >= bundle) await write()
  }
  if (some.length > 0) await write()
  const digest = createHash('sha256')
    .update(digestRows({ rows: digests }))
    .digest('hex')
  await sql`
    update platform.row_set set row_count = ${digests.size}, digest = decode(${digest}, 'hex')
    where region_code = ${region} and id = ${id}`.execute(tx)
  return { id, count: digests.size, digest }
}

/** Forgets a set. */
export async function removeRows(tx: Kysely<unknown>, region: number, id: string): Promise<void> {
  await sql`delete from platform.row_set where region_code = ${region} and id = ${id}`.execute(tx)
}

/** Forgets the rows of a set that something still points to. */
export async function forgetRows(tx: Kysely<unknown>, region: number, id: string): Promise<void> {
  await sql`delete from platform.row_set_member where region_code = ${region} and row_set_id = ${id}`.execute(tx)
}
