import { daysBetween, isPlainDate, plainDate } from '#kernel/time'
import { cleanText } from '../text/clean.ts'
import { formulaLike } from '../text/formula-guard.ts'
import { type CellValue, type ColumnKind, fitting } from './book.ts'

/** Places in `cellXfs` of styles.xml. */
export const style = {
  heading: 1,
  text: 2,
  guardedText: 3,
  day: 4,
  number: 5,
  longNumber: 6,
  guardedLongNumber: 7,
  title: 8,
  label: 9,
  wrapped: 10,
  guardedWrapped: 11,
} as const

/** One cell; `address` as in `AB12`. Nothing for an empty one. */
export function cellXml(address: string, kind: ColumnKind, value: CellValue): string {
  if (value === null || value === undefined || value === '') return ''
  if (kind === 'number') {
    const number = numberOf(value)
    if (number !== null) return `<c r="${address}" s="${style.number}"><v>${number}</v></c>`
  }
  const text = String(value)
  if (kind === 'day') {
    const serial = serialOf(text)
    if (serial !== null) return `<c r="${address}" s="${style.day}"><v>${serial}</v></c>`
  }
  const long = kind === 'long-number'
  return textXml(address, text, long ? style.longNumber : style.text, long ? style.guardedLongNumber : style.guardedText)
}

/** A text cell, never a formula: `guarded` is the style with quotePrefix, which keeps it text even when somebody edits the cell. */
export function textXml(address: string, value: string, plain: number, guarded: number): string {
  const text = fitting(cleanText(value).toWellFormed())
  if (text === '') return ''
  const space = /^\s|\s$|\n|\s{2}/.test(text) ? ' xml:space="preserve"' : ''
  const look = formulaLike.test(text) || text.startsWith("'") ? guarded : plain
  return `<c r="${address}" s="${look}" t="inlineStr"><is><t${space}>${escapeCell(text)}</t></is></c>`
}

/** Numbers that Excel keeps whole: it has 15 digits. */
function numberOf(value: string | number): number | string | null {
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= 999_999_999_999_999 ? value : null
  return /^-?(?:0|[1-9]\d{0,14})$|^-?(?=[\d.]{3,16}$)(?:0|[1-9]\d*)\.\d+$/.test(value) ? value : null
}

const first = plainDate('1900-01-01')
const afterLeap = plainDate('1900-03-01')
const epoch = plainDate('1899-12-30')

/** The day as Excel counts it; before March 1900 one less, for the 29 February that it believes in. */
function serialOf(text: string): number | null {
  if (!isPlainDate(text) || text < first) return null
  return daysBetween(epoch, text) - (text < afterLeap ? 1 : 0)
}

/** For an attribute or element of XML. */
export function escapeXml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text
}

/** Excel reads `_x000D_` as a character, so text that looks like it is escaped, and so are the two that XML forbids. */
function escapeCell(text: string): string {
  const escaped = text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : text
  return escapeXml(escaped).replace(/[\ufffe\uffff]/g, (one) => (one === '\ufffe' ? '_xFFFE_' : '_xFFFF_'))
}
