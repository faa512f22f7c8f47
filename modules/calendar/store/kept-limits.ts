import { type Kysely, sql } from 'kysely'
import type { PlainDate } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import type { LimitAnswer, LimitQuestion } from '../rules/answer-limit.ts'

/** The matter a limit belongs to: a case, a tip, a mediation. */
export interface LimitSubject {
  readonly kind: string
  readonly id: string
  readonly title: string
}

/** Whose limit it is to keep. */
export interface LimitHolder {
  readonly person: { readonly id: string; readonly name: string } | null
  readonly unit: string | null
  /** Division code of the place the matter belongs to. */
  readonly place: number
}

/** A limit in the book of limits (期限台账). */
export interface KeptRow extends LimitHolder {
  readonly id: string
  readonly title: string
  readonly subject: LimitSubject
  readonly question: LimitQuestion
  readonly answer: LimitAnswer
  readonly dueOn: PlainDate
  readonly provisional: boolean
}

export interface LimitsAsked {
  readonly id?: string
  readonly rule?: string
  readonly subject?: Pick<LimitSubject, 'kind' | 'id'>
  readonly person?: string
  readonly unit?: string
  readonly dueFrom?: PlainDate
  readonly dueTo?: PlainDate
  readonly limit?: number
}

const uuid = /^[0-9a-f-]{36}$/

/** Limits that are not released, the first due first. */
export async function openLimits(db: Kysely<unknown>, region: number, asked: LimitsAsked = {}): Promise<readonly KeptRow[]> {
  const ids = [asked.id, asked.person, asked.unit].filter((id) => id !== undefined)
  if (!ids.every((id) => uuid.test(id))) return []
  const { rows } = await sql<KeptRow>`
    select id, title, json_build_object('kind', subject_kind, 'id', subject_id, 'title', subject_title) as subject,
           case when person_id is not null then json_build_object('id', person_id, 'name', person_name) end as person,
           unit_id as unit, place, asked as question, answer, due_on as "dueOn", provisional
    from calendar.kept_limit
    where region_code = ${region} and released_at is null
      and (${asked.id ?? null}::uuid is null or id = ${asked.id ?? null}::uuid)
      and (${asked.rule ?? null}::text is null or rule = ${asked.rule ?? null})
      and (${asked.subject?.kind ?? null}::text is null or subject_kind = ${asked.subject?.kind ?? null})
      and (${asked.subject?.id ?? null}::text is null or subject_id = ${asked.subject?.id ?? null})
      and (${asked.person ?? null}::uuid is null or person_id = ${asked.person ?? null}::uuid)
      and (${asked.unit ?? null}::uuid is null or unit_id = ${asked.unit ?? null}::uuid)
      and (${asked.dueFrom ?? null}::date is null or due_on >= ${asked.dueFrom ?? null}::date)
      and (${asked.dueTo ?? null}::date is null or due_on <= ${asked.dueTo ?? null}::date)
    order by due_on, id
    limit ${asked.limit ?? null}`.execute(db)
  return rows
}

/** A new limit, or a known one counted anew. */
export async function saveLimit({ tx, region, now }: ActContext, row: KeptRow): Promise<void> {
  const { subject, person } = row
  await sql`
    insert into calendar.kept_limit (region_code, id, rule, title, subject_kind, subject_id, subject_title, person_id, person_name,
                                     unit_id, place, asked, answer, due_on, provisional, kept_at)
    values (${region}, ${row.id}, ${row.question.rule}, ${row.title}, ${subject.kind}, ${subject.id}, ${subject.title},
            ${person?.id ?? null}, ${person?.name ?? null}, ${row.unit}, ${row.place}, ${JSON.stringify(row.question)},
            ${JSON.stringify(row.answer)}, ${row.dueOn}, ${row.provisional}, ${now})
    on conflict (region_code, id) do update
    set title = excluded.title, asked = excluded.asked, answer = excluded.answer, due_on = excluded.due_on,
        provisional = excluded.provisional`.execute(tx)
}

/** Whether there was such a limit, open until now. */
export async function closeLimit({ tx, region, now }: ActContext, id: string, reason: string): Promise<boolean> {
  if (!uuid.test(id)) return false
  const closed = await sql`
    update calendar.kept_limit set released_at = ${now}, release_reason = ${reason}
    where region_code = ${region} and id = ${id} and released_at is null`.execute(tx)
  return closed.numAffectedRows === 1n
}
