/** One row as a person reads it. `row` is the file's own physical line (CSV: where the record starts) or the sheet's row number, from 1. */
export interface SheetRow {
  row: number
  /** Text of each cell up to the last one with any text; days `YYYY-MM-DD`, with ` HH:mm` only where there is a time. */
  cells: string[]
  /**
   * Characters were lost here: bytes that are no text in the encoding, a U+FFFD that an earlier program left in their place
   * (inventors with rare characters in Google's lists), a cell cut at the limit, a string that the workbook lacks.
   */
  damaged?: true
}

export interface Sheet {
  readonly name: string
  /** Hidden by its author; its rows are handed on all the same. */
  readonly hidden: boolean
  /** May be walked once. Rows without any text are left out, hidden rows are not. Throws `UnreadableSheet` where the file breaks off. */
  readonly rows: AsyncIterable<SheetRow>
}

export type SheetKind = 'xlsx' | 'xls' | 'html' | 'csv' | 'workbook-xml'

export interface SheetFile {
  readonly kind: SheetKind
  /** Of text files only. */
  readonly encoding: TextEncoding | null
  /** May be walked once; a sheet that is not read is passed over. Walking to the end, or out of the loop, closes the file. */
  readonly sheets: AsyncIterable<Sheet>
  /** Ends the reading process and removes temporary files; safe to call twice. Needed only where `sheets` is not walked. */
  close(): Promise<void>
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** What a reader inside its process hands out. */
export interface SheetSource {
  readonly name: string
  readonly hidden: boolean
  batches(): AsyncIterable<SheetRow[]>
}
