/** Reading and writing the spreadsheets that offices exchange (电子表格). */
export { defaultLimits, type SheetLimits, type SheetOptions } from './limits.ts'
export { openSheets } from './open-sheets.ts'
export { type OtherKind, type SheetRefusal, UnreadableSheet } from './refusals.ts'
export type { Sheet, SheetFile, SheetKind, SheetRow, TextEncoding } from './sheet.ts'
export { readText, type TextFile } from './text/read-text.ts'
export { sheetRefusalSentence, sheetWords } from './words.ts'
export type {
  Book,
  CellValue,
  ColumnKind,
  FrontPage,
  Rows,
  SheetColumn,
  SheetToWrite,
  WrittenSheet,
} from './writing/book.ts'
export { type Csv, writeCsv } from './writing/write-csv.ts'
export { writeSheet } from './writing/write-sheet.ts'
export { type ZipEntry, type ZipOfFiles, zipEntries } from './zip/zip-entries.ts'
