import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** A page as it goes over the wire. */
export interface SentPage {
  readonly status: number
  readonly etag: string
  readonly plain: Buffer
  /** Compressed when first asked for so, and kept with the page. */
  readonly packed: (encoding: 'br' | 'gzip') => Promise<Buffer>
}

const [br, gz] = [promisify(brotliCompress), promisify(gzip)]

/** A page out of its markup. */
export function sentPage(status: number, markup: string): SentPage {
  const plain = Buffer.from(markup)
  const packed: { br?: Promise<Buffer>; gzip?: Promise<Buffer> } = {}
  return {
    status,
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 22),
    plain,
    packed: (encoding) => {
      packed[encoding] ??=
        encoding === 'br'
          ? br(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } })
          : gz(plain, { level: 6 })
      return packed[encoding]
    },
  }
}

interface Kept {
  readonly version: string
  readonly until: number
  readonly page: Promise<SentPage>
}

/** Pages are kept this long at most, in milliseconds: what does not raise the version shows after it. */
const keptFor = 60_000
const mostPages = 2000

/**
 * Pages that were made a moment ago (页面缓存), so that what many ask for is made once. A page goes when the version of the register
 * or a minute has passed, and when two thousand newer ones came. Who asks while a page is being made waits for that one.
 */
export function keptPages(most = mostPages) {
  const kept = new Map<string, Kept>()
  return async (key: string, version: string, make: () => Promise<SentPage>): Promise<SentPage> => {
    const found = kept.get(key)
    if (found && found.version === version && performance.now() < found.until) {
      kept.delete(key)
      kept.set(key, found)
      return found.page
    }
    const page = make()
    const own = { version, until: performance.now() + keptFor, page }
    kept.delete(key)
    kept.set(key, own)
    if (kept.size > most) kept.delete(kept.keys().next().value as string)
    try {
      const made = await page
      // What went wrong or was not found is made anew: it is cheap, and anybody can ask for it under endless names.
      if (made.status !== 200 && kept.get(key) === own) kept.delete(key)
      return made
    } catch (error) {
      if (kept.get(key) === own) kept.delete(key)
      throw error
    }
  }
}
