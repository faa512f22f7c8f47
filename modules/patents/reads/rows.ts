import type { PatentRow } from '../contract.ts'
import { nameSeparator, type RecordColumns } from '../rules/project.ts'
import type { RegisterClient } from '../store/client.ts'

const names = [
  'application_number',
  'publication_number',
  'title',
  'applicants',
  'filed_on',
  'status',
  'right_kind',
  'county',
  'main_ipc',
] as const
type RowColumns = Pick<RecordColumns, (typeof names)[number]>

/** The list's rows of these records, by id. */
export async function rowsOf(client: RegisterClient, region: number, ids: readonly string[]): Promise<Map<string, PatentRow>> {
  const { rows } = await client.query<RowColumns & { id: string }>(
    `select id, ${names.join(', ')} from patents.record where region_code = $1 and id = any($2::uuid[])`,
    [region, ids],
  )
  return new Map(rows.map((row) => [row.id, rowOfColumns(row.id, row)]))
}

/** A row of the list out of the columns of a record. */
export function rowOfColumns(id: string, columns: RowColumns): PatentRow {
  return {
    id,
    applicationNumber: columns.application_number,
    publicationNumber: columns.publication_number,
    title: columns.title,
    applicants: columns.applicants.split(nameSeparator).filter(Boolean),
    filedOn: columns.filed_on,
    status: columns.status,
    right: columns.right_kind,
    county: columns.county === null ? null : String(columns.county),
    mainIpc: columns.main_ipc,
  }
}
