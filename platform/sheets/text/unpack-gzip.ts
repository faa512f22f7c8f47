import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { ratioMattersFrom, type SettledOptions } from '../limits.ts'
import { UnreadableSheet } from '../refusals.ts'

/**
 * Unpacks a gzip file into a temporary one, since workbooks need random access, within the same bounds as a zip entry.
 * The caller removes it by `dispose`.
 */
export async function unpackGzip(path: string, { limits, temporaryFolder }: SettledOptions) {
  const folder = await mkdtemp(join(temporaryFolder, 'zhizhou-sheet-'))
  const unpacked = join(folder, 'unpacked')
  const dispose = () => rm(folder, { recursive: true, force: true })
  const source = createReadStream(path)
  try {
    await pipeline(
      source,
      createGunzip(),
      async function* (chunks: AsyncIterable<Buffer>) {
        let size = 0
        for await (const chunk of chunks) {
          size += chunk.length
          if (size > limits.totalBytes) throw new UnreadableSheet({ code: 'bomb', by: 'total', limit: limits.totalBytes })
          if (size > ratioMattersFrom && size > source.bytesRead * limits.ratio)
            throw new UnreadableSheet({ code: 'bomb', by: 'ratio', limit: limits.ratio })
          yield chunk
        }
      },
      createWriteStream(unpacked),
    )
  } catch (error) {
    await dispose()
    const code = (error as NodeJS.ErrnoException).code
    throw code?.startsWith('Z_') ? new UnreadableSheet({ code: 'damaged-file' }, error) : error
  }
  return { path: unpacked, dispose }
}
