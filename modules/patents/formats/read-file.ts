import { basename } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { openSheets, readText, type TextFile, UnreadableSheet, zipEntries } from '#platform/sheets'
import { openJson } from './json/open-json.ts'
import type { PatentFile } from './patent-file.ts'
import { readZip } from './read-zip.ts'
import type { ReadRefusal } from './refusals.ts'
import { looksLikeCnkiLines, openCnkiLines } from './sheets/cnki-lines.ts'
import { openTable } from './sheets/open-table.ts'
import { openXml } from './xml/open-xml.ts'

/** Zips within zips: a feed packs each week into one. */
const deepestZip = 2

/**
 * Reads a file of patents in any layout that is known, by its content: sheets, CSV, CNKI's running text, XML, JSON, gzip of
 * these, and zips of them. `name` is the file's own name where the path has another. Refused as a whole where it is no such
 * file, where nobody described its layout, and where no column identifies a right.
 */
export async function readPatentFile(
  path: string,
  { name = basename(path), depth = 0 }: { name?: string; depth?: number } = {},
): Promise<Outcome<PatentFile, ReadRefusal>> {
  const text = await readText(path)
  const asText = text.done ? await readTextFile(text.value) : null
  if (asText) return asText
  const opened = await openSheets(path)
  if (opened.done) return openTable(opened.value, name)
  const { refusal } = opened
  if (refusal.code !== 'not-a-sheet' || refusal.kind !== 'zip' || depth > deepestZip) return opened
  const zip = await zipEntries(path)
  return zip.done ? readZip(zip.value, (entry, entryName) => readPatentFile(entry, { name: entryName, depth: depth + 1 })) : zip
}

/** XML, JSON and CNKI's lines are read from the text; null for tables, which have a reader of their own. */
async function readTextFile({ kind, chunks }: TextFile): Promise<Outcome<PatentFile, ReadRefusal> | null> {
  const text = chunks[Symbol.asyncIterator]()
  try {
    if (kind === 'xml') return await openXml(onward(text))
    if (kind === 'json') return await openJson(onward(text))
    const first = kind === 'csv' ? await text.next() : null
    if (first && !first.done && looksLikeCnkiLines(first.value)) return done(openCnkiLines(onward(text, first.value)))
    await text.return?.()
    return null
  } catch (error) {
    await text.return?.()
    if (error instanceof UnreadableSheet) return refuse(error.refusal)
    throw error
  }
}

async function* onward(text: AsyncIterator<string>, first?: string): AsyncGenerator<string> {
  try {
    if (first !== undefined) yield first
    for (let next = await text.next(); !next.done; next = await text.next()) yield next.value
  } finally {
    await text.return?.()
  }
}
