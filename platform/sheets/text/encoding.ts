import { isAscii, isUtf8 } from 'node:buffer'
import type { FileHandle } from 'node:fs/promises'
import type { TextEncoding } from '../sheet.ts'

const sampleSize = 64 * 1024
const samplesWanted = 16

/**
 * The encoding of a text file, by its content: a mark at the start, NULs that betray UTF-16, else UTF-8 or GB18030.
 * Reads on past plain ASCII until it has met enough other characters to tell, as names often stand far behind English headings.
 */
export async function detectFileEncoding(file: FileHandle): Promise<TextEncoding> {
  const buffer = Buffer.alloc(sampleSize)
  const samples: Buffer[] = []
  for (let position = 0; samples.length < samplesWanted; ) {
    const { bytesRead } = await file.read(buffer, 0, sampleSize, position)
    if (bytesRead === 0) break
    const bytes = buffer.subarray(0, bytesRead)
    if (position === 0) {
      const marked = byMark(bytes) ?? byNulls(bytes)
      if (marked) return marked
    }
    if (!isAscii(bytes)) samples.push(Buffer.from(bytes))
    position += bytesRead
  }
  return utf8OrGb18030(samples)
}

/** The encoding of text whose beginning is at hand. */
export function detectEncoding(head: Uint8Array): TextEncoding {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  return byMark(bytes) ?? byNulls(bytes) ?? utf8OrGb18030([bytes])
}

function byMark(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33 ? 'gb18030' : null
}

/** UTF-16 without a mark: digits, separators and line ends leave a NUL on one side. */
function byNulls(bytes: Buffer): TextEncoding | null {
  const nulls = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) nulls[at & 1]!++
  const [even, odd] = [nulls[0]!, nulls[1]!]
  if (Math.max(even, odd) * 20 < bytes.length) return null
  if (odd > even * 10) return 'utf-16le'
  return even > odd * 10 ? 'utf-16be' : null
}

/** A UTF-8 file with some broken bytes is still UTF-8; GB18030 read as UTF-8 breaks at most of its characters. */
function utf8OrGb18030(samples: readonly Buffer[]): TextEncoding {
  if (samples.every((sample) => isUtf8(sample))) return 'utf-8'
  let good = 0
  let broken = 0
  for (const sample of samples) {
    let from = 0
    while (from < 3 && (sample[from]! & 0xc0) === 0x80) from++
    // `stream` leaves a character cut at the sample's end uncounted.
    for (const character of new TextDecoder('utf-8').decode(sample.subarray(from), { stream: true })) {
      if (character === '\ufffd') broken++
      else if (character > '\x7f') good++
    }
  }
  return good >= broken ? 'utf-8' : 'gb18030'
}

/** Bytes as text. Bytes that are none become U+FFFD; a character cut between two chunks is put together; the mark is dropped. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let first = true
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (text === '') continue
    yield first && text.startsWith('\ufeff') ? text.slice(1) : text
    first = false
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}

/** As `decoded`, in the encoding that the beginning shows. */
export async function* decodedBySniff(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const iterator = chunks[Symbol.asyncIterator]()
  try {
    const head: Uint8Array[] = []
    let size = 0
    while (size < sampleSize) {
      const next = await iterator.next()
      if (next.done) break
      head.push(next.value)
      size += next.value.length
    }
    yield* decoded(following(head, iterator), detectEncoding(Buffer.concat(head)))
  } finally {
    await iterator.return?.()
  }
}

async function* following(head: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* head
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
}
