import { classLexemes, fieldMark, marked, markedTokens, searchedFields, tokenVersion, vectorOfText } from '#kernel/words'

/** What of a record is searched (检索内容), as it is shown; each value on its own, so that no phrase reaches from one into the next. */
export interface Searchable {
  /** 名称, and the translated one where known. */
  readonly titles: readonly string[]
  /** 申请人 and 权利人. */
  readonly applicants: readonly string[]
  readonly inventors: readonly string[]
  /** Application, patent and publication numbers, canonical or, where unreadable, as printed. */
  readonly numbers: readonly string[]
  readonly abstract: string
  /** All classes of all schemes, the main one too. */
  readonly classes: readonly string[]
}

/** The columns of `patents.record` and `patents.public_record` by which they are searched, named as they are there. */
export interface SearchColumns {
  readonly title_norm: string
  readonly applicants_norm: string
  readonly inventors_norm: string
  readonly numbers: string
  readonly search_text: string
  /** Text for `::tsvector`. */
  readonly bg: string
  readonly tok_version: number
}

/** Makes the search columns of a record. Every write of a record writes them; a change here or in the tokens raises `tokenVersion`. */
export function searchColumns(record: Searchable): SearchColumns {
  const groups = [record.titles, record.applicants, record.inventors, record.numbers, [record.abstract]]
  const searched = searchedFields(groups.flat())
  const text = searched.join(fieldMark)
  const [titles, applicants, inventors, numbers] = groups.map((group) => searched.splice(0, group.length).join(fieldMark))
  const lexemes = [
    ...record.titles.flatMap((title) => markedTokens('title', title)),
    ...record.numbers.map(numberLexeme),
    ...classLexemes(record.classes),
  ]
  return {
    title_norm: titles!,
    applicants_norm: applicants!,
    inventors_norm: inventors!,
    numbers: numbers!,
    search_text: text,
    bg: vectorOfText(text, lexemes),
    tok_version: tokenVersion,
  }
}

/**
 * The lexeme by which a record is found by its number. Of a publication number the kind letter is left out:
 * the application's document (A) and the grant's (B) bear the same digits, and a source often knows only one of them.
 */
export function numberLexeme(canonical: string): string {
  return marked('number', canonical.replace(/^ZL/i, '').replace(/^(CN\d+)[A-Z]\d?$/i, '$1'))
}
