import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { UnreadableSheet, type ZipEntry, type ZipOfFiles } from '#platform/sheets'
import { BrokenJson } from './json/split-records.ts'
import type { PatentFile, ReadRow } from './patent-file.ts'
import type { ReadRefusal } from './refusals.ts'
import { sources } from './sources.ts'
import { readRefusalSentence, rowReasons } from './words.ts'
import { openXml } from './xml/open-xml.ts'

// Figures, style sheets, schemas and papers that travel with the documents.
const companions = /\.(?:jpe?g|png|gif|tiff?|bmp|svg|pdf|xslt?|css|dtd|xsd|ent|mod|docx?|html?|md|js|exe|dll)$/i

type Reader = (path: string, name: string) => Promise<Outcome<PatentFile, ReadRefusal>>

/**
 * Reads the files of a zip one after the other; rows are counted within each, `entry` is its name. The first that is
 * understood says what the zip is; one of another format, and one that cannot be read, is one refused row. XML without any
 * patent document (lists of contents) is passed over like figures.
 */
export async function readZip(zip: ZipOfFiles, read: Reader): Promise<Outcome<PatentFile, ReadRefusal>> {
  const folder = await mkdtemp(join(tmpdir(), 'zhizhou-zip-'))
  const files = zip.files[Symbol.asyncIterator]()
  let reading: PatentFile | null = null
  const close = async () => {
    await reading?.close()
    await files.return?.()
    await rm(folder, { recursive: true, force: true })
  }
  const refused: ReadRow[] = []
  try {
    for (let next = await files.next(); !next.done; next = await files.next()) {
      const opened = await openEntry(next.value, folder, read)
      if (!opened) continue
      if (opened.done) {
        reading = opened.value
        return done({ ...opened.value, rows: rowsOf(opened.value, next.value.name), close })
      }
      refused.push(refusedEntry(next.value.name, opened.refusal))
    }
  } catch (error) {
    await close()
    if (error instanceof UnreadableSheet) return refuse(error.refusal)
    throw error
  }
  await close()
  return refuse({ code: 'nothing-to-read', entries: zip.entries })

  async function* rowsOf(first: PatentFile, name: string): AsyncGenerator<ReadRow> {
    try {
      yield* refused
      yield* entered(first.rows, name)
      for (let next = await files.next(); !next.done; next = await files.next()) {
        const opened = await openEntry(next.value, folder, read)
        if (!opened) continue
        if (!opened.done) yield refusedEntry(next.value.name, opened.refusal)
        else if (!sameSource(first, opened.value)) {
          await opened.value.close()
          yield { row: 1, entry: next.value.name, reason: rowReasons.otherLayout(sources[opened.value.format].name), cells: [] }
        } else {
          reading = opened.value
          yield* entered(opened.value.rows, next.value.name)
        }
      }
    } finally {
      await close()
    }
  }
}

/** CNIPA's older and newer documents stand in one feed; anything else keeps to itself. */
function sameSource(first: PatentFile, other: PatentFile): boolean {
  const documents = new Set(['cnipa-xml', 'st36'])
  return first.format === other.format || (documents.has(first.format) && documents.has(other.format))
}

const refusedEntry = (entry: string, refusal: ReadRefusal): ReadRow => ({
  row: 1,
  entry,
  reason: readRefusalSentence(refusal),
  cells: [],
})

async function* entered(rows: AsyncIterable<ReadRow>, name: string): AsyncGenerator<ReadRow> {
  let row = 0
  try {
    for await (const one of rows) {
      row = one.row
      yield { ...one, entry: one.entry ? `${name}/${one.entry}` : name }
    }
  } catch (error) {
    // One damaged file does not stop the others.
    if (error instanceof UnreadableSheet)
      yield { row: row + 1, entry: name, reason: rowReasons.brokenOff(readRefusalSentence(error.refusal)), cells: [] }
    else if (error instanceof BrokenJson)
      yield {
        row: row + 1,
        entry: name,
        reason: rowReasons.brokenOff(readRefusalSentence({ code: 'broken-json', at: error.at })),
        cells: [],
      }
    else throw error
  }
}

async function openEntry(entry: ZipEntry, folder: string, read: Reader): Promise<Outcome<PatentFile, ReadRefusal> | null> {
  if (companions.test(entry.name)) return null
  if (/\.xml$/i.test(entry.name)) {
    // Thousands of small documents are read as they unpack, without a file for each.
    const opened = await caught(() => openXml(entry.text()))
    return !opened.done && opened.refusal.code === 'no-patent-document' ? null : opened
  }
  const path = join(folder, 'entry')
  return caught(async () => {
    await rm(path, { force: true })
    await entry.saveTo(path)
    return read(path, entry.name)
  })
}

async function caught<T>(open: () => Promise<Outcome<T, ReadRefusal>>): Promise<Outcome<T, ReadRefusal>> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof UnreadableSheet) return refuse(error.refusal)
    throw error
  }
}
