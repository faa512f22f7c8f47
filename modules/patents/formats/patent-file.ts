import type { PatentFields, PatentFormat } from '../rules/fields.ts'
import { type MatchedHeading, matchedHeadings } from './matched-headings.ts'
import type { Recognised } from './recognise.ts'

/**
 * One row of a file: what it says of a patent, or why it was not taken. `row` is the file's own line, the sheet's row, or the
 * ordinal of the document; `entry` the sheet, or the file within a zip, in which it is counted.
 */
export type ReadRow =
  | { readonly row: number; readonly entry?: string; readonly fields: PatentFields }
  | { readonly row: number; readonly entry?: string; readonly reason: string; readonly cells: readonly string[] }

/** A file that is understood (来源文件). */
export interface PatentFile {
  readonly format: PatentFormat
  /** How far it is believed: the smaller, the more. */
  readonly rank: number
  readonly publishable: boolean
  /** Headings as printed that could not be placed; their cells are kept in `extra`. */
  readonly unknownHeadings: readonly string[]
  /** Headings that an ordinary export of this layout has and this one lacks. */
  readonly missingHeadings: readonly string[]
  /** The line of headings as printed, and what each was understood as; empty where a file has none. */
  readonly headings: readonly string[]
  readonly matched: readonly MatchedHeading[]
  /** May be walked once, with the memory of a few rows. Throws `UnreadableSheet` or `BrokenJson` where the file breaks off. */
  readonly rows: AsyncIterable<ReadRow>
  /** Lets go of the file; needed where `rows` is not walked, harmless otherwise. */
  close(): Promise<void>
}

/** A file read by its headings. */
export function tableFile(recognised: Recognised, rows: AsyncIterable<ReadRow>, close: () => Promise<void>): PatentFile {
  const { format, rank, publishable, unknownHeadings, missingHeadings, headings } = recognised
  return {
    format,
    rank,
    publishable,
    unknownHeadings,
    missingHeadings,
    headings,
    matched: matchedHeadings(recognised),
    rows,
    close,
  }
}
