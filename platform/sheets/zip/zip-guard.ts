import { isUtf8 } from 'node:buffer'
import { stat } from 'node:fs/promises'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { ratioMattersFrom, type SheetLimits } from '../limits.ts'
import { UnreadableSheet } from '../refusals.ts'

export interface ZipContents {
  readonly entries: number
  /** Unpacked, in bytes. */
  readonly size: number
  /** Whether the names make it an office workbook, and which. */
  readonly workbook: 'xlsx' | 'xlsb' | 'ods' | null
}

/**
 * Reads the central directory of a zip and nothing else, and throws `UnreadableSheet` where it is not to be touched.
 * The sizes it trusts are held to while unpacking (`entryBytes`).
 */
export async function guardZip(path: string, limits: SheetLimits, entryLimit: number): Promise<ZipContents> {
  const { size: fileSize } = await stat(path)
  const zip = await openZip(path)
  let entries = 0
  let size = 0
  let packed = 0
  const telling = new Set<string>()
  for await (const entry of entriesOf(zip)) {
    if (++entries > entryLimit) throw bomb('entries', entryLimit)
    size += entry.uncompressedSize
    packed += entry.compressedSize
    if (size > limits.totalBytes) throw bomb('total', limits.totalBytes)
    // Entries that share bytes unpack to more than the file could hold (the quoted-overlap bomb).
    if (packed > fileSize) throw bomb('overlap', fileSize)
    if (entry.uncompressedSize > ratioMattersFrom && entry.uncompressedSize > entry.compressedSize * limits.ratio)
      throw bomb('ratio', limits.ratio)
    const name = entryName(entry)
    if (yauzl.validateFileName(name) !== null) throw new UnreadableSheet({ code: 'unsafe-name', name: name.slice(0, 80) })
    if (entry.isEncrypted()) throw new UnreadableSheet({ code: 'encrypted' })
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw new UnreadableSheet({ code: 'unknown-compression', method: entry.compressionMethod })
    if (name === 'mimetype' || name === 'content.xml' || name === '[Content_Types].xml') telling.add(name)
    else if (/^xl\/[^/]+\.(xml|bin)$/.test(name)) telling.add(name.slice(-3))
  }
  return { entries, size, workbook: workbookBy(telling) }
}

/** Opened for one walk over its entries; a walk that ends, or is left, does not close it. */
export async function openZip(path: string): Promise<ZipFile> {
  try {
    return await yauzl.openPromise(path, { decodeStrings: false, autoClose: false })
  } catch (error) {
    throw new UnreadableSheet({ code: 'damaged-file' }, error)
  }
}

/** The entries in the directory's order. Closes the zip where the walk is not `kept` open for reading later. */
export async function* entriesOf(zip: ZipFile, kept = false): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) yield entry
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet({ code: 'damaged-file' }, error)
  } finally {
    if (!kept) zip.close()
  }
}

/** The name in UTF-8 where the entry says so or its bytes are; else in GB18030, as Chinese Windows writes it. */
export function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw
  const said = entry.generalPurposeBitFlag & 0x800 || entry.extraFields.some((field) => field.id === 0x7075)
  if (said) return yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  return new TextDecoder(isUtf8(raw) ? 'utf-8' : 'gb18030').decode(raw).replaceAll('\\', '/')
}

function workbookBy(telling: ReadonlySet<string>): ZipContents['workbook'] {
  if (telling.has('[Content_Types].xml')) return telling.has('bin') ? 'xlsb' : telling.has('xml') ? 'xlsx' : null
  return telling.has('mimetype') && telling.has('content.xml') ? 'ods' : null
}

const bomb = (by: 'ratio' | 'total' | 'entries' | 'overlap', limit: number) => new UnreadableSheet({ code: 'bomb', by, limit })
