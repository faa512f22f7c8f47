import { type Kysely, sql } from 'kysely'
import { andThen, done, type Outcome } from '#kernel/outcome'
import type { Book, CellValue, SheetColumn } from '#platform/sheets'
import { outcomeNames } from '../rules/outcome-names.ts'
import { listRows } from '../store/lists.ts'
import { finishedList } from './lists.ts'

const page = 2000

const added: readonly SheetColumn[] = [
  { heading: '识别的号码', kind: 'long-number', width: 22 },
  { heading: '号码类别', kind: 'text', width: 12 },
  { heading: '校验位', kind: 'text', width: 18 },
  { heading: '核验结论', kind: 'text', width: 28 },
  { heading: '依据', kind: 'text', width: 36 },
  { heading: '说明', kind: 'text', width: 70 },
  { heading: '下一步', kind: 'text', width: 50 },
]

const rights = { invention: '发明专利', 'utility-model': '实用新型专利', design: '外观设计专利' } as const

/** The list as it stood, with the findings beside each row. Refuses list-unknown, list-still-checking. */
export async function findingsBook(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<{ readonly name: string; readonly book: Book }, { code: 'list-unknown' } | { code: 'list-still-checking' }>> {
  const found = await finishedList(db, region, id)
  const { rows } = await sql<{ widest: number | null }>`
    select max(jsonb_array_length(cells)) as widest
    from mark_checks.list_row
    where region_code = ${region} and list_id::text = ${id}`.execute(db)
  return andThen(found, (list) => {
    const width = Math.max(list.headings.length, rows[0]?.widest ?? 0)
    const own = Array.from(
      { length: width },
      (_, at): SheetColumn => ({ heading: list.headings[at] || (width === 1 ? '标识' : `第${at + 1}列`), kind: 'long-number' }),
    )
    const name = `核验结果_${list.name.replace(/\.\w{1,5}$/, '')}.xlsx`
    return done({
      name,
      book: { sheets: [{ name: '核验结果', columns: [...own, ...added], rows: findings(db, region, id, width) }] },
    })
  })
}

async function* findings(db: Kysely<unknown>, region: number, id: string, width: number): AsyncGenerator<CellValue[]> {
  for (let after = 0; ; ) {
    const rows = await listRows(db, region, id, { after, limit: page })
    for (const { cells, answer, problem } of rows) {
      const own = Array.from({ length: width }, (_, at) => cells[at])
      if (answer === null) {
        yield [...own, '', '', '', '未能核验', '', problem ?? '', '']
        continue
      }
      const { canonical, right, checkDigit: digit, outcome, clause, sentence, next } = answer
      const says =
        digit === null
          ? ''
          : digit.given === null
            ? `缺，应为${digit.expected}`
            : digit.valid
              ? '相符'
              : `不符，应为${digit.expected}`
      yield [
        ...own,
        canonical ?? '',
        right === null ? '' : rights[right],
        says,
        outcomeNames[outcome],
        clause ?? '',
        sentence,
        next,
      ]
    }
    if (rows.length < page) return
    after = rows.at(-1)!.ordinal
  }
}
