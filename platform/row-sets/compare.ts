import { type Kysely, sql } from 'kysely'
import { compareRowSets } from '#kernel/register'
import { digestOfRow, type LookedAt, type RowLookedAt } from './keep.ts'

/** A row as it was when the set was kept. */
export interface KeptRow {
  readonly id: string
  readonly lookedAt: LookedAt
}

/** A row that is there then and now, and what of it differs. */
export interface ComparedRow {
  readonly id: string
  readonly changes: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[]
}

export interface RowSetChanges {
  /** Rows there are now. */
  readonly count: number
  readonly enteredCount: number
  readonly leftCount: number
  readonly changedCount: number
  /** The first of each, in order of ids. */
  readonly entered: readonly string[]
  readonly left: readonly KeptRow[]
  readonly changed: readonly ComparedRow[]
}

/** What came, went and changed since a set was kept; the first `most` of each are told, all are counted. */
export async function compareKept(
  db: Kysely<unknown>,
  region: number,
  rowSet: string,
  now: AsyncIterable<RowLookedAt>,
  most: number,
): Promise<RowSetChanges> {
  const before = await sql<{ row_id: string; digest: string }>`
    select row_id, digest
    from platform.row_set_member
    where region_code = ${region} and row_set_id = ${rowSet}`.execute(db)
  const kept = new Map(before.rows.map((row) => [row.row_id, row.digest]))
  const after = new Map<string, string>()
  /** Only rows that differ are held on to. */
  const differing = new Map<string, LookedAt>()
  for await (const { id, lookedAt } of now) {
    const digest = digestOfRow(lookedAt)
    after.set(id, digest)
    if (kept.has(id) && kept.get(id) !== digest) differing.set(id, lookedAt)
  }
  const { entered, left, changed } = compareRowSets({ rows: kept }, { rows: after })
  const told = { left: left.slice(0, most), changed: changed.slice(0, most) }
  const earlier = await lookedAtOf(db, region, rowSet, [...told.left, ...told.changed])
  return {
    count: after.size,
    enteredCount: entered.length,
    leftCount: left.length,
    changedCount: changed.length,
    entered: entered.slice(0, most),
    left: told.left.map((id) => ({ id, lookedAt: earlier.get(id)! })),
    changed: told.changed.map((id) => ({ id, changes: changesOf(earlier.get(id)!, differing.get(id)!) })),
  }
}

function changesOf(before: LookedAt, after: LookedAt): ComparedRow['changes'] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => from !== to)
}

async function lookedAtOf(
  db: Kysely<unknown>,
  region: number,
  rowSet: string,
  ids: readonly string[],
): Promise<Map<string, LookedAt>> {
  const { rows } = await sql<{ row_id: string; looked_at: LookedAt }>`
    select row_id, looked_at
    from platform.row_set_member
    where region_code = ${region} and row_set_id = ${rowSet} and row_id = any(${ids}::text[])`.execute(db)
  return new Map(rows.map((row) => [row.row_id, row.looked_at]))
}
