import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key of the trail's chain, kept outside the database in the data folder (`keys/trail.key`): who can write the
 * database alone cannot forge an entry. Made at the first call; two processes that come at once agree on one.
 */
export function trailKey(dataDir: string): Buffer {
  const path = join(dataDir, 'keys', 'trail.key')
  if (!existsSync(path)) {
    mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
    try {
      linkSync(draft, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}
