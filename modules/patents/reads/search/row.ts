import type { PatentRow, Right, Status } from '../../contract.ts'
import type { Key } from './cursor.ts'

/** The columns of a list's row. */
export const shownColumns =
  'record.id, application_number, publication_number, title, applicants, filed_on::text AS filed_on, status, right_kind, county, main_ipc, record.sort_on::text AS day'

export interface ShownColumns {
  readonly id: string
  readonly application_number: string | null
  readonly publication_number: string | null
  readonly title: string
  readonly applicants: string
  readonly filed_on: string | null
  readonly status: Status
  readonly right_kind: Right | null
  readonly county: number | null
  readonly main_ipc: string | null
  readonly day: string
  readonly hit: boolean
}

/** A row as the list's wire shows it. Several applicants stand in their column parted by `；`. */
export function rowOf(columns: ShownColumns): PatentRow {
  return {
    id: columns.id,
    applicationNumber: columns.application_number,
    publicationNumber: columns.publication_number,
    title: columns.title,
    applicants: columns.applicants.split('；').filter(Boolean),
    filedOn: columns.filed_on,
    status: columns.status,
    right: columns.right_kind,
    county: columns.county === null ? null : String(columns.county),
    mainIpc: columns.main_ipc,
  }
}

export const keyOf = ({ hit, day, id }: ShownColumns): Key => ({ hit, on: day, id })
