import { type Kysely, sql } from 'kysely'
import { andThen, done, type Outcome } from '#kernel/outcome'
import type { Book, CellValue, SheetColumn } from '#platform/sheets'
import { ownHeadings } from '../../formats/index.ts'
import { importBy } from '../../store/imports.ts'

interface RefusedRow {
  readonly ordinal: number
  readonly row_number: number
  readonly entry: string | null
  readonly reason: string
  readonly cells: readonly string[]
}

const page = 2000

/**
 * 未导入行 of an import as a workbook: the rows as they stood under the file's own headings, where they stood, and in the last
 * column why they were not taken. Corrected, it can be imported again: the columns added here are passed over. Refuses import-unknown.
 */
export async function refusedBook(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<{ readonly name: string; readonly book: Book }, { code: 'import-unknown' }>> {
  const found = await importBy(db, region, id)
  const { rows } = await sql<{ widest: number | null }>`
    select max(jsonb_array_length(cells)) as widest
    from patents.refused_row
    where region_code = ${region} and import_id::text = ${id}`.execute(db)
  return andThen(found, ({ fileName, headings }) => {
    const printed = headings.printed ?? []
    const width = Math.max(printed.length, rows[0]?.widest ?? 0)
    const columns = Array.from(
      { length: width },
      (_, at): SheetColumn => ({ heading: printed[at] || `第${at + 1}列`, kind: 'long-number' }),
    )
    const added: SheetColumn[] = [
      { heading: ownHeadings.stoodAt, kind: 'text', width: 24 },
      { heading: ownHeadings.reason, kind: 'text', width: 60 },
    ]
    const sheet = { name: '未导入行', columns: [...columns, ...added], rows: refusedRows(db, region, id, width) }
    return done({ name: `未导入行_${fileName.replace(/\.\w{1,5}$/, '')}.xlsx`, book: { sheets: [sheet] } })
  })
}

async function* refusedRows(db: Kysely<unknown>, region: number, id: string, width: number): AsyncGenerator<CellValue[]> {
  for (let after = 0; ; ) {
    const { rows } = await sql<RefusedRow>`
      select ordinal, row_number, entry, reason, cells
      from patents.refused_row
      where region_code = ${region} and import_id = ${id} and ordinal > ${after}
      order by ordinal
      limit ${page}`.execute(db)
    for (const { row_number, entry, reason, cells } of rows) {
      const place = `${entry === null ? '' : `${entry} `}第${row_number}行`
      yield [...Array.from({ length: width }, (_, at) => cells[at]), place, reason]
    }
    if (rows.length < page) return
    after = rows.at(-1)!.ordinal
  }
}
