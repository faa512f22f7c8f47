import { tmpdir } from 'node:os'

export interface SheetLimits {
  /** Unpacked bytes of all entries of a zip, or of one gzip file. */
  readonly totalBytes: number
  /**
   * Unpacked ÷ packed of one entry, looked at once it unpacks to more than 8 MiB.
   * Deflate ends at 1032, and a bomb sits near there (800 MB in 786 kB: 1018). Office programs write each cell's address,
   * so a million equal rows reach 10 to 20; equal cells without addresses reach 343 (measured), which nobody has met.
   * 500 stands between. What hides below it is bounded by the total and read row by row all the same.
   */
  readonly ratio: number
  /** Entries of a workbook: its sheets and pictures. */
  readonly workbookEntries: number
  /** Entries of a zip of files: a week of patent documents with their figures. */
  readonly zipEntries: number
  readonly xlsBytes: number
  /** How long the reader may think about one answer before it is killed. The strings of a workbook of 4 GB take three minutes. */
  readonly answerSeconds: number
  /** Heap of the process that reads one file, in MiB. */
  readonly heapMegabytes: number
  /** The same for .xls, which is held in memory whole. */
  readonly xlsHeapMegabytes: number
  /** Characters of one cell; Excel's own end is 32,767, CSV has none. */
  readonly cellText: number
}

export const defaultLimits: SheetLimits = {
  totalBytes: 4 * 1024 ** 3,
  ratio: 500,
  workbookEntries: 10_000,
  zipEntries: 200_000,
  xlsBytes: 64 * 1024 ** 2,
  answerSeconds: 300,
  heapMegabytes: 160,
  xlsHeapMegabytes: 1536,
  cellText: 1_000_000,
}

/** Below this an entry may compress as it likes: it cannot hurt. */
export const ratioMattersFrom = 8 * 1024 ** 2

export const widestRow = 16_384

export interface SheetOptions {
  readonly limits?: Partial<SheetLimits>
  /** Where unpacked gzip files and spilled strings go; the system's own by default. */
  readonly temporaryFolder?: string
}

export interface SettledOptions {
  readonly limits: SheetLimits
  readonly temporaryFolder: string
}

export function settle(options: SheetOptions): SettledOptions {
  return { limits: { ...defaultLimits, ...options.limits }, temporaryFolder: options.temporaryFolder ?? tmpdir() }
}
