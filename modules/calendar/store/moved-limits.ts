import { type Kysely, sql } from 'kysely'
import type { PlainDate } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import type { KeptRow } from './kept-limits.ts'

/** A limit that came out otherwise after a change was approved (受影响事项). */
export interface MovedRow {
  readonly id: number
  readonly limit: string
  readonly change: string
  readonly title: string
  readonly subject: KeptRow['subject']
  readonly person: KeptRow['person']
  readonly unit: string | null
  readonly wasDueOn: PlainDate
  readonly wasProvisional: boolean
  readonly dueOn: PlainDate
  readonly provisional: boolean
  readonly movedAt: Date
  readonly seenBy: string | null
}

/** The moved limits, the latest first; those of one change, or those nobody has taken note of. At most 500. */
export async function movedRows(
  db: Kysely<unknown>,
  region: number,
  asked: { readonly id?: number; readonly change?: string; readonly unseen?: boolean } = {},
): Promise<readonly MovedRow[]> {
  const { rows } = await sql<MovedRow>`
    select m.id, m.limit_id as "limit", m.change_id as change, k.title,
           json_build_object('kind', k.subject_kind, 'id', k.subject_id, 'title', k.subject_title) as subject,
           case when k.person_id is not null then json_build_object('id', k.person_id, 'name', k.person_name) end as person,
           k.unit_id as unit, m.was_due_on as "wasDueOn", m.was_provisional as "wasProvisional", m.due_on as "dueOn", m.provisional,
           m.moved_at as "movedAt", m.seen_by as "seenBy"
    from calendar.moved_limit m
    join calendar.kept_limit k on k.region_code = m.region_code and k.id = m.limit_id
    where m.region_code = ${region}
      and (${asked.id ?? null}::bigint is null or m.id = ${asked.id ?? null}::bigint)
      and (${asked.change ?? null}::uuid is null or m.change_id = ${asked.change ?? null}::uuid)
      and (${asked.unseen ?? false} = false or m.seen_at is null)
    order by m.id desc
    limit 500`.execute(db)
  return rows
}

export async function saveMoved(
  { tx, region, now }: ActContext,
  change: string,
  was: KeptRow,
  is: Pick<KeptRow, 'dueOn' | 'provisional'>,
): Promise<void> {
  await sql`
    insert into calendar.moved_limit (region_code, limit_id, change_id, was_due_on, was_provisional, due_on, provisional, moved_at)
    values (${region}, ${was.id}, ${change}, ${was.dueOn}, ${was.provisional}, ${is.dueOn}, ${is.provisional}, ${now})
    on conflict (region_code, limit_id, change_id) do update
    set due_on = excluded.due_on, provisional = excluded.provisional, moved_at = excluded.moved_at, seen_at = null, seen_by = null
    where calendar.moved_limit.was_due_on <> excluded.due_on or calendar.moved_limit.was_provisional <> excluded.provisional`.execute(
    tx,
  )
}

/** Somebody took note of a moved limit. Null where it is none or was taken note of before. */
export async function noteMoved({ tx, region, now, actor }: ActContext, id: number): Promise<MovedRow | null> {
  const noted = await sql`
    update calendar.moved_limit set seen_at = ${now}, seen_by = ${actor.name}
    where region_code = ${region} and id = ${id} and seen_at is null`.execute(tx)
  if (noted.numAffectedRows !== 1n) return null
  return (await movedRows(tx, region, { id }))[0] ?? null
}
