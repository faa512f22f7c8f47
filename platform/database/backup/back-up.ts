import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type pg from 'pg'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Database } from '../database.ts'
import { type Address, connect, onDatabase } from '../launcher/connect.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { steps } from '../words.ts'
import { copyTree, type FileEntry, type Tree, treeOf, writeThrough } from './copy.ts'
import {
  type BackupOptions,
  beginDraft,
  copyFolders,
  type Draft,
  dropDraft,
  finishDraft,
  listFolders,
  refuseWithoutRoom,
  sizeOf,
} from './folder.ts'
import type { Manifest } from './manifest.ts'

/** What was saved. */
export interface BackedUp {
  readonly directory: string
  readonly manifest: Manifest
}

/**
 * Saves the embedded database while it works (物理备份): every act acknowledged before the end is in it. The data
 * folder's keys, without which it cannot be opened, and the folders given are saved along, after the database.
 * @returns refusals: backup-needs-embedded, target-not-empty, disk-full
 */
export async function backUp(database: Database, options: BackupOptions): Promise<Outcome<BackedUp, DatabaseRefusal>> {
  const { cluster } = database
  if (cluster === null) return refuse({ code: 'backup-needs-embedded' })
  const draft = beginDraft(options.target)
  if (!draft.done) return draft
  try {
    const keys = join(dirname(dirname(cluster)), 'keys')
    const saved = await save(database, cluster, draft.value, { ...options, folders: { keys, ...options.folders } })
    if (!saved.done) dropDraft(draft.value)
    return saved
  } catch (error) {
    dropDraft(draft.value)
    throw error
  }
}

async function save(
  database: Database,
  cluster: string,
  draft: Draft,
  { folders, facts = {}, onStep = () => {} }: BackupOptions,
): Promise<Outcome<BackedUp, DatabaseRefusal>> {
  const tree = await treeOf(cluster, isLeftOut)
  const others = (await listFolders(folders)).reduce((sum, { root, tree }) => sum + sizeOf(root, tree), 0)
  const room = refuseWithoutRoom(draft.path, sizeOf(cluster, tree) + others)
  if (!room.done) return room
  onStep(steps.copyDatabase)
  const copied = await copyCluster(database.owner as Address, cluster, draft, () => onStep(steps.finishBackup))
  const madeAt = new Date().toISOString()
  const along = await copyFolders(draft, folders, onStep)
  const manifest: Manifest = {
    format: 'zhizhou-backup-1',
    kind: 'physical',
    madeAt,
    postgres: database.version,
    wal: copied.wal,
    folders: Object.keys(folders ?? {}),
    facts,
    directories: [...copied.directories, ...along.directories],
    files: [...copied.files, ...along.files],
  }
  await finishDraft(draft, manifest)
  return done({ directory: draft.final, manifest })
}

interface Copied {
  files: FileEntry[]
  directories: string[]
  wal: { start: string; stop: string }
}

/** The cluster between pg_backup_start and pg_backup_stop, and exactly the write-ahead files of that span. */
async function copyCluster(owner: Address, cluster: string, draft: Draft, onFinish: () => void): Promise<Copied> {
  const to = join(draft.path, 'cluster')
  const client = await connect(onDatabase(owner, 'postgres'), 'zhizhou backup')
  try {
    // A temporary slot holds the write-ahead files until they are copied; checkpoints would else recycle them.
    const slot = `zhizhou_backup_${randomBytes(4).toString('hex')}`
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
    const start = await one(
      client,
      `select lsn::text as lsn, pg_walfile_name(lsn) as file from pg_backup_start('zhizhou', true) lsn`,
    )
    const tree = await treeOf(cluster, isLeftOut)
    const files = await copyTree(cluster, to, controlLast(tree), 'cluster')
    onFinish()
    const stop = await one(
      client,
      `select lsn::text as lsn, pg_walfile_name(lsn) as file, labelfile as label, spcmapfile as map from pg_backup_stop(false)`,
    )
    files.push({ path: 'cluster/backup_label', ...(await writeThrough(join(to, 'backup_label'), stop.label ?? '')) })
    if (stop.map) throw new Error('The embedded cluster has tablespaces, which its backup does not save.')
    // Never the rest of pg_wal: files made ready for later use have higher names and fill the disk.
    const span = walSpan(readdirSync(join(cluster, 'pg_wal')), start.file, stop.file)
    files.push(
      ...(await copyTree(join(cluster, 'pg_wal'), join(to, 'pg_wal'), { files: span, directories: [] }, 'cluster/pg_wal')),
    )
    const directories = ['cluster', ...tree.directories.map((directory) => `cluster/${directory}`)]
    return { files, directories, wal: { start: start.lsn, stop: stop.lsn } }
  } finally {
    await client.end()
  }
}

/** The write-ahead files from one to another, none missing. */
export function walSpan(present: readonly string[], start: string, stop: string): string[] {
  const span = present.filter((name) => /^[0-9A-F]{24}$/.test(name) && start <= name && name <= stop).sort()
  // The last eight digits count to FF and carry over into the eight before them.
  const number = (name: string) => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16)
  if (span.length !== number(stop) - number(start) + 1) throw new Error(`Write-ahead files from ${start} to ${stop} are missing`)
  return span
}

interface Position {
  lsn: string
  file: string
  label?: string
  map?: string
}

async function one(client: pg.Client, sql: string): Promise<Position> {
  return (await client.query<Position>(sql)).rows[0] as Position
}

const EMPTIED = [
  'pg_wal',
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'log',
]
const OMITTED = ['postmaster.pid', 'postmaster.opts', 'backup_label', 'tablespace_map', 'backup_manifest', 'current_logfiles']

/** What the server makes anew and a copy must not bring along, as PostgreSQL's handbook lists it. */
function isLeftOut(path: string): boolean {
  return EMPTIED.includes(path) || OMITTED.includes(path) || /^(pgsql_tmp|pg_internal\.init)/.test(basename(path))
}

/** pg_control says how far the copy must be rolled forward at least; the latest is the safest. */
function controlLast(tree: Tree): Tree {
  const control = 'global/pg_control'
  return { ...tree, files: [...tree.files.filter((path) => path !== control), control] }
}
