import type { PlainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import type { Licence } from '../licences.ts'
import type { RegisterEntry } from '../marks/types.ts'
import { supplyCheckDigit } from '../numbers-check-digit.ts'
import { type SpanColumns, spanOfColumns } from '../project.ts'

/** A right of the prefecture as the phone carries it whole: fields that any register extract shows, nobody's address or papers. */
export interface PocketRecord {
  /** The 8 or 12 digits of the application number. */
  readonly body: string
  /** Its last publication, `CN109417194B`: some goods bear that. */
  readonly publication: string | null
  readonly title: string
  readonly holders: readonly string[]
  /** Absent in copies of earlier versions of the app. */
  readonly licences?: readonly Licence[]
  readonly right: Right | null
  /** Division code of the county; null where it stands with the prefecture or elsewhere. */
  readonly county: number | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
  readonly spans: readonly SpanColumns[]
  /** The latest day of which a source of this right speaks; null where none does, and then nothing is known to be so still. */
  readonly asOf: PlainDate | null
}

/** What the check is told of a right that is carried whole. */
export function recordEntry(record: PocketRecord): RegisterEntry {
  const spans = record.spans.map(spanOfColumns)
  return {
    number: supplyCheckDigit(record.body),
    right: record.right,
    filedOn: record.filedOn,
    grantedOn: record.grantedOn,
    holders: record.holders,
    licences: record.licences,
    spans,
    asOf: record.asOf ?? spans[0]?.from ?? record.filedOn ?? longAgo,
  }
}

const longAgo = '1985-04-01' as PlainDate
