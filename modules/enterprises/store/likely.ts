import { type Kysely, sql } from 'kysely'
import type { NameReason } from '../rules/names.ts'
import { isUuid } from './holders.ts'

export interface PairRow {
  readonly id: string
  readonly oneHolder: string
  readonly otherHolder: string
  readonly reason: NameReason
  readonly decision: 'joined' | 'apart' | null
  readonly decisionId: string | null
}

export async function pairBy(db: Kysely<unknown>, region: number, id: string): Promise<PairRow | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<PairRow>`
    select id, one_holder as "oneHolder", other_holder as "otherHolder", reason, decision, decision_id as "decisionId"
    from enterprises.likely
    where region_code = ${region} and id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The open pairs behind a place in the queue, in the order they were found. */
export async function openPairs(
  db: Kysely<unknown>,
  region: number,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    select id, one_holder as "oneHolder", other_holder as "otherHolder", reason, decision, decision_id as "decisionId"
    from enterprises.likely
    where region_code = ${region} and decision is null and one_holder <> other_holder
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id
    limit ${limit}`.execute(db)
  return rows
}

/** How many pairs wait, of one holder where one is named. */
export async function openPairCount(db: Kysely<unknown>, region: number, holder: string | null = null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from enterprises.likely
    where region_code = ${region} and decision is null and one_holder <> other_holder
      and (${holder}::uuid is null or one_holder = ${holder}::uuid or other_holder = ${holder}::uuid)`.execute(db)
  return rows[0]!.count
}
