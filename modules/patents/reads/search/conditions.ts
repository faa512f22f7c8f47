import { cut, marked, marks, type Query, quoteLexeme, type Term } from '#kernel/words'
import { numberLexeme } from '../../rules/search-columns.ts'
import type { PatentField } from '../../rules/search-tongue.ts'
import type { Values } from './sql.ts'

/** How rows are found for a query: a row fits where it has the lexemes and passes the look. */
export interface Condition {
  /** For `bg @@`; null where lexemes narrow nothing. Every row that fits has them. */
  readonly lexemes: string | null
  /** Writes what else is to be looked at in the row, as SQL; null where having the lexemes is enough. */
  readonly look: (() => string) | null
  /** Writes the whole condition as SQL that stands alone, for use beneath OR and NOT. */
  readonly whole: () => string
}

/** Column of the texts of a field, as SQL; the abstract stands last in the search text. */
const columns: Record<Exclude<PatentField, 'class'>, string> = {
  title: 'title_norm',
  applicants: 'applicants_norm',
  inventors: 'inventors_norm',
  number: 'numbers',
  abstract: 'split_part(search_text, chr(9247), -1)',
}

/** Turns a query into a condition on the columns of `patents.record`; the terms' texts go into `values` when it is written. */
export function conditionOf(query: Query, values: Values): Condition {
  if (query.is === 'and') return every(query.of.map((part) => conditionOf(part, values)))
  if (query.is === 'or') return some(query.of.map((part) => conditionOf(part, values)))
  if (query.is === 'not') return without(conditionOf(query.of, values))
  return term(query, values)
}

function term(one: Term, values: Values): Condition {
  const byLexemes = (lexemes: string): Condition => ({ lexemes, look: null, whole: () => hasLexemes(lexemes, values) })
  if (one.is === 'class') return byLexemes(quoteLexeme(marked('class', one.class)))
  const column = one.field === null ? 'search_text' : columns[one.field as keyof typeof columns]
  const look = () => holds(column, one.text, values)
  const asText = { lexemes: lexemesOf(one.text), look, whole: look }
  if (one.is === 'number') return some([byLexemes(quoteLexeme(numberLexeme(one.number))), asText])
  const { exact } = cut(one.text)
  if (one.field === 'title') {
    const lexemes = lexemesOf(one.text, marks.title)
    return exact ? byLexemes(lexemes) : { ...asText, lexemes }
  }
  return exact && one.field === null ? byLexemes(asText.lexemes) : asText
}

const holds = (column: string, text: string, values: Values): string => `strpos(${column}, ${values.at(text, 'text')}) > 0`

/** Written as a function, `@@` cannot be taken for an index condition where it stands beneath OR or NOT. */
export const hasLexemes = (lexemes: string, values: Values): string => `ts_match_vq(bg, ${values.at(lexemes, 'text')}::tsquery)`

/** What every text that holds the term has among its lexemes, as text of a tsquery. */
function lexemesOf(text: string, mark = ''): string {
  const { tokens, beginnings } = cut(text)
  return [...tokens.map((token) => quoteLexeme(mark + token)), ...beginnings.map((one) => `${quoteLexeme(mark + one)}:*`)].join(
    ' & ',
  )
}

function every(parts: readonly Condition[]): Condition {
  const looks = parts.flatMap(({ look }) => look ?? [])
  return {
    lexemes: joined(
      parts.flatMap(({ lexemes }) => lexemes ?? []),
      ' & ',
    ),
    look: looks.length
      ? () =>
          joined(
            looks.map((look) => look()),
            ' AND ',
          )!
      : null,
    whole: () =>
      joined(
        parts.map(({ whole }) => whole()),
        ' AND ',
      )!,
  }
}

function some(parts: readonly Condition[]): Condition {
  const whole = () =>
    joined(
      parts.map((part) => part.whole()),
      ' OR ',
    )!
  return {
    lexemes: parts.some(({ lexemes }) => lexemes === null)
      ? null
      : joined(
          parts.map(({ lexemes }) => lexemes!),
          ' | ',
        ),
    look: parts.every(({ look }) => look === null) ? null : whole,
    whole,
  }
}

/** NOT stands before single terms only. */
function without({ lexemes, look, whole }: Condition): Condition {
  const not = () => `NOT (${whole()})`
  return look === null ? { lexemes: `!(${lexemes})`, look: null, whole: not } : { lexemes: null, look: not, whole: not }
}

const joined = (parts: readonly string[], joint: string): string | null =>
  parts.length === 0 ? null : parts.length === 1 ? parts[0]! : parts.map((part) => `(${part})`).join(joint)
