import { chownSync, statfsSync, writeFileSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { ServerAccount } from './server-account.ts'

/** How much of the machine the server may take: 'roomy' for work, 'small' for tests, which may also lose the last instants. */
export type Tuning = 'roomy' | 'small'

const MB = 1048576

/**
 * The settings of the embedded server. They stand in a file and not on the command line, where they would beat an
 * administrator's ALTER SYSTEM. fsync and full_page_writes are never touched.
 */
export function settingsText(tuning: Tuning, memory = totalmem()): string {
  const mb = (share: number, most: number) => `${Math.max(4, Math.min(most, Math.floor(memory / share / MB)))}MB`
  const settings = {
    shared_buffers: tuning === 'small' ? '64MB' : mb(8, 4096),
    effective_cache_size: mb(2, 65536),
    work_mem: tuning === 'small' ? '16MB' : mb(64, 64),
    maintenance_work_mem: mb(16, tuning === 'small' ? 64 : 512),
    max_wal_size: tuning === 'small' ? '512MB' : '2GB',
    max_connections: 100,
    random_page_cost: 1.1,
    jit: 'off',
    dynamic_shared_memory_type: sharedMemory(),
    // Sentences for people come from the product; the log says that something failed and never what was in the row.
    lc_messages: "'C'",
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: "'Asia/Shanghai'",
    timezone: "'Asia/Shanghai'",
    ...(tuning === 'small'
      ? { synchronous_commit: 'off', autovacuum: 'off' }
      : { logging_collector: 'on', log_filename: "'%d.log'", log_truncate_on_rotation: 'on', log_rotation_size: 0 }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  return `# Written at every start. Put your own settings into local.conf beside it, or use ALTER SYSTEM.\n${lines.join('\n')}\n`
}

/** Containers often have 64 MB of /dev/shm, too little for a parallel query. */
function sharedMemory(): string {
  if (process.platform === 'win32') return 'windows'
  if (process.platform !== 'linux') return 'posix'
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks >= 256 * MB ? 'posix' : 'mmap'
  } catch {
    return 'mmap'
  }
}

/** Writes the settings into a cluster, readable by the server's account. */
export function writeSettings(cluster: string, account: ServerAccount, tuning: Tuning): void {
  const file = join(cluster, 'zhizhou.conf')
  writeFileSync(file, settingsText(tuning), { mode: 0o600 })
  if (account) chownSync(file, account.uid, account.gid)
}

/** Lines that make PostgreSQL read them. */
export const includeLines = "\ninclude 'zhizhou.conf'\ninclude_if_exists 'local.conf'\n"

/** Who may come in: everybody with a password, nobody without. */
export const accessText = `# Written when the cluster was made. No line says trust.
local all all scram-sha-256
host  all all 127.0.0.1/32 scram-sha-256
`
