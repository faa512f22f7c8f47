import type { PlainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import type { RegisterEntry } from '../marks/types.ts'
import { supplyCheckDigit } from '../numbers-check-digit.ts'
import { type Status, type StatusSpan, statusOn } from '../status.ts'

/** A right of the prefecture as the phone carries it whole: fields that any register extract shows, nobody's address or papers. */
export interface PocketRecord {
  /** The 8 or 12 digits of the application number. */
  readonly body: string
  /** Its last publication, `CN109417194B`: some goods bear that. */
  readonly publication: string | null
  readonly title: string
  readonly holders: readonly string[]
  readonly right: Right | null
  /** Division code of the county; null where it stands with the prefecture or elsewhere. */
  readonly county: number | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
  readonly spans: readonly (readonly [from: PlainDate, status: Status, because: string])[]
  readonly endAnnouncedOn: PlainDate | null
}

/** What the check is told of a right that is carried whole. */
export function recordEntry(record: PocketRecord, asOf: PlainDate): RegisterEntry {
  return {
    number: supplyCheckDigit(record.body),
    right: record.right,
    filedOn: record.filedOn,
    grantedOn: record.grantedOn,
    holders: record.holders,
    spans: spansOf(record),
    asOf,
    endAnnouncedOn: record.endAnnouncedOn,
  }
}

/** Where the right stands on a day, as today's knowledge says of it. */
export const recordStatus = (record: PocketRecord, on: PlainDate): Status => statusOn(spansOf(record), on).status

const spansOf = ({ spans }: PocketRecord): StatusSpan[] => spans.map(([from, status, because]) => ({ from, status, because }))
