import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { rowReasons } from '../words.ts'
import { splitAtDeclarations } from './split-declarations.ts'
import { bareName, type XmlNode } from './tree.ts'

/** One document of a file: its tree, or the reason why it cannot be read. */
export type XmlDocument =
  | { readonly kind: 'document'; readonly root: XmlNode }
  | { readonly kind: 'problem'; readonly name: string | null; readonly reason: string }
  /** The outermost element of the file, told once, before any document. */
  | { readonly kind: 'outermost'; readonly name: string; readonly standard96: boolean }

/** Elements that are a document of their own, wherever they stand. */
const documents = new Set(['patentdocumentandrelated', 'patentdocument', 'exchangedocument', 'prsrecord', 'patentverdict'])
/** What is passed over: nothing of it goes into the register, and it is most of the file. */
const skipped = new Set([
  'description',
  'drawings',
  'figure',
  'image',
  'img',
  'abstractfigure',
  'abstractdrawing',
  'math',
  'maths',
  'chemistry',
  'tables',
  'tabledetails',
  'biodeposit',
  'searchreportdata',
])
const deepest = 64
const longestDocument = 2_000_000
/** Characters without any event: no tag or text of a patent is so long. */
const longestSilence = 8_000_000

/**
 * Reads the documents of an XML file as it comes, one after the other, with the memory of one. Nothing is ever fetched:
 * a DOCTYPE is passed over; a document that declares entities of its own is refused, and entities unknown to XML stay as
 * they are written. Several documents in one file, in a common element or each with its own declaration, are read alike.
 */
export async function* readDocuments(chunks: AsyncIterable<string>): AsyncGenerator<XmlDocument> {
  const found: XmlDocument[] = []
  let part: Part | null = null
  for await (const { text, begins } of splitAtDeclarations(chunks)) {
    if (begins || !part) {
      part?.end()
      part = new Part(found)
    }
    part.push(text)
    yield* found.splice(0)
  }
  part?.end()
  yield* found.splice(0)
}

/** What stands under one XML declaration. */
class Part {
  readonly #parser = new SaxesParser({ fragment: true, position: false, xmlns: false })
  readonly #found: XmlDocument[]
  readonly #open: XmlNode[] = []
  #skipping = 0
  #size = 0
  #silence = 0
  #problem: string | null = null
  #declaresEntities = false
  #sawElement = false
  #dead = false

  constructor(found: XmlDocument[]) {
    this.#found = found
    const parser = this.#parser
    parser.on('error', (error) => {
      // A fragment may have its DOCTYPE anywhere; an entity nobody defined is left as it is written.
      if (!/inappropriately located doctype|undefined entity/.test(error.message)) throw new BrokenXml(error.message)
    })
    parser.on('doctype', (text) => {
      this.#silence = 0
      if (text.includes('<!ENTITY')) this.#declaresEntities = true
    })
    parser.on('opentag', (tag: SaxesTagPlain) => this.#opened(tag))
    parser.on('closetag', () => this.#closed())
    parser.on('text', (text) => this.#said(text))
    parser.on('cdata', (text) => this.#said(text))
  }

  push(text: string): void {
    if (this.#dead) return
    this.#silence += text.length
    this.#guarded(() => this.#parser.write(text))
    if (!this.#dead && this.#silence > longestSilence) this.#broken('unexpected end.')
  }

  end(): void {
    if (!this.#dead && this.#sawElement) this.#guarded(() => this.#parser.close())
  }

  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (!(error instanceof BrokenXml)) throw error
      this.#broken(error.message)
    }
  }

  #broken(why: string): void {
    this.#dead = true
    // Without any element this is no XML at all, or blanks behind the last document.
    if (this.#open.length === 0 && !this.#sawElement && this.#found.length > 0) return
    this.#found.push({ kind: 'problem', name: this.#open[0]?.name ?? null, reason: rowReasons.brokenDocument(inChinese(why)) })
  }

  #opened(tag: SaxesTagPlain): void {
    this.#silence = 0
    const name = bareName(tag.name)
    if (!this.#sawElement) {
      this.#sawElement = true
      const standard96 = Object.values(tag.attributes).some((value) => /standards\/XMLSchema\/ST96/i.test(value))
      this.#found.push({ kind: 'outermost', name: tag.name, standard96 })
    }
    if (this.#skipping > 0) return void this.#skipping++
    const parent = this.#open.at(-1)
    if (!parent && !documents.has(name)) return
    // The claims of a document are long; the first is enough.
    const laterClaim = name === 'claim' && parent?.content.some((one) => typeof one !== 'string' && one.name === 'claim')
    if (parent && (skipped.has(name) || laterClaim || this.#problem)) return void this.#skipping++
    if (this.#open.length >= deepest) {
      this.#problem = rowReasons.brokenDocument('元素嵌套过深')
      return void this.#skipping++
    }
    if (!parent) {
      this.#size = 0
      this.#problem = this.#declaresEntities ? rowReasons.entityDeclared : null
    }
    const node: XmlNode = { name, attributes: bareAttributes(tag.attributes), content: [] }
    parent?.content.push(node)
    this.#open.push(node)
  }

  #closed(): void {
    this.#silence = 0
    if (this.#skipping > 0) return void this.#skipping--
    const node = this.#open.pop()
    if (!node || this.#open.length > 0) return
    this.#found.push(
      this.#problem ? { kind: 'problem', name: node.name, reason: this.#problem } : { kind: 'document', root: node },
    )
    this.#problem = null
  }

  #said(text: string): void {
    this.#silence = 0
    const node = this.#open.at(-1)
    if (!node || this.#skipping > 0 || this.#problem) return
    this.#size += text.length
    if (this.#size > longestDocument) this.#problem = rowReasons.documentTooLong
    else node.content.push(text)
  }
}

class BrokenXml extends Error {}

function bareAttributes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const bare: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(attributes)) bare[bareName(name)] = value
  return bare
}

const complaints: readonly (readonly [RegExp, string])[] = [
  [/unclosed tag|unexpected end/, '内容不完整，中途断了'],
  [/unexpected close tag|malformed name|tag name/, '标签不配对'],
  [/attribute/, '属性书写有误'],
  [/disallowed character|malformed character/, '含有不允许的字符'],
]

function inChinese(why: string): string {
  return complaints.find(([shape]) => shape.test(why))?.[1] ?? '不符合 XML 书写规则'
}
