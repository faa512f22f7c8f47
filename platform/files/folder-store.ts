import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { FileStore } from './file-store.ts'
import type { FileRefusal } from './words.ts'

/** Looks at a file before it has its name in the store; what it refuses leaves nothing behind. */
export type FileCheck = (path: string) => Promise<Outcome<void, FileRefusal>>

/** The store in a folder: `ab/cdef…` by digest. A file is whole, looked at and on disk before its name appears. */
export function folderStore(folder: string, check: FileCheck = async () => done(undefined)): FileStore {
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
        const clean = await check(draft)
        if (!clean.done) return clean
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
