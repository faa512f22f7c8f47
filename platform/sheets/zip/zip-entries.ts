import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { done, type Outcome } from '#kernel/outcome'
import { type SheetOptions, settle } from '../limits.ts'
import { outcomeOf } from '../outcome-of.ts'
import type { SheetRefusal } from '../refusals.ts'
import { decodedBySniff } from '../text/encoding.ts'
import { entryBytes } from './entry-bytes.ts'
import { entriesOf, entryName, guardZip, openZip } from './zip-guard.ts'

export interface ZipEntry {
  /** With `/` between folders; decoded as UTF-8 or GB18030. */
  readonly name: string
  /** Unpacked, in bytes. */
  readonly size: number
  /** May be read once, before the walk goes on. Throws `UnreadableSheet` where the entry is damaged. */
  bytes(): AsyncIterable<Buffer>
  /** The same as text, in the encoding its beginning shows. */
  text(): AsyncIterable<string>
  /** Unpacks it to a file, for `openSheets`. */
  saveTo(path: string): Promise<void>
}

export interface ZipOfFiles {
  readonly entries: number
  /** Unpacked, in bytes. */
  readonly size: number
  /** The files in it, without folders and macOS leavings; may be walked once. */
  readonly files: AsyncIterable<ZipEntry>
}

/**
 * Opens a zip of several files (压缩包). Refuses, before anything is unpacked, bombs, passwords, unsafe names and
 * unknown compression by its directory; zips within it are files like any other.
 */
export async function zipEntries(path: string, options: SheetOptions = {}): Promise<Outcome<ZipOfFiles, SheetRefusal>> {
  const { limits } = settle(options)
  return outcomeOf(async () => {
    const { entries, size } = await guardZip(path, limits, limits.zipEntries)
    return done({ entries, size, files: walk(path) })
  })
}

async function* walk(path: string): AsyncGenerator<ZipEntry> {
  const zip = await openZip(path)
  for await (const entry of entriesOf(zip)) {
    const name = entryName(entry)
    if (name.endsWith('/') || name.startsWith('__MACOSX/') || name.endsWith('.DS_Store')) continue
    yield {
      name,
      size: entry.uncompressedSize,
      bytes: () => entryBytes(zip, entry),
      text: () => decodedBySniff(entryBytes(zip, entry)),
      saveTo: (target) => pipeline(entryBytes(zip, entry), createWriteStream(target)),
    }
  }
}
