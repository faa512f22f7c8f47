import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type NumberList, unpackEnds, unpackNumbers } from '#kernel/packed-list'

/** Phones that were away longer than these many versions fetch the whole list again. */
const mostKept = 60

/** Earlier versions of the list, of which the differences are made; a folder that is lost costs phones one full list. */
export interface KeptLists {
  readonly keep: (version: string, numbers: Uint8Array, ends: Uint8Array) => Promise<void>
  /** Null where it is no longer kept. */
  readonly read: (version: string) => Promise<NumberList | null>
}

export function keptLists(folder: string): KeptLists {
  const pathOf = (version: string) => join(folder, `${version}.list`)
  return {
    keep: async (version, numbers, ends) => {
      if (existsSync(pathOf(version))) return
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const length = Buffer.alloc(4)
      length.writeUInt32LE(numbers.length)
      const draft = `${pathOf(version)}.${process.pid}`
      await writeFile(draft, Buffer.concat([length, numbers, ends]), { mode: 0o600 })
      renameSync(draft, pathOf(version))
      for (const name of oldest(folder)) rmSync(join(folder, name), { force: true })
    },
    read: async (version) => {
      const bytes = await readFile(pathOf(version)).catch(() => null)
      if (bytes === null) return null
      const end = 4 + bytes.readUInt32LE()
      return unpackEnds(unpackNumbers(bytes.subarray(4, end)), bytes.subarray(end))
    },
  }
}

/** What is beyond the number to be kept, and drafts that a stopped process left. */
function oldest(folder: string): string[] {
  const made = readdirSync(folder)
    .map((name) => ({ name, at: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.at - a.at)
  return made.slice(mostKept).map(({ name }) => name)
}
