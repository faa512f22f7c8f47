import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Answer, CheckState } from '../contract.ts'
import type { NationalEntry, NationalResult } from '../rules/national-entry.ts'

type Right = 'invention' | 'utility-model' | 'design'

/** An entry of the register as it was kept; what the rule asks for and nothing else. */
export type KeptEntry = Omit<NationalEntry, 'endDayKnown' | 'source' | 'spans' | 'endAnnouncedOn' | 'grantedOn'> & {
  readonly grantedOn?: PlainDate | null
  readonly spans: readonly { readonly from: PlainDate; readonly status: string; readonly because: string }[]
  readonly source?: string
  readonly licences?: readonly { readonly name: string }[]
}

/** What was asked, as it was kept. */
export interface KeptAsked {
  readonly text: string
  readonly claimed?: Right
  readonly madeOn?: PlainDate
  readonly seenOn?: PlainDate
  readonly today: PlainDate
  readonly role?: 'maker' | 'seller'
  readonly maker?: string
  readonly process?: boolean
  readonly printedOn?: 'goods' | 'material'
  readonly permission?: 'given' | 'none' | 'disputed'
  readonly covered?: boolean
  readonly found?: 'J4' | 'J5'
}

export interface KeptCheck {
  readonly id: string
  readonly county: number | null
  readonly state: CheckState
  readonly asked: KeptAsked
  readonly note: string
  readonly canonical: string | null
  readonly outcome: Answer['outcome']
  readonly answer: Answer
  readonly register: readonly (readonly [string, KeptEntry | null])[]
  readonly registerVersion: string
  readonly registerAsOf: string | null
  readonly madeAt: Date
  readonly arrivedAt: Date
  readonly by: string
  readonly byName: string
  /** The row of a list it was made of. */
  readonly from: { readonly list: string; readonly name: string; readonly rowNumber: number } | null
  /** The place of its last entry in the trail. */
  readonly version: number
}

export interface KeptVerification {
  readonly id: string
  readonly result: NationalResult
  readonly pasted: string
  readonly screenshotId: string | null
  readonly reason: string | null
  readonly answer: Answer
  readonly at: Date
  readonly by: string
  readonly byName: string
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export const checkSubject = (check: {
  readonly id: string
  readonly canonical: string | null
  readonly asked: { readonly text: string }
}) => ({
  kind: 'mark-check',
  id: check.id,
  label: check.canonical ?? (check.asked.text.trim().slice(0, 30) || '无法辨认的标识'),
})

/** One check. Refuses check-unknown. `lock` keeps others from changing it meanwhile. */
export async function checkBy(
  db: Kysely<unknown>,
  region: number,
  id: string,
  lock = false,
): Promise<Outcome<KeptCheck, { code: 'check-unknown' }>> {
  if (!isUuid(id)) return refuse({ code: 'check-unknown' })
  const { rows } = await sql<KeptCheck>`
    select id, county, state, asked, note, canonical, outcome, answer, register, register_version as "registerVersion",
           register_as_of::text as "registerAsOf", made_at as "madeAt", arrived_at as "arrivedAt", checked_by as by, checked_name as "byName",
           (select json_build_object('list', l.id, 'name', l.name, 'rowNumber', r.row_number)
            from mark_checks.list_row r
            join mark_checks.list l on l.region_code = r.region_code and l.id = r.list_id
            where r.region_code = c.region_code and r.list_id = c.list_id and r.ordinal = c.list_row) as from,
           (select coalesce(max(n), 0) from trail.entry
            where region_code = ${region} and subject_kind = 'mark-check' and subject_id = ${id})::integer as version
    from mark_checks.check c
    where region_code = ${region} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ? done(rows[0]) : refuse({ code: 'check-unknown' })
}

/** What the national source said of a check, the first result first. */
export async function verificationsOf(db: Kysely<unknown>, region: number, check: string): Promise<KeptVerification[]> {
  const { rows } = await sql<KeptVerification>`
    select id, result, pasted, screenshot_id as "screenshotId", reason, answer, verified_at as at, verified_by as by,
           verified_name as "byName"
    from mark_checks.verification
    where region_code = ${region} and check_id = ${check}
    order by id`.execute(db)
  return rows
}
