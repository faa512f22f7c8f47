import { type Kysely, sql } from 'kysely'
import { done, type Outcome } from '#kernel/outcome'
import type { Holder, HolderDecision, HolderName } from '../contract.ts'
import { holderKindOf } from '../rules/holder-kind.ts'
import { readName } from '../rules/names.ts'
import { holderBy, type NameRow } from '../store/holders.ts'
import { openPairCount } from '../store/likely.ts'
import { decisionSentence, holderKindSentence, nameSentence } from '../words.ts'
import { placeReader } from './place-reader.ts'
import { versionOf } from './version.ts'

/** A holder with every name, how and why it is among them, and the decisions that hold. Refuses holder-unknown. */
export async function oneHolder(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<Holder, { code: 'holder-unknown' }>> {
  const found = await holderBy(db, region, id)
  if (!found.done) return found
  const holder = found.value
  const decisions = await decisionsOf(db, region, id)
  const beside = decisions.flatMap((one) => [one.from_holder, one.to_holder])
  return done({
    id,
    // A decision is undone from here, so what was done to the other holder counts as well.
    version: await versionOf(db, region, [id, ...beside]),
    name: holder.name,
    nameByHand: holder.nameByHand,
    kind: holder.kind,
    kindWhy: holderKindSentence(holderKindOf(holder.name)),
    names: holder.names.map(printed),
    formerNames: formerNames(region, holder.names),
    decisions: decisions.map((row) => wireDecision(row, id)),
    likely: await openPairCount(db, region, id),
  })
}

function printed({ name, how, reason, since, keptApart }: NameRow): HolderName {
  const why = reason === null ? '首次出现的名称。' : reason.code === 'hand' ? reason.text : nameSentence(reason)
  return { name, how, why, since: since.toISOString(), keptApart }
}

function formerNames(region: number, names: readonly NameRow[]): string[] {
  const place = placeReader(region)
  return [...new Set(names.flatMap(({ name }) => readName(name, place).former))]
}

interface DecisionRow {
  id: string
  kind: HolderDecision['kind']
  from_holder: string
  to_holder: string
  from_name: string
  to_name: string
  names: string[]
  reason: string
  decided_by: string
  decided_at: Date
}

async function decisionsOf(db: Kysely<unknown>, region: number, id: string): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select d.id, d.kind, d.from_holder, d.to_holder, f.name as from_name, t.name as to_name, d.reason, d.decided_by, d.decided_at,
           coalesce((select json_agg(n.name order by n.id)
                     from enterprises.moved_name m
                     join enterprises.holder_name n on n.region_code = m.region_code and n.id = m.name_id
                     where m.region_code = d.region_code and m.decision_id = d.id), '[]') as names
    from enterprises.decision d
    join enterprises.holder f on f.region_code = d.region_code and f.id = d.from_holder
    join enterprises.holder t on t.region_code = d.region_code and t.id = d.to_holder
    where d.region_code = ${region} and d.undone_at is null and (d.from_holder = ${id} or d.to_holder = ${id})
    order by d.decided_at desc, d.id desc`.execute(db)
  return rows
}

function wireDecision(row: DecisionRow, holder: string): HolderDecision {
  const other = row.from_holder === holder ? row.to_name : row.from_name
  return {
    id: row.id,
    kind: row.kind,
    sentence: decisionSentence(row.kind, { here: row.from_holder === holder ? 'from' : 'to', other, names: row.names }),
    reason: row.reason,
    by: row.decided_by,
    at: row.decided_at.toISOString(),
  }
}
