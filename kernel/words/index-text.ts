import { searchForm } from './normalise.ts'
import { tokens } from './tokens.ts'

/** Parts the fields in a search text: no run, pair or phrase reaches from one field into the next. */
export const fieldMark = '\u241f'

/**
 * How much of a record is searched, in UTF-16 units over all fields. With it a vector stays below PostgreSQL's bound
 * (1 MB of tokens of at most 8 bytes); what lies beyond is neither in `searchText` nor in `bigramVector`.
 */
export const mostSearched = 100_000

/**
 * The fields in `searchForm`, cut so that together they do not exceed `mostSearched`; the first ones are kept whole first.
 */
export function searchedFields(fields: readonly string[]): string[] {
  let left = mostSearched
  return fields.map((field) => {
    const whole = searchForm(field)
    const kept = whole.length <= left ? whole : searchForm(whole.slice(0, left))
    left -= kept.length
    return kept
  })
}

/** The text in which terms are looked up: the searched fields parted by U+241F. */
export function searchText(fields: readonly string[]): string {
  return searchedFields(fields).join(fieldMark)
}

/**
 * The tokens of the fields, and lexemes made by `marked`, as text for `::tsvector`: a set, without positions.
 * Never `to_tsvector`, whose parser depends on the server's locale.
 */
export function bigramVector(fields: readonly string[], lexemes: Iterable<string> = []): string {
  return vectorOfText(searchText(fields), lexemes)
}

/** The same from a search text that is already made. */
export function vectorOfText(text: string, lexemes: Iterable<string> = []): string {
  // Tokens are letters and digits, which need no quotes.
  return [...tokens(text), ...Array.from(new Set(lexemes), quoteLexeme)].join(' ')
}

/** A lexeme as it stands in the text of a tsvector or a tsquery, whatever it contains. */
export function quoteLexeme(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** What a lexeme that is no token of the text stands for; a mark is no letter or digit, so that neither is ever taken for the other. */
export const marks = { class: '#', number: '=', title: '^' } as const

/** A lexeme for a whole value (a number, a class), which no word of a text can meet. Values beyond PostgreSQL's bound are cut. */
export function marked(mark: keyof typeof marks, value: string): string {
  return marks[mark] + searchForm(value).slice(0, 500)
}

/** The tokens of a text marked, so that they can be asked for in this field alone. */
export function markedTokens(mark: keyof typeof marks, text: string): string[] {
  return Array.from(tokens(searchedFields([text])[0]!), (token) => marks[mark] + token)
}
