import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Deed } from '#kernel/procedure'
import type { PlainDate } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import type { ChangeKind } from '../contract.ts'
import type { ChangeAct, ChangeState } from '../rules/change-procedure.ts'
import type { Entry } from '../rules/entry.ts'

/** One act on a change, as it is remembered. */
export interface ChangeDeed {
  readonly act: ChangeAct
  readonly byId: string
  readonly byName: string
  readonly at: Date
  readonly reason: string | null
  readonly signedBy: string | null
  readonly signedOn: PlainDate | null
  readonly scan: string | null
}

/** A change as it stands in its table. */
export interface ChangeRow {
  readonly id: string
  readonly catalogue: string
  readonly kind: ChangeKind
  readonly title: string
  /** The version as it will be once approved. */
  readonly after: Entry
  /** What it was made against: the same version, or the one in force on the first day of a new one. */
  readonly before: Entry | null
  readonly reason: string
  /** What the whole entry was when it was proposed, as `standOf` tells it. */
  readonly standsOn: string
  readonly state: Exclude<ChangeState, 'drafting'>
  readonly deeds: readonly ChangeDeed[]
}

/** What a proposal writes. */
export type DraftedChange = Omit<ChangeRow, 'state' | 'deeds'>

export interface ChangesAsked {
  readonly id?: string
  readonly catalogue?: string
  readonly entry?: string
  readonly state?: ChangeRow['state']
}

const uuid = /^[0-9a-f-]{36}$/

/** Changes with their deeds, the latest proposed first; at most 500. */
export async function changesBy(db: Kysely<unknown>, region: number, asked: ChangesAsked): Promise<readonly ChangeRow[]> {
  if (asked.id !== undefined && !uuid.test(asked.id)) return []
  const { rows } = await sql<Omit<ChangeRow, 'after' | 'deeds'> & { after: Entry; deeds: ChangeDeed[] }>`
    select c.id, c.catalogue, c.kind, c.title, c.before, c.reason, c.stands_on as "standsOn", c.state,
           json_build_object('id', c.entry_id, 'validFrom', c.valid_from, 'validTo', c.valid_to, 'body', c.body, 'basis', c.basis,
                             'certainty', c.certainty, 'source', c.source) as after,
           (select json_agg(json_build_object('act', d.act, 'byId', d.by_id, 'byName', d.by_name, 'at', d.at, 'reason', d.reason,
                                              'signedBy', d.signed_by, 'signedOn', d.signed_on, 'scan', d.scan)
                            order by d.n)
            from catalogues.deed d
            where d.region_code = c.region_code and d.change_id = c.id) as deeds
    from catalogues.change c
    where c.region_code = ${region}
      and (${asked.id ?? null}::uuid is null or c.id = ${asked.id ?? null}::uuid)
      and (${asked.catalogue ?? null}::text is null or c.catalogue = ${asked.catalogue ?? null})
      and (${asked.entry ?? null}::text is null or c.entry_id = ${asked.entry ?? null})
      and (${asked.state ?? null}::text is null or c.state = ${asked.state ?? null})
    order by c.id desc
    limit 500`.execute(db)
  return rows.map((row) => ({ ...row, deeds: row.deeds.map((deed) => ({ ...deed, at: new Date(deed.at) })) }))
}

/** A change for an act, its row locked to the end of it. */
export async function lockChange(
  { tx, region }: ActContext,
  id: string,
): Promise<Outcome<ChangeRow, { code: 'change-unknown' }>> {
  if (!uuid.test(id)) return refuse({ code: 'change-unknown' })
  await sql`select from catalogues.change where region_code = ${region} and id = ${id} for update`.execute(tx)
  const [row] = await changesBy(tx, region, { id })
  return row ? done(row) : refuse({ code: 'change-unknown' })
}

/** Writes a proposal, or a returned one anew. */
export async function saveChange({ tx, region, now }: ActContext, change: DraftedChange): Promise<void> {
  const { after } = change
  const before = change.before && JSON.stringify(change.before)
  await sql`
    insert into catalogues.change (region_code, id, catalogue, entry_id, kind, title, valid_from, valid_to, body, basis, certainty,
                                   source, reason, before, stands_on, state, proposed_at)
    values (${region}, ${change.id}, ${change.catalogue}, ${after.id}, ${change.kind}, ${change.title}, ${after.validFrom},
            ${after.validTo}, ${JSON.stringify(after.body)}, ${after.basis}, ${after.certainty}, ${after.source}, ${change.reason},
            ${before}, ${change.standsOn}, 'pending', ${now})
    on conflict (region_code, id) do update
    set kind = excluded.kind, title = excluded.title, valid_from = excluded.valid_from, valid_to = excluded.valid_to,
        body = excluded.body, basis = excluded.basis, certainty = excluded.certainty, source = excluded.source,
        reason = excluded.reason, before = excluded.before, stands_on = excluded.stands_on, state = excluded.state,
        proposed_at = excluded.proposed_at`.execute(tx)
}

/** What an act leaves behind besides the state. */
export interface DeedWritten {
  readonly act: ChangeAct
  readonly reason?: string
  readonly signedBy?: string
  readonly signedOn?: PlainDate
  readonly scan?: string
}

export async function writeDeed(context: ActContext, id: string, deed: DeedWritten): Promise<void> {
  const { tx, region, actor, now } = context
  await sql`
    insert into catalogues.deed (region_code, change_id, n, act, by_id, by_name, at, reason, signed_by, signed_on, scan)
    select ${region}, ${id}::uuid, count(*) + 1, ${deed.act}, ${handOf(context)}, ${actor.name}, ${now}, ${deed.reason ?? null},
           ${deed.signedBy ?? null}, ${deed.signedOn ?? null}::date, ${deed.scan ?? null}
    from catalogues.deed
    where region_code = ${region} and change_id = ${id}::uuid`.execute(tx)
}

export async function setState({ tx, region }: ActContext, id: string, state: 'returned' | 'withdrawn'): Promise<void> {
  await sql`update catalogues.change set state = ${state} where region_code = ${region} and id = ${id}`.execute(tx)
}

/** Whose hand it is: the person, else the product itself or the machine's command line. */
export const handOf = ({ actor }: Pick<ActContext, 'actor'>): string => actor.id ?? actor.via

/** The deeds as the procedure weighs them. */
export function deedsOf(change: ChangeRow): readonly Deed<ChangeAct>[] {
  return change.deeds.map(({ act, byId, signedBy, scan }) => ({
    act,
    by: byId,
    ...(signedBy !== null ? { signedBy } : {}),
    ...(scan !== null ? { scan } : {}),
  }))
}
