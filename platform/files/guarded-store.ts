import { mkdirSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { refuse } from '#kernel/outcome'
import type { FileStore } from './file-store.ts'
import { folderStore } from './folder-store.ts'
import { scanBy } from './scan.ts'
import type { DailyUploads } from './uploads.ts'

/** What an installation allows to be uploaded, in bytes. */
export interface UploadRules {
  /** A person may upload so much in a day; null = as much as there is room. */
  readonly perDay: number | null
  /** So much of the disk stays free. */
  readonly keepFree: number
  /** A program that is given each file's path and says by its exit code whether it may be kept. */
  readonly scan: string | null
}

const gigabyte = 1024 ** 3

/** The rules from the environment: ZHIZHOU_UPLOAD_DAILY and ZHIZHOU_UPLOAD_KEEP_FREE in gigabytes, ZHIZHOU_UPLOAD_SCAN a program. */
export function uploadRulesOf(environment: NodeJS.ProcessEnv): UploadRules {
  const daily = gigabytes(environment.ZHIZHOU_UPLOAD_DAILY, 20)
  return {
    perDay: daily === 0 ? null : daily,
    keepFree: gigabytes(environment.ZHIZHOU_UPLOAD_KEEP_FREE, 2),
    scan: environment.ZHIZHOU_UPLOAD_SCAN || null,
  }
}

function gigabytes(text: string | undefined, usual: number): number {
  const number = Number(text)
  return (text?.trim() && Number.isFinite(number) && number >= 0 ? number : usual) * gigabyte
}

/**
 * A folder's store that keeps room on the disk, holds people to their day's uploads, and has each file looked at. Two
 * uploads of one person at the same moment may together pass the day's limit: it is there against mishaps, not thieves.
 */
export function guardedStore(
  folder: string,
  rules: UploadRules,
  uploads: DailyUploads,
  freeOf: (folder: string) => Promise<number> = freeBytes,
): FileStore {
  const store = rules.scan === null ? folderStore(folder) : folderStore(folder, scanBy(rules.scan))
  return {
    ...store,
    put: async (content, limit, from) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const free = await freeOf(folder)
      const room = free - rules.keepFree
      const used = from === undefined ? 0 : await uploads.used(from)
      const left = from === undefined || rules.perDay === null ? Number.POSITIVE_INFINITY : rules.perDay - used
      const stored = await store.put(content, Math.max(0, Math.min(limit, room, left)))
      if (stored.done) {
        if (from !== undefined) await uploads.add(from, stored.value.size)
        return stored
      }
      if (stored.refusal.code !== 'too-large') return stored
      if (room < Math.min(limit, left)) return refuse({ code: 'disk-full', free })
      return left < limit ? refuse({ code: 'uploads-used-up', perDay: rules.perDay ?? 0, used }) : stored
    },
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
