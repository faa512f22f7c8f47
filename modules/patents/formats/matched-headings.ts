import type { PatentFields } from '../rules/fields.ts'
import type { Column } from './layout.ts'
import type { Recognised } from './recognise.ts'

/** One heading of a file as printed, and the field it was understood as. */
export interface MatchedHeading {
  readonly heading: string
  /** A field's name; for columns without a field of their own the heading under which they are kept. */
  readonly field: string
}

/** Columns that are not named as the field they fill. */
const fieldOf: { readonly [Name in Column]?: keyof PatentFields } = {
  patentNumber: 'applicationNumber',
  publicationNumber: 'publications',
  publishedOn: 'publications',
  grantNumber: 'publications',
  priorityDays: 'priorities',
  priorityCountries: 'priorities',
  status: 'statusWord',
  eventOn: 'events',
  eventWord: 'events',
  eventText: 'events',
  paidFor: 'payments',
  paidYear: 'payments',
  paidAmount: 'payments',
  paidOn: 'payments',
  receipt: 'payments',
}

/** What each heading was understood as, in the file's order; those that say nothing of a patent are left out. */
export function matchedHeadings({ placed, headings }: Recognised): MatchedHeading[] {
  return placed
    .filter(({ column }) => column !== 'ignored')
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, column, heading }) => ({
      heading: headings[at]!,
      field: column === 'kept' ? heading : (fieldOf[column] ?? column),
    }))
}
