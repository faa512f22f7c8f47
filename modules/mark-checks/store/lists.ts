import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Answer } from '../contract.ts'
import { toLookUp } from '../rules/outcome-names.ts'
import type { ListAsked } from '../rules/read-list.ts'
import { isUuid } from './checks.ts'

export interface KeptList {
  readonly id: string
  readonly name: string
  readonly state: 'checking' | 'finished' | 'failed'
  /** Hexadecimal; null where the list was pasted. */
  readonly digest: string | null
  readonly headings: readonly string[]
  readonly rowsDone: number
  readonly rowsTotal: number | null
  readonly counts: Readonly<Record<string, number>>
  readonly failure: string | null
  /** Whether rows of it are being put on 待联网核查清单; how many are on it when that is done, and why it broke off. */
  readonly enlisting: boolean
  readonly enlistTotal: number | null
  readonly enlistFailure: string | null
  /** Rows that the register could not answer and that bear a number; how many of them became checks. */
  readonly toLookUp: number
  readonly enlisted: number
  readonly at: Date
  readonly by: string
  readonly byName: string
}

/** A row as it goes in: as it stood, and what was asked or why nothing could be. */
export interface NewListRow {
  readonly ordinal: number
  readonly rowNumber: number
  readonly cells: readonly string[]
  readonly asked: ListAsked | null
  readonly problem: string | null
  readonly answer: Answer | null
}

/** A row as it stands: with the check that was made of it. */
export type KeptListRow = NewListRow & { readonly toLookUp: boolean; readonly check: string | null }

const columns = sql`
  id, name, state, encode(file_digest, 'hex') as digest, headings, rows_done as "rowsDone", rows_total as "rowsTotal", counts, failure,
  enlisting, enlist_total as "enlistTotal", enlist_failure as "enlistFailure",
  (select count(*)::integer from mark_checks.list_row r
   where r.region_code = list.region_code and r.list_id = list.id and r.to_look_up) as "toLookUp",
  (select count(*)::integer from mark_checks.check c where c.region_code = list.region_code and c.list_id = list.id) as enlisted,
  asked_at as at, asked_by as by, asked_name as "byName"`

/** One list. Refuses list-unknown. `lock` keeps others from changing it meanwhile. */
export async function listBy(
  db: Kysely<unknown>,
  region: number,
  id: string,
  lock = false,
): Promise<Outcome<KeptList, { code: 'list-unknown' }>> {
  if (!isUuid(id)) return refuse({ code: 'list-unknown' })
  const { rows } = await sql<KeptList>`
    select ${columns} from mark_checks.list where region_code = ${region} and id = ${id}
    ${lock ? sql`for update` : sql``}`.execute(db)
  return rows[0] ? done(rows[0]) : refuse({ code: 'list-unknown' })
}

/** The lists, the latest first. */
export async function listsBefore(
  db: Kysely<unknown>,
  region: number,
  { before, limit }: { readonly before: string | undefined; readonly limit: number },
): Promise<{ rows: KeptList[]; next: string | null; count: number }> {
  const { rows } = await sql<KeptList>`
    select ${columns} from mark_checks.list
    where region_code = ${region} and (${before ?? null}::uuid is null or id < ${before ?? null}::uuid)
    order by id desc
    limit ${limit + 1}`.execute(db)
  const counted = await sql<{ n: number }>`
    select count(*)::integer as n from mark_checks.list where region_code = ${region}`.execute(db)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? page.at(-1)!.id : null, count: counted.rows[0]!.n }
}

/** The rows of a list after one, in its order; of one outcome where asked. */
export async function listRows(
  db: Kysely<unknown>,
  region: number,
  list: string,
  { after, outcome, limit }: { readonly after: number; readonly outcome?: string | undefined; readonly limit: number },
): Promise<KeptListRow[]> {
  const { rows } = await sql<KeptListRow>`
    select r.ordinal, r.row_number as "rowNumber", r.cells, r.asked, r.problem, r.answer, r.to_look_up as "toLookUp", c.id as check
    from mark_checks.list_row r
    left join mark_checks.check c on c.region_code = r.region_code and c.list_id = r.list_id and c.list_row = r.ordinal
    where r.region_code = ${region} and r.list_id = ${list} and r.ordinal > ${after}
      and (${outcome ?? null}::text is null or r.outcome = ${outcome ?? null})
    order by r.ordinal
    limit ${limit}`.execute(db)
  return rows
}

/** Writes a batch of rows and how far the list has come. */
export async function addListRows(db: Kysely<unknown>, region: number, list: string, rows: readonly NewListRow[]): Promise<void> {
  const written = rows.map((row) => ({
    ordinal: row.ordinal,
    row_number: row.rowNumber,
    cells: row.cells,
    asked: row.asked,
    answer: row.answer,
    problem: row.problem,
    outcome: row.answer?.outcome ?? null,
    to_look_up: row.answer !== null && toLookUp(row.answer),
  }))
  await sql`
    insert into mark_checks.list_row (region_code, list_id, ordinal, row_number, cells, asked, answer, problem, outcome, to_look_up)
    select ${region}, ${list}, ordinal, row_number, cells, nullif(asked, 'null'), nullif(answer, 'null'), problem, outcome, to_look_up
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as row (ordinal integer, row_number integer, cells jsonb, asked jsonb, answer jsonb, problem text, outcome text, to_look_up boolean)`.execute(
    db,
  )
  await sql`
    update mark_checks.list set rows_done = rows_done + ${rows.length}
    where region_code = ${region} and id = ${list}`.execute(db)
}

/** Rows of a list that are to be looked up and are no checks yet: after one, in its order; of these where some were chosen. */
export async function rowsToEnlist(
  db: Kysely<unknown>,
  region: number,
  list: string,
  { rows, after, limit }: { readonly rows: readonly number[] | null; readonly after: number; readonly limit: number },
): Promise<number[]> {
  const found = await sql<{ ordinal: number }>`
    select ordinal
    from mark_checks.list_row r
    where region_code = ${region} and list_id = ${list} and to_look_up and ordinal > ${after}
      and (${rows === null} or ordinal = any(${rows ?? []}::integer[]))
      and not exists (
        select from mark_checks.check c
        where c.region_code = r.region_code and c.list_id = r.list_id and c.list_row = r.ordinal)
    order by ordinal
    limit ${limit}`.execute(db)
  return found.rows.map(({ ordinal }) => ordinal)
}
