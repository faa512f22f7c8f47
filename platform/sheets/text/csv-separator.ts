import type { SheetRow } from '../sheet.ts'
import { CsvRecords } from './csv-records.ts'

const candidates = [',', '\t', ';'] as const

/**
 * The separator of a CSV, told from its beginning: the one under which most rows have the same number of cells.
 * Preamble lines and ragged rows are few, so they do not outvote the table.
 */
export function detectSeparator(head: string): string {
  const told = /^sep=([^\r\n])\r?\n/.exec(head)?.[1]
  if (told) return told
  let best: string = ','
  let bestScore = 0
  for (const candidate of candidates) {
    const score = evenness(head, candidate)
    if (score > bestScore) {
      best = candidate
      bestScore = score
    }
  }
  return best
}

/** Share of rows that have the commonest number of cells (two or more), weighed by that number. */
function evenness(head: string, separator: string): number {
  const rows: SheetRow[] = []
  const records = new CsvRecords(separator, head.length + 1)
  records.push(head, rows)
  if (rows.length === 0) records.end(rows)
  const sizes = new Map<number, number>()
  for (const { cells } of rows) sizes.set(cells.length, (sizes.get(cells.length) ?? 0) + 1)
  let best = 0
  for (const [cells, count] of sizes) best = Math.max(best, (count / rows.length) * Math.log2(cells))
  return best
}
