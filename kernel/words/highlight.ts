import { searchForm } from './normalise.ts'
import { type Query, termsOf } from './query.ts'

/** What is to be marked in a field for this query: the terms looked for there, in `searchForm`. */
export function highlightTerms(query: Query, field: string | null = null): string[] {
  const found = termsOf(query, 'wanted').flatMap((term) => {
    if (term.is === 'class' || (term.field !== null && field !== null && term.field !== field)) return []
    return term.is === 'number' ? [term.text, term.number] : [term.text]
  })
  return [...new Set(found)]
}

/**
 * Where the terms stand in a text: pairs of offsets [start, end) in UTF-16 units of the text as it is, though its search
 * form may be longer or shorter; in order and apart. Where a term is only a part of one character (`g` in `㎏`) it is marked whole.
 */
export function highlight(text: string, terms: readonly string[]): [start: number, end: number][] {
  const { form, starts, ends } = mapped(text)
  const found: [start: number, end: number][] = []
  for (const term of new Set(terms)) {
    if (!term) continue
    for (let at = form.indexOf(term); at >= 0; at = form.indexOf(term, at + 1))
      found.push([starts[at]!, ends[at + term.length - 1]!])
  }
  found.sort(([a], [b]) => a - b)
  const apart: [start: number, end: number][] = []
  for (const [start, end] of found) {
    const last = apart.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else apart.push([start, end])
  }
  return apart
}

/** The search form of a text, and for each of its units where in the text the characters stand that it came from. */
interface Mapped {
  readonly form: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Stretches that are normalised independently of one another: a character with the marks that belong to it, else a whole word. */
const characters = /[\u1100-\u11ff\uac00-\ud7ff]+|[\s\S](?:[\p{M}\p{Cf}\uff9e\uff9f])*/gu
const words = /\s+|\S+/gu

function mapped(text: string): Mapped {
  const form = searchForm(text)
  for (const stretch of [characters, words]) {
    const found = mapBy(stretch, text)
    if (found.form === form) return found
  }
  return { form, starts: new Array(form.length).fill(0), ends: new Array(form.length).fill(text.length) }
}

function mapBy(stretch: RegExp, text: string): Mapped {
  let form = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: part, index } of text.matchAll(stretch)) {
    // Between two letters a blank at the edge stays; it goes at the ends of the text and behind another blank.
    const inner = searchForm(`x${part}x`).slice(1, -1)
    const kept = inner.startsWith(' ') && (form === '' || form.endsWith(' ')) ? inner.slice(1) : inner
    form += kept
    for (let unit = 0; unit < kept.length; unit++) {
      starts.push(index)
      ends.push(index + part.length)
    }
  }
  return form.endsWith(' ') ? { form: form.slice(0, -1), starts, ends } : { form, starts, ends }
}
