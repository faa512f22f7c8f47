import { done, type Outcome, refuse } from '../outcome/index.ts'
import { simplest } from './canonical-query.ts'
import { readClass } from './class-lexemes.ts'
import { searchForm } from './normalise.ts'
import { type Draft, type Query, type QueryField, type QueryRefusal, type QueryTongue, type Term, termsOf } from './query.ts'
import { type Mark, readMarks } from './query-marks.ts'
import { hasToken } from './tokens.ts'

export const mostTerms = 8
/** In characters. The search field holds so much, and no honest query is longer. */
export const longestQuery = 1000

/**
 * Reads what a person typed (检索式): words parted by blanks all hold, `"…"` is taken as it stands, AND OR NOT (并且 或者 不含, `-x`)
 * and brackets join, `申请人:…` names a field. NOT binds before AND, AND before OR.
 * Clumsy input is read as well as it can be: quotes or brackets without partner, an operator with nothing beside it.
 * A word without letter or digit beside others is passed over. A word that is a number asks for that number.
 * Refusals: nothing typed; no letter or digit; nothing but what is not wanted; more than 8 terms; too long; no class after a class field.
 */
export function parseQuery(text: string, tongue: QueryTongue): Outcome<Query, QueryRefusal> {
  const given = Array.from(text).length
  if (given > longestQuery) return refuse({ code: 'query-too-long', given, most: longestQuery })
  if (!searchForm(text)) return refuse({ code: 'empty-query' })
  const reader = new Reader(readMarks(text, tongue), tongue)
  const draft = reader.readAll()
  if (reader.unreadable !== undefined) return refuse({ code: 'not-a-class', text: reader.unreadable })
  if (!draft) return refuse({ code: 'no-letter-or-digit', text: text.trim() })
  const query = simplest(draft)
  const terms = termsOf(query).length
  if (terms > mostTerms) return refuse({ code: 'too-many-terms', given: terms, most: mostTerms })
  return looksForSomething(query) ? done(query) : refuse({ code: 'only-not' })
}

/** Whether a record must hold some term to be found: `NOT a` and `a OR NOT b` would find nearly all. */
function looksForSomething(query: Query): boolean {
  if (query.is === 'and') return query.of.some(looksForSomething)
  if (query.is === 'or') return query.of.every(looksForSomething)
  return query.is !== 'not'
}

/** Brackets and commas belong to no number, and would not survive being written out without quotes. */
const numberLike = /^[\p{L}\p{N}.:/-]+$/u

/** Goes through the marks once, from the weakest joint to the strongest. */
class Reader {
  unreadable: string | undefined
  #at = 0
  readonly #marks: readonly Mark[]
  readonly #tongue: QueryTongue

  constructor(marks: readonly Mark[], tongue: QueryTongue) {
    this.#marks = marks
    this.#tongue = tongue
  }

  readAll(): Draft | null {
    const parts: Draft[] = []
    while (this.#at < this.#marks.length) {
      const part = this.#either(null)
      if (part) parts.push(part)
      // A closing bracket too many.
      this.#take('close')
    }
    return join('and', parts)
  }

  #either(field: QueryField | null): Draft | null {
    const parts: Draft[] = []
    do {
      const part = this.#both(field)
      if (part) parts.push(part)
    } while (this.#take('or'))
    return join('or', parts)
  }

  #both(field: QueryField | null): Draft | null {
    const parts: Draft[] = []
    for (let next = this.#next(); next && next.is !== 'or' && next.is !== 'close'; next = this.#next()) {
      if (this.#take('and')) continue
      const part = this.#one(field)
      if (part) parts.push(part)
    }
    return join('and', parts)
  }

  #one(field: QueryField | null): Draft | null {
    if (this.#take('not')) {
      // `NOT NOT`, `NOT AND`: the joint in between says nothing.
      while (this.#take('and'));
      if (!this.#beginsPart()) return null
      const part = this.#one(field)
      return part && { is: 'not', of: part }
    }
    const mark = this.#marks[this.#at++]!
    if (mark.is === 'field') return this.#beginsPart() ? this.#one(mark.field) : null
    if (mark.is === 'open') {
      const inner = this.#either(field)
      this.#take('close')
      return inner
    }
    return mark.is === 'word' || mark.is === 'phrase' ? this.#term(mark, field) : null
  }

  #term(mark: Mark & { is: 'word' | 'phrase' }, field: QueryField | null): Term | null {
    const text = searchForm(mark.text)
    if (!hasToken(text)) return null
    if (field?.reads === 'class') return this.#class(mark.text, field)
    const name = field?.name ?? null
    const mayBeNumber = mark.is === 'word' && (!field || field.reads === 'number') && numberLike.test(text)
    const number = mayBeNumber ? this.#tongue.readNumber(text) : null
    return number === null ? { is: 'text', field: name, text } : { is: 'number', field: name, number: searchForm(number), text }
  }

  #class(text: string, field: QueryField): Term | null {
    // `E01B 3/32` is printed with a blank.
    const next = this.#next()
    const whole =
      next?.is === 'word' && /^[a-hy]\d\d[a-z]$/i.test(text) && /^\d+\//.test(next.text) ? readClass(text + next.text) : null
    if (whole) this.#at++
    const found = whole ?? readClass(text)
    if (!found) this.unreadable ??= text
    return found === null ? null : { is: 'class', field: field.name, class: found }
  }

  #next(): Mark | undefined {
    return this.#marks[this.#at]
  }

  #beginsPart(): boolean {
    const next = this.#next()
    return next !== undefined && next.is !== 'close' && next.is !== 'or' && next.is !== 'and'
  }

  #take(is: Mark['is']): boolean {
    if (this.#next()?.is !== is) return false
    this.#at++
    return true
  }
}

function join(is: 'and' | 'or', parts: readonly Draft[]): Draft | null {
  return parts.length > 1 ? { is, of: parts } : (parts[0] ?? null)
}
