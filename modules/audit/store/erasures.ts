import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { type PlainDate, plainDate } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import { dayInShanghai } from '#platform/clock'
import type { ErasableEntry } from '../rules/may-erase.ts'

export interface ErasureRow {
  readonly id: string
  readonly entries: readonly number[]
  readonly reason: string
  readonly state: 'proposed' | 'erased' | 'returned' | 'withdrawn'
  readonly proposedBy: string
  readonly proposer: string
  readonly proposedAt: Date
  readonly decider: string | null
  readonly decidedAt: Date | null
  readonly decision: string | null
}

const columns = sql`
  id, entries, reason, state, proposed_by as "proposedBy", proposer, proposed_at as "proposedAt", decider,
  decided_at as "decidedAt", decision`

/** Who acts, as one of the two persons. */
export const handOf = ({ actor }: Pick<ActContext, 'actor'>): string => actor.id ?? actor.via

export async function lockErasure(
  { tx, region }: ActContext,
  id: string,
): Promise<Outcome<ErasureRow, { code: 'erasure-unknown' }>> {
  const { rows } = await sql<ErasureRow>`
    select ${columns} from audit.erasure where region_code = ${region} and id::text = ${id} for update`.execute(tx)
  return rows[0] ? done(rows[0]) : refuse({ code: 'erasure-unknown' })
}

/** The latest first, those that wait before the others. */
export async function erasuresBy(db: Kysely<unknown>, region: number, limit: number): Promise<ErasureRow[]> {
  const { rows } = await sql<ErasureRow>`
    select ${columns}
    from audit.erasure
    where region_code = ${region}
    order by state = 'proposed' desc, proposed_at desc
    limit ${limit}`.execute(db)
  return rows
}

export async function addErasure(context: ActContext, id: string, entries: readonly number[], reason: string): Promise<void> {
  const { tx, region, actor, now } = context
  await sql`
    insert into audit.erasure (region_code, id, entries, reason, state, proposed_by, proposer, proposed_at)
    values (${region}, ${id}, ${entries}::bigint[], ${reason}, 'proposed', ${handOf(context)}, ${actor.name}, ${now})`.execute(tx)
}

export async function settleErasure(
  context: ActContext,
  id: string,
  state: 'erased' | 'returned' | 'withdrawn',
  decision: string | null,
): Promise<void> {
  const { tx, region, actor, now } = context
  await sql`
    update audit.erasure
    set state = ${state}, decided_by = ${handOf(context)}, decider = ${actor.name}, decided_at = ${now}, decision = ${decision}
    where region_code = ${region} and id = ${id}`.execute(tx)
}

/** The entries of these numbers that still have their words. Refuses details-unknown where one is not there or has none. */
export async function entriesWithWords(
  { tx, region }: Pick<ActContext, 'tx' | 'region'>,
  entries: readonly number[],
): Promise<Outcome<ErasableEntry[], { code: 'details-unknown'; first: number }>> {
  const { rows } = await sql<{ n: number; at: Date; word: string }>`
    select n, at, word
    from trail.entry
    join trail.detail using (region_code, n)
    where region_code = ${region} and n = any(${entries}::bigint[])
    order by n`.execute(tx)
  const found = new Set(rows.map(({ n }) => n))
  const missing = entries.find((n) => !found.has(n))
  if (missing !== undefined) return refuse({ code: 'details-unknown', first: missing })
  return done(rows.map(({ n, at, word }) => ({ n, word, on: plainDate(dayInShanghai(at)) satisfies PlainDate })))
}
