import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { done, type Outcome, refuse } from '#kernel/outcome'

/** A file as the store knows it: its content's SHA-256 in hexadecimal, and its size in bytes. */
export interface StoredFile {
  readonly digest: string
  readonly size: number
}

/** Where uploads and papers live (文件库). One content is stored once; a place elsewhere (S3 …) would be another of these. */
export interface FileStore {
  /** Takes a stream; refuses `too-large` beyond `limit` bytes and leaves nothing behind. */
  readonly put: (content: Readable, limit: number) => Promise<Outcome<StoredFile, FileRefusal>>
  readonly read: (digest: string) => Readable
  /** A path on this machine for programs that need one. */
  readonly path: (digest: string) => string
  readonly has: (digest: string) => boolean
}

export type FileRefusal = { readonly code: 'too-large'; readonly limit: number } | { readonly code: 'empty' }

export const fileWords = {
  'too-large': ({ limit }: { limit?: unknown }) =>
    `文件超过${Math.floor(Number(limit) / 1024 / 1024)}兆字节的上限，请拆分后分次上传。`,
  empty: () => '文件是空的，请确认选择的文件是否正确。',
} as const

/** The store in a folder: `ab/cdef…` by digest. A file is whole and on disk before its name appears. */
export function folderStore(folder: string): FileStore {
  const pathOf = (digest: string) => {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new RangeError('not a digest')
    return join(folder, digest.slice(0, 2), digest.slice(2))
  }
  return {
    put: async (content, limit) => {
      const incoming = join(folder, 'incoming')
      mkdirSync(incoming, { recursive: true, mode: 0o700 })
      const draft = join(incoming, randomUUID())
      const hash = createHash('sha256')
      let size = 0
      try {
        await pipeline(
          content,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              size += chunk.length
              if (size > limit) return
              hash.update(chunk)
              yield chunk
            }
          },
          createWriteStream(draft, { mode: 0o600 }),
        )
        if (size > limit) return refuse({ code: 'too-large', limit })
        if (size === 0) return refuse({ code: 'empty' })
        const digest = hash.digest('hex')
        const path = pathOf(digest)
        const handle = await open(draft, 'r')
        await handle.sync()
        await handle.close()
        mkdirSync(join(folder, digest.slice(0, 2)), { recursive: true, mode: 0o700 })
        await rename(draft, path)
        return done({ digest, size: (await stat(path)).size })
      } finally {
        await rm(draft, { force: true })
      }
    },
    read: (digest) => createReadStream(pathOf(digest)),
    path: pathOf,
    has: (digest) => existsSync(pathOf(digest)),
  }
}
