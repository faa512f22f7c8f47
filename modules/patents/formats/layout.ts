import type { PatentFormat } from '../rules/fields.ts'

/** What a column of a source holds. Several columns of one source may hold the same: the first named that is filled counts. */
export type Column =
  | 'applicationNumber'
  /** 专利号: stands for the application number where there is no column of that. */
  | 'patentNumber'
  | 'publicationNumber'
  | 'publishedOn'
  | 'grantNumber'
  | 'grantedOn'
  | 'right'
  | 'title'
  | 'titleTranslated'
  | 'applicants'
  | 'holders'
  | 'inventors'
  | 'address'
  | 'province'
  | 'city'
  | 'county'
  | 'creditCode'
  | 'holderKind'
  | 'agency'
  | 'agents'
  | 'examiner'
  | 'filedOn'
  | 'priorities'
  | 'priorityDays'
  | 'priorityCountries'
  | 'earliestPriorityOn'
  | 'divisionalOf'
  | 'internationalApplication'
  | 'internationalPublication'
  | 'nationalPhaseOn'
  | 'ipc'
  | 'mainIpc'
  | 'locarno'
  | 'cpc'
  | 'abstract'
  | 'firstClaim'
  /** All columns of status words are joined: `失效；未缴年费`. */
  | 'status'
  | 'statusOn'
  /** One legal event a row: its day, its word, the notice's text. */
  | 'eventOn'
  | 'eventWord'
  | 'eventText'
  /** One payment a row: what for, for which patent year, how much, when, by which receipt. */
  | 'paidFor'
  | 'paidYear'
  | 'paidAmount'
  | 'paidOn'
  | 'receipt'
  | 'expiresOn'
  | 'family'
  | 'references'
  /** Understood, without a field of its own: goes into `extra`. */
  | 'kept'
  /** Says nothing of the patent: running numbers, pictures. */
  | 'ignored'

/** One layout of one source, as data. */
export interface Layout {
  readonly format: PatentFormat
  /** Headings as the source prints them, the preferred one first. */
  readonly columns: { readonly [Name in Column]?: readonly string[] }
  /** The headings that an ordinary export has; one that is absent is reported as missing. */
  readonly expected: readonly string[]
  /** Only eligible where one of these stands there: its other headings are everybody's. */
  readonly signs?: readonly string[]
  /** Titles that are not Chinese are the source's own English. */
  readonly englishTitles?: boolean
  /** Parts several persons in one cell. */
  readonly persons: (cell: string) => readonly string[]
  /** The same for applicants and holders, where firms have marks of their own. */
  readonly firms?: (cell: string) => readonly string[]
  /** What the layout does to a value before it is read. */
  readonly clean?: { readonly [Name in Column]?: (cell: string) => string }
}

/** Persons parted by these marks. */
export const partedBy =
  (mark: RegExp) =>
  (cell: string): readonly string[] =>
    cell.split(mark)

/** How the text of most Chinese sources joins persons. */
export const bySemicolon = partedBy(/[;；]/u)
