/** Markup that may be sent: made by `html` alone, so everything that came in from elsewhere stands in it escaped. */
export class Html {
  readonly #markup: string

  /** Not for pages: they write html`…`. */
  constructor(key: typeof ours, markup: string) {
    if (key !== ours) throw new Error('markup is made by html`…` alone')
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

const ours = Symbol('html')

/** What may stand in a template: text and numbers, which are escaped; markup; lists of these; nothing. */
export type Shown = Html | string | number | null | undefined | false | readonly Shown[]

/**
 * A page or a part of one: html`<p title="${title}">${text}</p>`. Whatever is put in is escaped, in text and in attributes alike.
 * A place where escaping would not be enough is a bug and throws when it is first written: an attribute without quotes, an event
 * attribute, a style, a script, a comment, the name of a tag. An address (href, src, action) must be a path of this site, a place on the page, or https.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Shown[]): Html {
  const places = placesOf(parts)
  let markup = parts[0]!
  for (let at = 0; at < values.length; at++) {
    const value = values[at]
    if (places[at] === 'address') markup += escaped(safeAddress(String(value)))
    else if (places[at] === 'attribute' && (value instanceof Html || Array.isArray(value)))
      throw new Error('markup does not stand in an attribute')
    else markup += shown(value)
    markup += parts[at + 1]!
  }
  return new Html(ours, markup)
}

type Place = 'text' | 'attribute' | 'address'

const known = new WeakMap<TemplateStringsArray, readonly Place[]>()

function placesOf(parts: TemplateStringsArray): readonly Place[] {
  const found = known.get(parts)
  if (found) return found
  let before = ''
  const places = parts.slice(0, -1).map((part) => {
    before += part
    const place = placeAfter(before)
    before += place === 'text' ? 'x' : ''
    return place
  })
  known.set(parts, places)
  return places
}

/** Where a value stands after this beginning of a template. */
function placeAfter(before: string): Place {
  const open = before.lastIndexOf('<')
  if (/<!--(?!.*-->)/s.test(before)) throw new Error('nothing is put into a comment')
  if (/<(script|style|textarea|title)\b(?![\s\S]*<\/\1)/i.test(before) && !/<(textarea|title)[^<]*>[^<]*$/i.test(before))
    throw new Error('nothing is put into a script or a style')
  // A tag is open while its quotes are taken out and no > came.
  const tag = open < 0 ? '' : before.slice(open).replace(/"[^"]*"/g, '""')
  if (open < 0 || tag.includes('>')) return 'text'
  const attribute = /\s([a-z-]+)="([^"]*)$/i.exec(tag)
  if (!attribute) throw new Error(`a value stands in quotes: ${tag}`)
  const name = attribute[1]!.toLowerCase()
  if (name.startsWith('on') || name === 'style' || name === 'srcdoc') throw new Error(`nothing is put into ${name}`)
  // What follows a path that is written out cannot change where it leads.
  return ['href', 'src', 'action'].includes(name) && attribute[2] === '' ? 'address' : 'attribute'
}

function shown(value: Shown): string {
  if (value === null || value === undefined || value === false) return ''
  if (value instanceof Html) return value.toString()
  if (Array.isArray(value)) return value.map(shown).join('')
  return escaped(String(value))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

function escaped(text: string): string {
  return /[&<>"'`]/.test(text) ? text.replace(/[&<>"'`]/g, (character) => entities[character]!) : text
}

function safeAddress(address: string): string {
  if (/^(\/(?![/\\])|#|https:\/\/|tel:)/.test(address) && !/[\s\p{Cc}\\]/u.test(address)) return address
  throw new Error(`not an address to be linked: ${address}`)
}
