import { done, type Outcome } from '#kernel/outcome'
import { type SheetOptions, settle } from '../limits.ts'
import { outcomeOf } from '../outcome-of.ts'
import { type SheetRefusal, UnreadableSheet } from '../refusals.ts'
import type { TextEncoding } from '../sheet.ts'
import { isGzip, sniff } from '../sniff.ts'
import { textOf } from './csv-sheet.ts'
import { unpackGzip } from './unpack-gzip.ts'

export interface TextFile {
  readonly kind: 'xml' | 'json' | 'csv' | 'html' | 'workbook-xml'
  readonly encoding: TextEncoding
  /** To be walked once, to the end or out of the loop: either removes what was unpacked. */
  readonly chunks: AsyncIterable<string>
}

/** Reads any text file, gzip or not, in the encoding its content shows: for the formats that are no sheets (XML, JSON). */
export async function readText(path: string, options: SheetOptions = {}): Promise<Outcome<TextFile, SheetRefusal>> {
  const settled = settle(options)
  return outcomeOf(async () => {
    const unpacked = (await isGzip(path)) ? await unpackGzip(path, settled) : null
    try {
      const { kind, encoding } = await sniff(unpacked?.path ?? path, settled.limits)
      if (kind === 'xlsx' || kind === 'xls' || kind === 'zip' || kind === 'pdf' || kind === 'unknown' || !encoding)
        throw new UnreadableSheet({ code: 'not-a-sheet', kind: kind === 'zip' || kind === 'pdf' ? kind : 'unknown' })
      return done({ kind, encoding, chunks: chunksOf(unpacked?.path ?? path, encoding, unpacked?.dispose) })
    } catch (error) {
      await unpacked?.dispose()
      throw error
    }
  })
}

async function* chunksOf(path: string, encoding: TextEncoding, dispose?: () => Promise<void>): AsyncGenerator<string> {
  try {
    yield* textOf(path, encoding)
  } finally {
    await dispose?.()
  }
}
