import { UnreadableSheet } from '../refusals.ts'
import { decoded } from './encoding.ts'
import { withoutEntities } from './xml-entities.ts'

/** Bytes one text or tag may have: a full cell with each character escaped as `_x000D_` has a twentieth. */
const longest = 4_000_000
const deepest = 64
const mostAttributes = 256
const mostShort = 4096

const [tab, lineFeed, carriageReturn, blank] = [0x09, 0x0a, 0x0d, 0x20]
const [exclamation, ampersand, apostrophe, slash, colon] = [0x21, 0x26, 0x27, 0x2f, 0x3a]
const [less, equals, greater, question, doubleQuote] = [0x3c, 0x3d, 0x3e, 0x3f, 0x22]

export interface XmlTag {
  /** An attribute by its local name, whatever the prefix; only to be asked while the tag is being opened. */
  attribute(name: string): string | undefined
  /** The column, from 0, of an attribute that is an address such as `AB12`; undefined where there is none. */
  column(name: string): number | undefined
}

export interface XmlEvents {
  /** `name` is the local name: producers differ in prefixes. */
  open(name: string, tag: XmlTag): void
  text?(text: string): void
  close?(name: string): void
  /** Whether the text here is of interest; asked so that what nobody reads is not decoded. */
  listening?(): boolean
}

/**
 * The XML of workbooks, read from UTF-8 bytes as they come. It fetches and expands nothing: a document type declaration
 * is refused, so there are no entities but the five of XML itself. Endless texts and towers of elements are refused before
 * they fill the memory. Own rather than saxes for speed (docs/adr/2026-11-22-own-xlsx-reader.md), and held to it by a test.
 */
export class SafeXml implements XmlTag {
  readonly #events: XmlEvents
  readonly #open: string[] = []
  #bytes: Buffer = Buffer.alloc(0)
  #rest: Buffer | null = null
  #started = false
  /** Where name and value of each attribute of the present tag start and end. */
  readonly #attributes = new Int32Array(mostAttributes * 4)
  #attributeCount = 0
  /** Names and values of up to four bytes, by these: nearly all tags of a sheet are among them. */
  readonly #short = new Map<number, string>()

  constructor(events: XmlEvents) {
    this.#events = events
  }

  push(chunk: Buffer): void {
    const bytes = this.#rest ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#bytes = bytes
    const { length } = bytes
    let at = 0
    for (;;) {
      let tag = at
      let special = 0
      while (tag < length && bytes[tag] !== less) {
        const byte = bytes[tag++]!
        if (byte === ampersand || byte > 0x7f) special |= byte
      }
      if (tag === length) break
      if (tag > at) this.#text(at, tag, special)
      at = tag
      const next = this.#markup(at)
      if (next < 0) break
      at = next
    }
    this.#rest = at === length ? null : bytes.subarray(at)
    if (length - at > longest) throw new UnreadableSheet({ code: 'endless-text' })
  }

  end(): void {
    if (this.#open.length > 0 || !this.#started) throw malformed()
    if (this.#rest && this.#rest.toString().trim() !== '') throw malformed()
  }

  attribute(name: string): string | undefined {
    const at = this.#find(name)
    return at < 0 ? undefined : withoutEntities(this.#name(this.#attributes[at + 2]!, this.#attributes[at + 3]!))
  }

  column(name: string): number | undefined {
    const at = this.#find(name)
    if (at < 0) return undefined
    let column = 0
    for (let from = this.#attributes[at + 2]!; from < this.#attributes[at + 3]!; from++) {
      const letter = this.#bytes[from]! & ~0x20
      if (letter < 0x41 || letter > 0x5a) break
      column = column * 26 + letter - 0x40
    }
    return column - 1
  }

  #find(name: string): number {
    for (let at = 0; at < this.#attributeCount * 4; at += 4) {
      const from = this.#attributes[at]!
      if (this.#attributes[at + 1]! - from !== name.length) continue
      let same = 0
      while (same < name.length && this.#bytes[from + same] === name.charCodeAt(same)) same++
      if (same === name.length) return at
    }
    return -1
  }

  /** Where the markup that starts here ends, −1 where more is needed to tell. */
  #markup(from: number): number {
    if (from + 1 === this.#bytes.length) return -1
    switch (this.#bytes[from + 1]) {
      case slash:
        return this.#closeTag(from)
      case question:
        return this.#after('?>', from)
      case exclamation:
        return this.#declaration(from)
      default:
        return this.#openTag(from)
    }
  }

  #declaration(from: number): number {
    const start = this.#bytes.toString('latin1', from, from + 9)
    if (start.startsWith('<!--')) return this.#after('-->', from + 4)
    if (start === '<![CDATA[') {
      const end = this.#after(']]>', from + 9)
      if (end > 0 && this.#open.length > 0 && this.#isHeard()) this.#events.text?.(this.#slice(from + 9, end - 3))
      return end
    }
    if (start.length < 9) return -1
    throw start === '<!DOCTYPE' ? new UnreadableSheet({ code: 'document-type' }) : malformed()
  }

  #closeTag(from: number): number {
    const bytes = this.#bytes
    let end = from + 2
    let local = end
    while (end < bytes.length && bytes[end] !== greater) if (bytes[end++] === colon) local = end
    if (end === bytes.length) return -1
    let last = end
    while (isBlank(bytes[last - 1]!)) last--
    const name = this.#name(from + 2, last)
    if (this.#open.pop() !== name) throw malformed()
    this.#events.close?.(local === from + 2 ? name : this.#name(local, last))
    return end + 1
  }

  #openTag(from: number): number {
    const bytes = this.#bytes
    const { length } = bytes
    let at = from + 1
    let local = at
    while (at < length && bytes[at]! > blank && bytes[at] !== greater && bytes[at] !== slash)
      if (bytes[at++] === colon) local = at
    const nameEnd = at
    this.#attributeCount = 0
    for (;;) {
      while (at < length && isBlank(bytes[at]!)) at++
      if (at === length) return -1
      if (bytes[at] === greater || bytes[at] === slash) break
      at = this.#readAttribute(at)
      if (at < 0) return -1
    }
    const isEmpty = bytes[at] === slash
    if (isEmpty && ++at === length) return -1
    if (bytes[at] !== greater || nameEnd === from + 1) throw malformed()
    const name = this.#name(from + 1, nameEnd)
    this.#enter(name, local === from + 1 ? name : this.#name(local, nameEnd), isEmpty)
    return at + 1
  }

  /** Where the attribute that starts here ends, −1 where more is needed to tell. */
  #readAttribute(from: number): number {
    const bytes = this.#bytes
    const { length } = bytes
    let at = from
    let name = from
    while (at < length && bytes[at]! > blank && bytes[at] !== equals && bytes[at] !== greater)
      if (bytes[at++] === colon) name = at
    const nameEnd = at
    while (at < length && isBlank(bytes[at]!)) at++
    if (at === length) return -1
    if (bytes[at++] !== equals) throw malformed()
    while (at < length && isBlank(bytes[at]!)) at++
    if (at === length) return -1
    const quote = bytes[at++]
    if (quote !== doubleQuote && quote !== apostrophe) throw malformed()
    const value = at
    while (at < length && bytes[at] !== quote) at++
    if (at === length) return -1
    if (this.#attributeCount === mostAttributes) throw malformed()
    const slot = this.#attributeCount++ * 4
    this.#attributes[slot] = name
    this.#attributes[slot + 1] = nameEnd
    this.#attributes[slot + 2] = value
    this.#attributes[slot + 3] = at
    return at + 1
  }

  #enter(name: string, local: string, isEmpty: boolean): void {
    const open = this.#open
    if ((open.length === 0 && this.#started) || open.length > deepest) throw malformed()
    this.#started = true
    this.#events.open(local, this)
    if (isEmpty) this.#events.close?.(local)
    else open.push(name)
  }

  /** `special` tells whether there are entities or characters beyond ASCII. */
  #text(from: number, to: number, special: number): void {
    if (this.#open.length === 0) {
      if (this.#slice(from, to).trim() !== '') throw malformed()
    } else if (this.#isHeard()) {
      const text = special > 0x7f ? this.#slice(from, to) : this.#bytes.toString('latin1', from, to)
      this.#events.text?.(special === 0 ? text : withoutEntities(text))
    }
  }

  #isHeard(): boolean {
    return this.#events.listening?.() ?? true
  }

  #slice(from: number, to: number): string {
    return this.#bytes.toString('utf8', from, to)
  }

  #name(from: number, to: number): string {
    if (to - from > 4 || to === from) return this.#slice(from, to)
    let key = 0
    for (let at = from; at < to; at++) key = key * 256 + this.#bytes[at]!
    const known = this.#short.get(key)
    if (known !== undefined) return known
    const name = this.#slice(from, to)
    if (this.#short.size < mostShort) this.#short.set(key, name)
    return name
  }

  #after(mark: string, from: number): number {
    const at = this.#bytes.indexOf(mark, from)
    return at < 0 ? -1 : at + mark.length
  }
}

const isBlank = (byte: number): boolean => byte === blank || byte === lineFeed || byte === carriageReturn || byte === tab

const malformed = () => new UnreadableSheet({ code: 'damaged-file' })

/** Reads a whole part. */
export async function readXml(bytes: AsyncIterable<Buffer>, events: XmlEvents): Promise<void> {
  const xml = new SafeXml(events)
  for await (const chunk of utf8Xml(bytes)) xml.push(chunk)
  xml.end()
}

/** XML parts are UTF-8, or UTF-16 with its mark, which is turned into UTF-8 here; the mark itself is dropped. */
export async function* utf8Xml(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const iterator = bytes[Symbol.asyncIterator]()
  try {
    const first = await iterator.next()
    if (first.done) return
    const [a, b, c] = first.value
    const all = from(first.value, iterator)
    if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
      for await (const text of decoded(all, a === 0xff ? 'utf-16le' : 'utf-16be')) yield Buffer.from(text)
    } else if (a === 0xef && b === 0xbb && c === 0xbf) yield* from(first.value.subarray(3), iterator)
    else yield* all
  } finally {
    await iterator.return?.()
  }
}

async function* from(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
