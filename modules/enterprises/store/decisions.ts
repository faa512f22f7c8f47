import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { ActContext } from '#platform/acts'
import { holderKindOf } from '../rules/holder-kind.ts'
import { nameToShow } from '../rules/shown-name.ts'
import { anyHolder, isUuid } from './holders.ts'

export interface Decision {
  readonly id: string
  readonly kind: 'joined' | 'separated' | 'apart'
  readonly fromHolder: string
  readonly toHolder: string
}

export async function decisionBy({ tx, region }: ActContext, id: string): Promise<Decision | null> {
  if (!isUuid(id)) return null
  const { rows } = await sql<Decision>`
    select id, kind, from_holder as "fromHolder", to_holder as "toHolder"
    from enterprises.decision
    where region_code = ${region} and id = ${id} and undone_at is null
    for update`.execute(tx)
  return rows[0] ?? null
}

export async function writeDecision(
  { tx, region, actor, now }: ActContext,
  decision: Omit<Decision, 'id'>,
  reason: string,
): Promise<string> {
  const id = uuidv7()
  await sql`
    insert into enterprises.decision (region_code, id, kind, from_holder, to_holder, reason, decided_by, decided_at)
    values (${region}, ${id}, ${decision.kind}, ${decision.fromHolder}, ${decision.toHolder}, ${reason}, ${actor.name}, ${now})`.execute(
    tx,
  )
  return id
}

/** Moves names to another holder by a decision; what they were before is kept with it. */
export async function moveNames(
  { tx, region, now }: ActContext,
  names: readonly number[],
  decision: Decision,
  reason: string,
): Promise<void> {
  await sql`
    insert into enterprises.moved_name
      (region_code, decision_id, name_id, earlier_how, earlier_reason, earlier_kept_apart, earlier_decision_id, earlier_since)
    select region_code, ${decision.id}, id, how, reason, kept_apart, decision_id, since
    from enterprises.holder_name
    where region_code = ${region} and id = any(${names})`.execute(tx)
  await sql`
    update enterprises.holder_name
    set holder_id = ${decision.toHolder}, how = 'hand', reason = ${JSON.stringify({ code: 'hand', text: reason })}::jsonb,
        kept_apart = ${decision.kind === 'separated'}, decision_id = ${decision.id}, since = ${now}
    where region_code = ${region} and id = any(${names})`.execute(tx)
  await followNames({ tx, region }, names, decision.toHolder)
}

/** Puts the names of a decision back to where and what they were. False where one of them was moved again since. */
export async function moveBack({ tx, region }: ActContext, decision: Decision): Promise<boolean> {
  const { rows } = await sql<{ id: number; here: boolean }>`
    select m.name_id as id, n.decision_id = ${decision.id} as here
    from enterprises.moved_name m
    join enterprises.holder_name n on n.region_code = m.region_code and n.id = m.name_id
    where m.region_code = ${region} and m.decision_id = ${decision.id}`.execute(tx)
  if (rows.some(({ here }) => !here)) return false
  await sql`
    update enterprises.holder_name n
    set holder_id = ${decision.fromHolder}, how = m.earlier_how, reason = m.earlier_reason, kept_apart = m.earlier_kept_apart,
        decision_id = m.earlier_decision_id, since = m.earlier_since
    from enterprises.moved_name m
    where m.region_code = ${region} and m.decision_id = ${decision.id} and n.region_code = m.region_code and n.id = m.name_id`.execute(
    tx,
  )
  const names = rows.map(({ id }) => id)
  const learnt = decision.kind === 'joined' ? await learntMeanwhile({ tx, region }, names, decision) : []
  await followNames({ tx, region }, [...names, ...learnt], decision.fromHolder)
  return true
}

/** Spellings that the rules have since put beside the joined names go back with them. */
async function learntMeanwhile(
  { tx, region }: Pick<ActContext, 'tx' | 'region'>,
  names: readonly number[],
  { fromHolder, toHolder }: Decision,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update enterprises.holder_name n
    set holder_id = ${fromHolder}
    where n.region_code = ${region} and n.holder_id = ${toHolder} and n.how in ('same-spelling', 'rule')
      and n.name_key in (select name_key from enterprises.holder_name where region_code = ${region} and id = any(${names}))
      and not exists (
        select from enterprises.holder_name own
        where own.region_code = n.region_code and own.holder_id = ${toHolder} and own.name_key = n.name_key and own.how = 'first')
    returning n.id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The pairs of the queue stand with the holders that their names belong to. */
async function followNames({ tx, region }: Pick<ActContext, 'tx' | 'region'>, names: readonly number[], holder: string) {
  await sql`
    update enterprises.likely set one_holder = ${holder}
    where region_code = ${region} and one_name = any(${names})`.execute(tx)
  await sql`
    update enterprises.likely set other_holder = ${holder}
    where region_code = ${region} and other_name = any(${names})`.execute(tx)
}

/** Brings a holder's count, name shown and kind up to its names. A name chosen by hand stays while the holder has it. */
export async function settleHolder({ tx, region }: ActContext, id: string): Promise<void> {
  const holder = await anyHolder(tx, region, id)
  if (!holder) return
  // Names joined by hand stand behind the holder's own.
  const own = holder.names.filter(({ how }) => how !== 'hand')
  const [first, ...rest] = (own.length > 0 ? own : holder.names).map(({ name }) => name)
  const kept = holder.nameByHand && (first === undefined || holder.names.some(({ name }) => name === holder.name))
  const name = kept || first === undefined ? holder.name : nameToShow([first, ...rest])
  await sql`
    update enterprises.holder
    set name = ${name}, name_by_hand = ${kept}, kind = ${holderKindOf(name).kind}, names = ${holder.names.length}
    where region_code = ${region} and id = ${id}`.execute(tx)
}

/** Marks the open pairs between two holders as decided. */
export async function markPairs(
  { tx, region }: ActContext,
  [one, other]: readonly [string, string],
  decision: 'joined' | 'apart',
  decisionId: string,
): Promise<void> {
  await sql`
    update enterprises.likely
    set decision = ${decision}, decision_id = ${decisionId}
    where region_code = ${region} and decision is null
      and ((one_holder = ${one} and other_holder = ${other}) or (one_holder = ${other} and other_holder = ${one}))`.execute(tx)
}
