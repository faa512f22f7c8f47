import { readPlainDate } from '#kernel/time'
import type { SheetRow } from '#platform/sheets'
import { applicationBody, readNumber } from '../../rules/numbers.ts'
import { knownHeadings, type Recognised, recognise } from '../recognise.ts'
import type { ReadRefusal } from '../refusals.ts'

/** How many rows a preamble may have: query, hit count, terms of use. */
export const longestPreamble = 60

export type HeaderFinding =
  /** `row` is a line of headings. */
  | { readonly kind: 'header'; readonly recognised: Recognised }
  /** The table has no headings; `row` is its first line already. */
  | { readonly kind: 'headless'; readonly recognised: Recognised }
  | { readonly kind: 'none'; readonly refusal: ReadRefusal | null; readonly known: number }

/** Whether this row is the line of headings, or the first line of CNIPA's case table, which is read by position. */
export function findHeader({ cells }: SheetRow): HeaderFinding {
  if (isCaseRow(cells)) return { kind: 'headless', recognised: caseTable() }
  const known = knownHeadings(cells)
  // One word of a preamble may be a heading by chance.
  if (known < 2 && !cells.some((cell) => cell.includes('商标'))) return { kind: 'none', refusal: null, known }
  const recognised = recognise(cells)
  if (recognised.done) return { kind: 'header', recognised: recognised.value }
  return { kind: 'none', refusal: recognised.refusal, known }
}

// 0 申请号, 1 名称, 2 第一申请人, 3 申请日, 4 专利类型, 5 is not used, 6 案件状态.
const positions = ['申请号', '名称', '第一申请人', '申请日', '专利类型', '', '案件状态']

function isCaseRow(cells: readonly string[]): boolean {
  const [number = '', title = '', , day = '', right = '', , state = ''] = cells
  return (
    cells.length >= 7 &&
    isApplication(number) &&
    title.trim() !== '' &&
    readPlainDate(day) !== null &&
    /^(?:发明|实用新型|外观设计)(?:专利)?$/u.test(right.trim()) &&
    state.trim() !== ''
  )
}

/** A wrong check digit is no reason to doubt the table; eight digits without prefix are none here either. */
function isApplication(text: string): boolean {
  const { kind } = readNumber(text)
  return kind === 'application-number' || kind === 'patent-number' || applicationBody(text) !== null
}

function caseTable(): Recognised {
  const recognised = recognise(positions)
  if (!recognised.done) throw new Error('the case table must be one of the layouts')
  return recognised.value
}
