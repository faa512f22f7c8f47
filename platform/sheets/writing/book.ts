/** What a column holds, which decides how its cells are written. */
export type ColumnKind = 'text' | 'day' | 'number' | 'long-number'

export interface SheetColumn {
  readonly heading: string
  /** `day` takes `YYYY-MM-DD`; `long-number` (application numbers, credit codes) stays text. What does not fit its kind is written as text. */
  readonly kind: ColumnKind
  /** In characters of the default font; a Chinese one counts two. */
  readonly width?: number
}

export type CellValue = string | number | null | undefined

export type Rows = Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>

export interface SheetToWrite {
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: Rows
}

/** The first sheet (说明): what was asked, on which day, how many rows. */
export interface FrontPage {
  readonly title: string
  readonly lines: readonly (readonly [label: string, value: string])[]
}

export interface WrittenSheet {
  readonly name: string
  readonly rows: number
  /** Cells that were longer than a cell may be and end in `cutMark`. */
  readonly cut: number
}

export interface Book {
  readonly sheets: readonly SheetToWrite[]
  /** A function is asked once the rows are written, so that it can name their count. */
  readonly frontPage?: FrontPage | ((written: readonly WrittenSheet[]) => FrontPage)
}

/** Excel's own ends. */
export const longestCell = 32_767
export const lastRow = 1_048_576

export const cutMark = '…（内容过长，已截断）'

/** The text of a cell no longer than a cell may be, never cut within a character. */
export function fitting(text: string): string {
  if (text.length <= longestCell) return text
  const kept = text.slice(0, longestCell - cutMark.length)
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}${cutMark}`
}
