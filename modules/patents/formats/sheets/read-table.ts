import type { SheetRow } from '#platform/sheets'
import { normaliseHeading } from '../headings.ts'
import type { ReadRow } from '../patent-file.ts'
import { readRow } from '../read-row.ts'
import type { Recognised } from '../recognise.ts'

/** The rows of one table below its headings. Headings repeated at page turns, hit counts and rows with nothing but a running number are no rows. */
export async function* readTable(
  recognised: Recognised,
  headings: readonly string[],
  rows: AsyncIterable<SheetRow>,
): AsyncGenerator<ReadRow> {
  const header = headings.map(normaliseHeading).join('\n')
  const telling = new Set(
    [...recognised.placed.filter((one) => one.column !== 'ignored'), ...recognised.unplaced].map((one) => one.at),
  )
  for await (const { row, cells } of rows) {
    const filled = cells.flatMap((cell, at) => (cell.trim() ? [at] : []))
    if (!filled.some((at) => telling.has(at)) || isHitCount(cells, filled)) continue
    if (header && cells.map(normaliseHeading).join('\n') === header) continue
    const reading = readRow(recognised, cells)
    yield 'fields' in reading ? { row, fields: reading.fields } : { row, reason: reading.reason, cells }
  }
}

function isHitCount(cells: readonly string[], filled: readonly number[]): boolean {
  return (
    filled.length === 1 &&
    /^(?:共|总计|合计|检索结果|命中)*\s*[:：]?\s*[\d,，]+\s*(?:条|件|篇|项)?(?:结果|记录|专利)?$/u.test(cells[filled[0]!]!.trim())
  )
}
