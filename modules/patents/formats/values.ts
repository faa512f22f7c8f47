import { type PlainDate, readPlainDate } from '#kernel/time'
import type { Right } from '../rules/fields.ts'

/** Longer than any claim set met; beyond it a cell is no text of a patent. */
export const longestCell = 1_000_000

const absent = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '\\',
  'null',
  'none',
  'nan',
  'n/a',
  '#n/a',
  'undefined',
  '[]',
  '{}',
])
const noDay = new Set(['0', '00000000', '0000-00-00', '0000.00.00', '无', '暂无', '1900-01-00', '99999999'])
// The first and the last day a program can write, with or without a time: what it puts where there is none.
const never = /^(?:0001\D?0?1\D?0?1|9999\D?12\D?31)(?:\D.*)?$/u

// Everything but tab, line ends and what prints; U+FEFF is a mark that strayed into the text.
const unprintable = /[^\t\n\r\x20-\x7e\x80-\ufefe\uff00-\uffff]/
const unprintables = new RegExp(unprintable, 'g')

/** A cell as it is kept: without the characters that neither paper nor database can hold, blanks around it, and words for nothing. */
export function tidy(cell: string): string {
  const clean = cell.isWellFormed() && !unprintable.test(cell) ? cell : cell.toWellFormed().replace(unprintables, '')
  const text = clean.trim()
  return text.length <= 9 && absent.has(text.toLowerCase()) ? '' : text
}

const cjk = String.raw`[\p{Script=Han}，。；：、（）“”《》]`
const brokenChinese = new RegExp(`(?<=${cjk})\\s*[\\r\\n]\\s*(?=${cjk})`, 'gu')

/** On one line, for titles and names: a line broken within Chinese text leaves no blank behind. */
export const oneLine = (text: string): string =>
  /[\r\n]|\s\s/u.test(text) ? text.replace(brokenChinese, '').replace(/\s+/gu, ' ').trim() : text.trim()

/** A day; undefined where the cell is empty or says that there is none, null where it is no day that exists. */
export function readDay(text: string): PlainDate | null | undefined {
  const plain = text.replace(/\.0$/u, '').trim()
  if (!plain || noDay.has(plain) || never.test(plain)) return undefined
  return readPlainDate(plain)
}

const rightWords: readonly (readonly [RegExp, Right])[] = [
  [/实用新型|^新型|^SYXX$|utility\s*model|^U$|^20$|^90$/iu, 'utility-model'],
  [/外观|^WGZL$|^WGSQ$|design|^S$|^30$/iu, 'design'],
  [/发明|^FMZL$|^FMSQ$|invention|^10$|^80$/iu, 'invention'],
]

/** 专利类型 in a source's words (发明授权, 实用新型, FMSQ, 外观设计 …); undefined where they tell none. */
export function readRight(text: string): Right | undefined {
  const word = text.normalize('NFKC').trim()
  return word.length > 40 ? undefined : rightWords.find(([shape]) => shape.test(word))?.[1]
}

/** Names of a list, each on one line, each once, in order. */
export function names(pieces: readonly string[]): string[] {
  return [...new Set(pieces.map((piece) => oneLine(tidy(piece))).filter(Boolean))]
}

/** Whether the text is written in Chinese characters; English titles are translations. */
export const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The first claim out of a whole set of claims: up to what numbers itself 2. */
export function firstClaimOf(claims: string): string {
  const second = /^\s*(?:权利要求)?\s*1\s*[.．、]/u.test(claims)
    ? /(?:^|[\s。；;．.])(?:权利要求)?\s*2\s*[.．、]\s*(?=[^\d\s])/u.exec(claims)
    : null
  return (second ? claims.slice(0, second.index + 1) : claims).trim()
}
