import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { done, type Outcome } from '#kernel/outcome'
import { connect } from '../launcher/connect.ts'
import { openDatabase } from '../open.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import type { OnStep } from '../words.ts'
import { restoreBackup } from './restore.ts'
import { movingTables, settle } from './tables.ts'

/** What a rehearsal read. */
export interface Rehearsed {
  readonly tables: number
  readonly rows: number
}

/**
 * Restores a physical backup into a temporary folder, starts it, reads every row of every table, and removes it again
 * (恢复演练). A backup counts only after this.
 * @returns refusals: those of restoreBackup and openDatabase
 */
export async function rehearseRestore(
  directory: string,
  options: { programs?: string | undefined; within?: string; onStep?: OnStep } = {},
): Promise<Outcome<Rehearsed, DatabaseRefusal>> {
  const folder = await mkdtemp(join(options.within ?? tmpdir(), 'zhizhou-rehearsal-'))
  try {
    const dataDir = join(folder, 'data')
    const restored = await restoreBackup(directory, dataDir, options)
    if (!restored.done) return restored
    const opened = await openDatabase({ ...options, dataDir })
    if (!opened.done) return opened
    try {
      const client = await connect(opened.value.owner, 'zhizhou rehearsal')
      await settle(client)
      const tables = await movingTables(client)
      let rows = 0
      // The text of each row is made, so that pages, checksums and what lies outside the row are all read.
      for (const { name } of tables) {
        const { rows: counted } = await client.query(`select count(t::text)::float8 as n from ${name} t`)
        rows += counted[0].n
      }
      await client.end()
      return done({ tables: tables.length, rows })
    } finally {
      await opened.value.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
