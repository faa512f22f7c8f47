import { createHash } from 'node:crypto'
import { CompiledQuery, type Kysely } from 'kysely'
import type { HolderKind, Right, Status } from '../../../contract.ts'
import { searchColumns } from '../../../rules/search-columns.ts'

/** A record as tests of searching make them; what is left out is empty. */
export interface TestRecord {
  readonly title: string
  readonly applicants?: readonly string[]
  readonly inventors?: readonly string[]
  readonly abstract?: string
  readonly applicationNumber?: string
  readonly publicationNumber?: string
  readonly classes?: readonly string[]
  readonly right?: Right
  readonly status?: Status
  readonly county?: number
  readonly holderKind?: HolderKind
  readonly filedOn?: string
  readonly publicForm?: 'none' | 'same' | 'own'
}

export const testRegion = 622900

/** An id that depends on the number alone, so that a failing case can be seen again. */
export function testId(n: number): string {
  const digits = createHash('md5').update(String(n)).digest('hex')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The first class that is no Locarno class. */
export const mainIpc = ({ classes = [] }: TestRecord): string | null => classes.find((code) => /^[A-H]/.test(code)) ?? null

/** The columns of `patents.record` for a record. */
export function recordColumns(record: TestRecord, n: number) {
  const { applicants = [], inventors = [], classes = [], filedOn } = record
  const numbers = [record.applicationNumber, record.publicationNumber].filter((number) => number !== undefined)
  const main = mainIpc(record)
  return {
    region_code: testRegion,
    id: testId(n),
    application_number: record.applicationNumber ?? null,
    publication_number: record.publicationNumber ?? null,
    right_kind: record.right ?? null,
    title: record.title,
    applicants: applicants.join('；'),
    inventors: inventors.join('；'),
    main_ipc: main,
    ipc_section: main?.slice(0, 1) ?? null,
    ipc_class: main?.slice(0, 3) ?? null,
    county: record.county ?? null,
    holder_kind: record.holderKind ?? 'unknown',
    status: record.status ?? 'unknown',
    status_next_on: null,
    filed_on: filedOn ?? null,
    filed_year: filedOn ? Number(filedOn.slice(0, 4)) : null,
    published_on: null,
    granted_on: null,
    sort_on: filedOn ?? '1985-04-01',
    disagreements: 0,
    public_form: record.publicForm ?? 'same',
    abstract: record.abstract ?? '',
    ...searchColumns({ titles: [record.title], applicants, inventors, numbers, abstract: record.abstract ?? '', classes }),
  }
}

/** Writes records; the n-th gets `testId(n)`. */
export async function writeRecords(
  db: Kysely<unknown>,
  records: readonly TestRecord[],
  { table = 'record', from = 0 }: { readonly table?: 'record' | 'public_record'; readonly from?: number } = {},
): Promise<void> {
  for (let at = 0; at < records.length; at += 1000) {
    const rows = records.slice(at, at + 1000).map((record, n) => recordColumns(record, from + at + n))
    // Only these, so that columns which searching does not know keep their defaults.
    const columns = Object.keys(rows[0]!).filter((column) => table === 'record' || column !== 'public_form')
    const list = columns.join(', ')
    await db.executeQuery(
      CompiledQuery.raw(
        `INSERT INTO patents.${table} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::patents.${table}, $1)`,
        [JSON.stringify(rows)],
      ),
    )
  }
}

export async function analyze(db: Kysely<unknown>): Promise<void> {
  await db.executeQuery(CompiledQuery.raw('VACUUM (ANALYZE) patents.record, patents.public_record'))
}
