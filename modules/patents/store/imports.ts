import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { mayDo } from '#kernel/procedure'
import type { PlainDate } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import type { PatentFormat } from '../rules/fields.ts'
import { type ImportAct, type ImportState, importProcedure } from '../rules/import-procedure.ts'

/** What a file came to; the names are the contract of the `import` command. */
export interface Account {
  readonly format: PatentFormat | null
  readonly read: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  readonly unknownHeadings: readonly string[]
  readonly missingHeadings: readonly string[]
  /** The first hundred. */
  readonly refusedRows: readonly { readonly row: number; readonly reason: string }[]
  /** Only where characters were lost. */
  readonly lost?: Lost
}

/** Characters (U+FFFD) that the file has lost, whoever lost them, and the rows they stood in. */
export interface Lost {
  readonly characters: number
  readonly rows: number
}

/** The line of headings as the file prints it, and what each of them was understood as; empty for XML. */
export interface Headings {
  readonly printed: readonly string[]
  readonly matched: readonly { readonly heading: string; readonly field: string }[]
}

/** One file on its way into the register (导入批次). */
export interface ImportRow {
  readonly id: string
  readonly state: ImportState
  readonly fileName: string
  /** Hexadecimal. */
  readonly fileDigest: string
  readonly fileSize: number
  readonly format: PatentFormat | null
  readonly rank: number | null
  readonly publishable: boolean
  readonly sourceDay: PlainDate | null
  /** Filled once the file was opened. */
  readonly headings: Partial<Headings>
  readonly dryRun: Account | null
  readonly account: Account | null
  readonly rowsDone: number
  readonly rowsTotal: number | null
  readonly failure: string | null
  /** The state in which it failed. */
  readonly failedIn: ImportState | null
  readonly startedBy: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly undoneAt: Date | null
  /** Place of the last trail entry about it. */
  readonly version: number
}

const columns = sql`
  i.id, i.state, i.file_name as "fileName", encode(i.file_digest, 'hex') as "fileDigest", i.file_size as "fileSize", i.format, i.rank,
  i.publishable, i.source_day as "sourceDay", i.headings, i.dry_run as "dryRun", i.account, i.rows_done as "rowsDone", i.rows_total as "rowsTotal",
  i.failure, i.failed_in as "failedIn", i.started_by as "startedBy", i.started_at as "startedAt", i.finished_at as "finishedAt",
  i.undone_at as "undoneAt",
  coalesce((select max(n) from trail.entry e
            where e.region_code = i.region_code and e.subject_kind = 'import' and e.subject_id = i.id::text), 0) as version`

export async function importBy(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<ImportRow, { code: 'import-unknown' }>> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return refuse({ code: 'import-unknown' })
  const { rows } = await sql<ImportRow>`
    select ${columns}
    from patents.import i
    where i.region_code = ${region} and i.id = ${id} and i.format is distinct from 'hand'`.execute(db)
  return rows[0] ? done(rows[0]) : refuse({ code: 'import-unknown' })
}

/** The imports, the latest first, a page at a time. */
export async function importsPage(
  db: Kysely<unknown>,
  region: number,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<{ rows: ImportRow[]; next: string | null; count: number }> {
  const { rows } = await sql<ImportRow>`
    select ${columns}
    from patents.import i
    where i.region_code = ${region} and i.format is distinct from 'hand' and (${before ?? null}::uuid is null or i.id < ${before ?? null}::uuid)
    order by i.id desc
    limit ${limit + 1}`.execute(db)
  const counted = await sql<{ n: number }>`
    select count(*) as n from patents.import where region_code = ${region} and format is distinct from 'hand'`.execute(db)
  const page = rows.slice(0, limit)
  return { rows: page, next: rows.length > limit ? page.at(-1)!.id : null, count: counted.rows[0]!.n }
}

/** Locks an import for an act that its procedure allows now. Refuses import-unknown and what the procedure refuses. */
export async function importFor(context: ActContext, id: string, act: ImportAct) {
  if (/^[0-9a-f-]{36}$/.test(id)) {
    await sql`select from patents.import where region_code = ${context.region} and id = ${id} for update`.execute(context.tx)
  }
  const found = await importBy(context.tx, context.region, id)
  if (!found.done) return found
  const allowed = mayDo(importProcedure, found.value.state, { act, by: context.actor.id ?? context.actor.via }, [])
  if (!allowed.done) return refuse({ ...allowed.refusal, label: importProcedure.states[found.value.state] })
  return found
}
