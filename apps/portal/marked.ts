import { highlight } from '#kernel/words'
import { type Html, html } from './html.ts'

/** A text with the words looked for marked in it. */
export function marked(text: string, terms: readonly string[]): Html {
  let at = 0
  const parts: Html[] = []
  for (const [start, end] of highlight(text, terms)) {
    parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return html`${parts}${text.slice(at)}`
}
