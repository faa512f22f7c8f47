import { normalise, searchForm } from './normalise.ts'
import type { QueryField, QueryTongue } from './query.ts'

/** A query cut into its marks (检索式词法). */
export type Mark =
  | { readonly is: 'word' | 'phrase'; readonly text: string }
  | { readonly is: 'field'; readonly field: QueryField }
  | { readonly is: 'open' | 'close' | 'and' | 'or' | 'not' }

const operators: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['并且', 'and'],
  ['OR', 'or'],
  ['或者', 'or'],
  ['NOT', 'not'],
  ['不含', 'not'],
])
const blanks = /[\s\p{Cc}\u241f]/u
const opening = '(（'
const closing = ')）'
const colons = ':：'
const minus = '-－'
const quotes = '"＂“”„'

/**
 * Operators are whole words in capitals or Chinese; a minus counts before a word only. A bracket groups where a word may
 * begin and its partner follows; within a word (`甘肃(临夏)公司`) it is part of the word;
 * without partner it is a blank, unless the whole text is one piece.
 * A quote without partner is a blank. `""` within a phrase is one quote.
 */
export function readMarks(text: string, { fields, readNumber }: QueryTongue): Mark[] {
  const byPrefix = new Map(fields.flatMap((field) => field.prefixes.map((prefix) => [normalise(prefix), field] as const)))
  // A text that is one piece was probably copied from somewhere: its brackets are meant as they stand.
  const onePiece = !blanks.test(text.trim())
  const marks: Mark[] = []
  let open = 0
  let at = 0
  while (at < text.length) {
    const here = text[at]!
    if (blanks.test(here)) at++
    else if (quotes.includes(here)) at = readPhrase(text, at, marks)
    else if (opening.includes(here) && groupsFrom(text, at)) {
      marks.push({ is: 'open' })
      open++
      at++
    } else if (closing.includes(here) && open > 0) {
      marks.push({ is: 'close' })
      open--
      at++
    } else if (!onePiece && (closing.includes(here) || (opening.includes(here) && bracketEnd(text, at) === undefined))) {
      at++
    } else if (minus.includes(here) && at + 1 < text.length && !blanks.test(text[at + 1]!)) {
      marks.push({ is: 'not' })
      at++
    } else if (groupedNumber(text.slice(at), readNumber)) {
      const printed = groupedNumber(text.slice(at), readNumber)!
      marks.push({ is: 'word', text: printed.replace(/\s/gu, '') })
      at += printed.length
    } else at = readWord(text, at, open > 0 || !onePiece, byPrefix, marks)
  }
  return marks
}

/** A number as certificates print it, in groups: `ZL 2016 1 0259567.X`, `CN 109417194 B`. */
function groupedNumber(text: string, readNumber: QueryTongue['readNumber']): string | null {
  const found = /^(?:(?:ZL|CN)\s?)?\d+(?:\s\d+)*(?:\.[\dX])?(?:\s?[A-Z]\d?)?(?=[\s)）]|$)/iu.exec(text)?.[0]
  if (!found || !/\s/u.test(found) || !/^[a-z]|\./iu.test(found)) return null
  return readNumber(found) === null ? null : found
}

function readPhrase(text: string, at: number, marks: Mark[]): number {
  const end = phraseEnd(text, at)
  if (end === undefined) return at + 1
  marks.push({ is: 'phrase', text: text.slice(at + 1, end).replaceAll('""', '"') })
  return end + 1
}

function phraseEnd(text: string, at: number): number | undefined {
  const wanted = text[at] === '“' || text[at] === '„' ? '”' : text[at]!
  return partner(text, at + 1, wanted) ?? partner(text, at + 1, quotes)
}

function partner(text: string, from: number, wanted: string): number | undefined {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"' && text[at + 1] === '"') at++
    else if (wanted.includes(text[at]!)) return at
  }
  return undefined
}

/** Whether the bracket here has a partner, and is no mere part of a word such as `(1)一种`. */
function groupsFrom(text: string, at: number): boolean {
  const end = bracketEnd(text, at)
  if (end === undefined) return false
  const behind = text[end + 1] ?? ' '
  const glued = !blanks.test(behind) && !closing.includes(behind) && !startsOperator(text.slice(end + 1))
  return !(glued && !blanks.test(text.slice(at + 1, end)) && !quotes.includes(text[at + 1]!))
}

const startsOperator = (text: string): boolean => /^(?:AND|OR|NOT|并且|或者|不含)(?:[\s(（"“]|$)/u.test(text.normalize('NFKC'))

function bracketEnd(text: string, from: number): number | undefined {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (quotes.includes(text[at]!)) at = phraseEnd(text, at) ?? at
    if (opening.includes(text[at]!)) depth++
    if (closing.includes(text[at]!) && --depth === 0) return at
  }
  return undefined
}

function readWord(text: string, from: number, closes: boolean, byPrefix: ReadonlyMap<string, QueryField>, marks: Mark[]): number {
  let depth = 0
  let at = from
  for (; at < text.length; at++) {
    const here = text[at]!
    if (quotes.includes(here)) break
    // `申请人 : 某某`
    if (blanks.test(here) && !(/^\s+[:：]/u.test(text.slice(at)) && byPrefix.has(searchForm(text.slice(from, at))))) break
    if (opening.includes(here) && operators.has(text.slice(from, at).normalize('NFKC'))) break
    if (opening.includes(here)) depth++
    if (closing.includes(here) && --depth < 0 && closes) break
    if (colons.includes(here)) {
      const field = byPrefix.get(searchForm(text.slice(from, at)))
      if (field) {
        marks.push({ is: 'field', field })
        return at + 1
      }
    }
  }
  const word = text.slice(from, at)
  const operator = operators.get(word.normalize('NFKC'))
  marks.push(operator ? { is: operator } : { is: 'word', text: word })
  return at
}
