import { type PlainDate, readPlainDate } from '#kernel/time'

type Right = 'invention' | 'utility-model' | 'design'

/** What a column of a list tells of each mark. */
export type ListColumn = 'text' | 'claimed' | 'madeOn' | 'seenOn' | 'role' | 'maker'

/** Where each of them stands; null: the list has no headings, and each row is the mark. */
export type ListColumns = Readonly<Partial<Record<ListColumn, number>>> | null

/** One row as it is asked. */
export interface ListAsked {
  readonly text: string
  readonly claimed?: Right
  readonly madeOn?: PlainDate
  readonly seenOn?: PlainDate
  readonly role?: 'maker' | 'seller'
  readonly maker?: string
}

const headings: readonly (readonly [ListColumn, RegExp])[] = [
  ['madeOn', /^(?:生产|制造|出厂)(?:日期|时间)$|^生产日$/],
  ['seenOn', /^(?:发现|检查|抽查|核验|采样|抽样)(?:日期|时间)$/],
  ['maker', /^(?:(?:标注的?|标称)?(?:生产|制造)(?:者|商|企业|单位|厂家|厂)(?:名称)?|厂家|厂名|生产厂|企业名称)$/],
  ['role', /^(?:环节|身份|对象类型|被检查人类型|生产或销售)$/],
  ['claimed', /^(?:标明|标注)?(?:的)?(?:专利)?(?:权)?(?:类别|类型|种类)$/],
  [
    'text',
    /^(?:专利)?标识(?:内容|全文|标注)?$|^(?:专利)?标注(?:内容|的?号码)?$|^(?:专利|标注|申请)?(?:号|号码)$|^专利号[/或、].*$|^专利(?:申请)?号$/,
  ],
]

/** Whether a row is the row of headings, and which column is what; null where none names the mark. */
export function readHeadings(cells: readonly string[]): ListColumns {
  const found: Partial<Record<ListColumn, number>> = {}
  cells.forEach((cell, at) => {
    const word = cell.normalize('NFKC').replace(/[\s*:()]+/g, '')
    const column = headings.find(([name, shape]) => found[name] === undefined && shape.test(word))?.[0]
    if (column !== undefined) found[column] = at
  })
  return found.text === undefined ? null : found
}

/** One row of the list as a question; or why it is none. */
export function readListRow(
  cells: readonly string[],
  columns: ListColumns,
): { readonly asked: ListAsked } | { readonly problem: string } {
  if (columns === null) return { asked: { text: cells.filter(Boolean).join(' ') } }
  const cell = (name: ListColumn) => (columns[name] === undefined ? '' : (cells[columns[name]] ?? '').trim())
  const days: { madeOn?: PlainDate; seenOn?: PlainDate } = {}
  for (const [name, label] of [
    ['madeOn', '生产日期'],
    ['seenOn', '发现日期'],
  ] as const) {
    const printed = cell(name)
    const day = printed === '' ? null : readPlainDate(printed)
    if (printed !== '' && day === null) return { problem: `${label}“${printed}”无法识别，请按2026-11-22的格式填写` }
    if (day !== null) days[name] = day
  }
  const claimed = claimedIn(cell('claimed'))
  const role = roleIn(cell('role'))
  const maker = cell('maker')
  return {
    asked: {
      text: cell('text'),
      ...days,
      ...(claimed ? { claimed } : {}),
      ...(role ? { role } : {}),
      ...(maker === '' ? {} : { maker }),
    },
  }
}

const claimedIn = (words: string): Right | null =>
  /实用新型/.test(words) ? 'utility-model' : /外观/.test(words) ? 'design' : /发明/.test(words) ? 'invention' : null

const roleIn = (words: string): 'maker' | 'seller' | null =>
  /销|商店|超市|经营|流通/.test(words) ? 'seller' : /生产|制造|工厂|加工/.test(words) ? 'maker' : null

/** A pasted list: one mark a line, or cells parted by tabs as spreadsheets copy them. Empty lines are none. */
export function pastedRows(text: string): { readonly row: number; readonly cells: readonly string[] }[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ row: at + 1, cells: line.split('\t').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}
