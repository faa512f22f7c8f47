import { tmpdir } from 'node:os'

export interface SheetLimits {
  /** Unpacked bytes of all entries of a zip, or of one gzip file. */
  readonly totalBytes: number
  /**
   * Unpacked ÷ packed of one entry, looked at once it unpacks to more than 8 MiB.
   * Deflate ends at 1032. A bomb sits near there (1018 measured); a sheet of a million equal rows, the most compressible
   * an office program writes since every cell carries its address, stays under 40, so 200 leaves either side a factor of five.
   */
  readonly ratio: number
  /** Entries of a workbook: its sheets and pictures. */
  readonly workbookEntries: number
  /** Entries of a zip of files: a week of patent documents with their figures. */
  readonly zipEntries: number
  readonly xlsBytes: number
  /** How long the child may take to parse an .xls before it is killed. */
  readonly xlsSeconds: number
  /** Heap of the reading thread in MiB. */
  readonly threadMegabytes: number
  /** Heap of the child that reads .xls in MiB. */
  readonly childMegabytes: number
  /** Characters of one cell; Excel's own end is 32,767, CSV has none. */
  readonly cellText: number
}

export const defaultLimits: SheetLimits = {
  totalBytes: 4 * 1024 ** 3,
  ratio: 200,
  workbookEntries: 10_000,
  zipEntries: 200_000,
  xlsBytes: 64 * 1024 ** 2,
  xlsSeconds: 120,
  threadMegabytes: 160,
  childMegabytes: 1536,
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
