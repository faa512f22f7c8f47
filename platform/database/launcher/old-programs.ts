import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Folders } from './folders.ts'

/** So long a copy may lie unused before it is taken for left over: another process may have made it for a start that is under way. */
const leftOver = 3_600_000

/**
 * Removes the copies of PostgreSQL's programs that an upgrade left behind: all but ours and that of the running server,
 * whose path stands in the cluster's `postmaster.opts`. The start lock must be held. A copy that cannot be removed waits
 * for the next start.
 */
export function removeOldPrograms(folders: Folders, cluster: string, bin: string): void {
  if (!existsSync(folders.programs)) return
  const used = [bin, programOf(cluster)]
  for (const name of readdirSync(folders.programs)) {
    const copy = join(folders.programs, name)
    if (used.some((path) => path.startsWith(copy + sep))) continue
    if (Date.now() - statSync(copy).mtimeMs < leftOver) continue
    try {
      rmSync(copy, { recursive: true, force: true })
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    }
  }
}

/** The program that the cluster's server was last started from; empty where none ever was. */
function programOf(cluster: string): string {
  const options = join(cluster, 'postmaster.opts')
  return existsSync(options) ? (/^"?(.+?)"? "-D"/.exec(readFileSync(options, 'utf8'))?.[1] ?? '') : ''
}
