import type { Readable } from 'node:stream'
import type { ScanKind } from './store/versions.ts'

/** The most bytes of one scan. */
export const scanLimit = 20 * 1024 * 1024

export const scanTypes: Readonly<Record<ScanKind, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
}

const marks: readonly (readonly [ScanKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** The kind of a scan by its first bytes, whatever its name says; null where it is none. */
export async function scanKindOf(content: Readable): Promise<ScanKind | null> {
  for await (const chunk of content) {
    const head = chunk as Buffer
    return marks.find(([, mark]) => mark.every((byte, index) => head[index] === byte))?.[0] ?? null
  }
  return null
}
