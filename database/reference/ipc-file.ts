import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { csvCutter } from './csv.ts'

/** One place of the International Patent Classification with its Chinese title (国际专利分类). */
export interface ClassTitle {
  /** In the form of the register: `A`, `A01`, `A01B`, `A01B 1/00`, `A01B 1/02`. */
  readonly code: string
  readonly title: string
  readonly level: 'section' | 'class' | 'subclass' | 'group' | 'subgroup'
}

/** Why a reference file is not taken; `row` counts the headings as 1. */
export type ReferenceRefusal =
  | { readonly code: 'reference-headings-missing'; readonly missing: readonly string[] }
  | { readonly code: 'reference-code-unknown'; readonly row: number; readonly text: string }
  | { readonly code: 'reference-not-utf8' }
  | { readonly code: 'reference-broken' }

/** Thrown while a reference file is walked, where it turns out to be none. */
export class UnreadableReference extends Error {
  readonly refusal: ReferenceRefusal
  constructor(refusal: ReferenceRefusal) {
    super(`${refusal.code}: ${JSON.stringify(refusal)}`)
    this.refusal = refusal
  }
}

/**
 * Streams the titles of the IPC out of a table with the headings `code` and `title_zh` (or `title`), `A01B1/00` or `A01B 1/00`,
 * as CSV in UTF-8 or the same gzipped, whatever its name. Codes come in the file's order, the level from the code itself; a row
 * without a title, or with the torn end of a note in its place, has nothing to say and is left out. Throws `UnreadableReference` where
 * a heading is missing, a code is none, the text is not UTF-8 or the archive is broken.
 */
export async function* classTitles(path: string): AsyncGenerator<ClassTitle> {
  const cutter = csvCutter()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let columns: { code: number; title: number } | undefined
  let count = 0

  function* read(rows: Iterable<string[]>): Generator<ClassTitle> {
    for (const row of rows) {
      count++
      if (!columns) columns = columnsIn(row)
      else yield* titleIn(row, columns, count)
    }
  }

  try {
    for await (const piece of await bytesOf(path)) yield* read(cutter.take(decoder.decode(piece, { stream: true })))
    yield* read([...cutter.take(decoder.decode()), ...cutter.end()])
  } catch (error) {
    throw refusalIn(error)
  }
  if (!columns) throw new UnreadableReference({ code: 'reference-headings-missing', missing: ['code', 'title_zh'] })
}

/** What Node says of text that is not UTF-8 and of an archive that breaks off, as a refusal. */
function refusalIn(error: unknown): unknown {
  const code = String((error as { code?: unknown } | null)?.code ?? '')
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new UnreadableReference({ code: 'reference-not-utf8' })
  return /^Z_|^ERR_STREAM_PREMATURE_CLOSE$/.test(code) ? new UnreadableReference({ code: 'reference-broken' }) : error
}

async function bytesOf(path: string): Promise<AsyncIterable<Buffer>> {
  const file = await open(path)
  const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0)
  await file.close()
  const bytes = createReadStream(path)
  if (buffer[0] !== 0x1f || buffer[1] !== 0x8b) return bytes
  return pipeline(bytes, createGunzip(), () => {})
}

function columnsIn(headings: readonly string[]): { code: number; title: number } {
  const at = (...names: string[]) => headings.findIndex((heading) => names.includes(heading.trim().toLowerCase()))
  const columns = { code: at('code', '分类号'), title: at('title_zh', 'title', '名称', '中文名称') }
  const missing = [...(columns.code < 0 ? ['code'] : []), ...(columns.title < 0 ? ['title_zh'] : [])]
  if (missing.length > 0) throw new UnreadableReference({ code: 'reference-headings-missing', missing })
  return columns
}

const form = /^([A-H])(?:(\d{2})(?:([A-Z])(?:\s?(\d{1,4})\/(\d{2,6}))?)?)?$/

/** A title never begins with the mark that closes or parts something before it. */
const torn = /^[\p{Pe}\p{Pf}；，。、：;,:<]/u

function* titleIn(cells: readonly string[], columns: { code: number; title: number }, row: number): Generator<ClassTitle> {
  const text = cells[columns.code]?.trim() ?? ''
  const found = form.exec(text)
  if (!found) throw new UnreadableReference({ code: 'reference-code-unknown', row, text })
  // The official text marks the depth of a subgroup by dots in front.
  const title = (cells[columns.title] ?? '')
    .replace(/<\/?\w+>?\s*$/u, '')
    .replace(/^[\s.．·]+/u, '')
    .trim()
  if (title === '' || torn.test(title)) return
  const [, section, two = '', letter = '', group, subgroup] = found
  const head = `${section}${two}${letter}`
  if (group === undefined) yield { code: head, title, level: letter ? 'subclass' : two ? 'class' : 'section' }
  else yield { code: `${head} ${Number(group)}/${subgroup}`, title, level: /^0+$/.test(subgroup!) ? 'group' : 'subgroup' }
}
