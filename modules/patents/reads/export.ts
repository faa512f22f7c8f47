import type { Writable } from 'node:stream'
import type { Kysely } from 'kysely'
import { done, type Outcome } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import { type Book, type CellValue, type SheetColumn, writeSheet } from '#platform/sheets'
import type { PatentRow, SearchFilter } from '../contract.ts'
import { ownHeadings } from '../formats/index.ts'
import type { PatentFields, Publication } from '../rules/fields.ts'
import { rightNames, statusNames } from '../rules/names.ts'
import { nameSeparator } from '../rules/project.ts'
import { clientOf } from '../store/client.ts'
import { conditionsInWords, countyName } from './filter-words.ts'
import { type LoadedRecord, loadRecords } from './record/load-record.ts'
import { rowsOf } from './rows.ts'
import { matchingIds, readFilter, type SearchRefusal, type SearchRequest, type SearchWire } from './search/index.ts'

/** What an export needs besides the filter; `who` stands on its first sheet. */
export interface ExportWires {
  readonly search: SearchWire
  readonly region: number
  readonly today: PlainDate
  readonly who: string
}

interface Exported {
  readonly record: LoadedRecord
  readonly row: PatentRow
  readonly region: number
}

interface ExportColumn extends SheetColumn {
  readonly cell: (exported: Exported) => CellValue
}

const said =
  <Name extends keyof PatentFields>(name: Name, print: (value: NonNullable<PatentFields[Name]>) => string = String) =>
  ({ record }: Pick<Exported, 'record'>): string => {
    const value = record.folded[name]?.value as PatentFields[Name]
    return value === undefined || value === null ? '' : print(value)
  }

const joined = (names: readonly string[]): string => names.join(nameSeparator)
const published = (part: (one: Publication) => string | undefined) => (list: readonly Publication[]) =>
  joined(list.flatMap((one) => part(one) ?? []))

/** Among other classes a bare `11` would be nothing; `11-` is that class of designs. */
const locarnoCodes = (codes: readonly string[]) => joined(codes.map((code) => (code.includes('-') ? code : `${code}-`)))

/**
 * The headings are those of CNIPR, so that the file comes in again as what a vendor says: it can neither be published by that
 * way round nor stand before the sources it was made of. Values stand as their sources print them; what the register reckons
 * (right, status, county) stands under headings of its own, which an import passes over. What comes in again is the same row for
 * row, but for records without a usable number, which meet nothing, and for names that have a semicolon of their own.
 */
const columns: readonly ExportColumn[] = [
  { heading: '申请号', kind: 'long-number', cell: said('applicationNumber') },
  { heading: '名称', kind: 'text', width: 40, cell: said('title') },
  { heading: '译名', kind: 'text', width: 30, cell: said('titleTranslated') },
  { heading: ownHeadings.right, kind: 'text', cell: ({ row }) => (row.right === null ? '' : rightNames[row.right]) },
  { heading: ownHeadings.status, kind: 'text', cell: ({ row }) => statusNames[row.status] },
  {
    heading: ownHeadings.county,
    kind: 'text',
    cell: ({ row, region }) => (row.county === null ? '' : countyName(region, Number(row.county))),
  },
  { heading: '申请日', kind: 'day', cell: said('filedOn') },
  {
    heading: '公开（公告）号',
    kind: 'long-number',
    cell: said(
      'publications',
      published(({ number }) => number),
    ),
  },
  {
    heading: '公开（公告）日',
    kind: 'day',
    cell: said(
      'publications',
      published(({ on }) => on),
    ),
  },
  { heading: '授权公告日', kind: 'day', cell: said('grantedOn') },
  { heading: '申请（专利权）人', kind: 'text', width: 40, cell: said('applicants', joined) },
  // A holder alone would come back as the applicant, too.
  {
    heading: '专利权人',
    kind: 'text',
    width: 40,
    cell: (exported) => (said('applicants')(exported) ? said('holders', joined)(exported) : ''),
  },
  { heading: '发明（设计）人', kind: 'text', width: 30, cell: said('inventors', joined) },
  { heading: '地址', kind: 'text', width: 40, cell: said('address') },
  { heading: '主分类号', kind: 'text', cell: said('mainIpc') },
  {
    heading: '分类号',
    kind: 'text',
    width: 30,
    cell: (exported) =>
      [said('ipc', joined)(exported), said('locarno', locarnoCodes)(exported)].filter(Boolean).join(nameSeparator),
  },
  { heading: '专利代理机构', kind: 'text', width: 30, cell: said('agency') },
  { heading: '代理人', kind: 'text', cell: said('agents', joined) },
  { heading: '摘要', kind: 'text', width: 60, cell: said('abstract') },
]

/** Records read at a time. */
const bundle = 500

/**
 * 导出: exactly what a search finds, as a workbook that is written while it is read; its first sheet says what was looked for, by
 * whom, on which day and how many rows there are. Refuses what the search refuses.
 */
export function exportBook(
  wires: ExportWires,
  filter: SearchFilter,
): Outcome<{ readonly name: string; readonly book: Book }, SearchRefusal> {
  const request = readFilter(filter, wires.region, 'office')
  if (!request.done) return request
  const conditions = conditionsInWords(filter, wires.region)
  return done({
    name: `专利台账_${wires.today}.xlsx`,
    book: {
      sheets: [{ name: '专利', columns, rows: exportRows(wires, request.value) }],
      frontPage: ([sheet]) => ({
        title: '专利台账导出结果',
        lines: [
          ['检索内容', filter.query?.trim() || '（未限定）'],
          ['筛选条件', conditions || '（未限定）'],
          ['台账日期', wires.today],
          ['导出数量', `${sheet!.rows}件`],
          ['导出人员', wires.who],
          ['使用提示', '含来自商业数据库的内容，仅供内部使用，不得对外提供。法律状态用于案件办理的，请另行调取专利登记簿副本。'],
        ],
      }),
    },
  })
}

/** `export patents [QUERY] --out FILE`: writes the workbook to a path or a stream. Refuses what the search refuses. */
export async function exportPatents(
  wires: ExportWires,
  filter: SearchFilter,
  target: Writable | string,
): Promise<Outcome<{ readonly rows: number }, SearchRefusal>> {
  const book = exportBook(wires, filter)
  if (!book.done) return book
  const [sheet] = await writeSheet(book.value.book, target)
  return done({ rows: sheet!.rows })
}

/** All rows as the register stands at one moment. */
async function* exportRows({ search, region }: ExportWires, request: SearchRequest): AsyncGenerator<CellValue[]> {
  const tx = await search.db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    let ids: string[] = []
    for await (const id of matchingIds({ ...search, db: tx }, request)) {
      if (ids.push(id) < bundle) continue
      yield* cellsOf(tx, region, ids)
      ids = []
    }
    yield* cellsOf(tx, region, ids)
    await tx.commit().execute()
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute()
  }
}

async function* cellsOf(db: Kysely<unknown>, region: number, ids: readonly string[]): AsyncGenerator<CellValue[]> {
  const client = clientOf(db)
  const rows = await rowsOf(client, region, ids)
  for (const record of await loadRecords(client, region, ids)) {
    const exported = { record, row: rows.get(record.id)!, region }
    yield columns.map(({ cell }) => cell(exported))
  }
}
