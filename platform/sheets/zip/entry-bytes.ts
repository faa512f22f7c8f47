import { pipeline, type Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { UnreadableSheet } from '../refusals.ts'

/** Eight times what zlib hands out by itself: fewer turns for the same bytes. */
const chunkSize = 128 * 1024

/**
 * The unpacked bytes of an entry. Throws `UnreadableSheet` where it unpacks to more or less than the directory promised,
 * on which the guard relied, or to something of another checksum.
 */
export async function* entryBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0
  let size = 0
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    const unpacked = entry.compressionMethod === 0 ? packed : inflated(packed)
    for await (const chunk of unpacked) {
      size += chunk.length
      if (size > entry.uncompressedSize) throw new UnreadableSheet({ code: 'damaged-file' })
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet({ code: 'damaged-file' }, error)
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new UnreadableSheet({ code: 'damaged-file' })
}

function inflated(packed: Readable): Readable {
  // What goes wrong is met by whoever reads; the callback only keeps it from being met twice.
  return pipeline(packed, createInflateRaw({ chunkSize }), () => {})
}
