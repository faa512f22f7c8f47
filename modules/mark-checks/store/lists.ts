import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Answer } from '../contract.ts'
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

export type KeptListRow = NewListRow

const columns = sql`
  id, name, state, encode(file_digest, 'hex') as digest, headings, rows_done as "rowsDone", rows_total as "rowsTotal", counts, failure,
  asked_at as at, asked_by as by, asked_name as "byName"`

/** One list. Refuses list-unknown. */
export async function listBy(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<KeptList, { code: 'list-unknown' }>> {
  if (!isUuid(id)) return refuse({ code: 'list-unknown' })
  const { rows } = await sql<KeptList>`
    select ${columns} from mark_checks.list where region_code = ${region} and id = ${id}`.execute(db)
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
    select ordinal, row_number as "rowNumber", cells, asked, problem, answer
    from mark_checks.list_row
    where region_code = ${region} and list_id = ${list} and ordinal > ${after}
      and (${outcome ?? null}::text is null or outcome = ${outcome ?? null})
    order by ordinal
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
  }))
  await sql`
    insert into mark_checks.list_row (region_code, list_id, ordinal, row_number, cells, asked, answer, problem, outcome)
    select ${region}, ${list}, ordinal, row_number, cells, nullif(asked, 'null'), nullif(answer, 'null'), problem, outcome
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as row (ordinal integer, row_number integer, cells jsonb, asked jsonb, answer jsonb, problem text, outcome text)`.execute(
    db,
  )
  await sql`
    update mark_checks.list set rows_done = rows_done + ${rows.length}
    where region_code = ${region} and id = ${list}`.execute(db)
}
