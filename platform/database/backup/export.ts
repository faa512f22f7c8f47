import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { done, type Outcome } from '#kernel/outcome'
import { type Connection, connect } from '../launcher/connect.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { type OnStep, steps } from '../words.ts'
import type { BackedUp } from './back-up.ts'
import type { FileEntry } from './copy.ts'
import { type BackupOptions, beginDraft, copyFolders, dropDraft, finishDraft, refuseWithoutRoom } from './folder.ts'
import type { ExportedTable, Manifest } from './manifest.ts'
import { type MovingTable, migrationsOf, movingTables, sequencesOf, settle } from './tables.ts'

/**
 * Writes every row of the product (逻辑导出), all as of one moment, into files that any PostgreSQL this product runs on
 * can take in again: the way from one major version to another, between the embedded database and one's own, and the
 * backup of the latter. Each file is PostgreSQL's COPY text, compressed with zstd.
 * @returns refusals: target-not-empty, disk-full
 */
export async function exportDatabase(owner: Connection, options: BackupOptions): Promise<Outcome<BackedUp, DatabaseRefusal>> {
  const draft = beginDraft(options.target)
  if (!draft.done) return draft
  const { onStep = () => {}, facts = {}, folders = {} } = options
  const client = await connect(owner, 'zhizhou export')
  try {
    await settle(client)
    await client.query('begin transaction isolation level repeatable read read only')
    const { rows } = await client.query(
      `select split_part(current_setting('server_version'), ' ', 1) as version, pg_database_size(current_database())::float8 as size`,
    )
    const room = refuseWithoutRoom(draft.value.path, rows[0].size / 4)
    if (!room.done) {
      dropDraft(draft.value)
      return room
    }
    const written = await writeTables(client, draft.value.path, onStep)
    const [migrations, sequences] = [await migrationsOf(client), await sequencesOf(client)]
    await client.query('commit')
    const madeAt = new Date().toISOString()
    const along = await copyFolders(draft.value, folders, onStep)
    const manifest: Manifest = {
      format: 'zhizhou-backup-1',
      kind: 'logical',
      madeAt,
      postgres: rows[0].version,
      migrations,
      tables: written.tables,
      sequences,
      folders: Object.keys(folders),
      facts,
      directories: ['tables', ...along.directories],
      files: [...written.files, ...along.files],
    }
    await finishDraft(draft.value, manifest)
    return done({ directory: draft.value.final, manifest })
  } catch (error) {
    dropDraft(draft.value)
    throw error
  } finally {
    await client.end()
  }
}

async function writeTables(client: pg.Client, directory: string, onStep: OnStep) {
  await mkdir(join(directory, 'tables'), { mode: 0o700 })
  const tables: ExportedTable[] = []
  const files: FileEntry[] = []
  for (const table of await movingTables(client)) {
    onStep(steps.exportTable(table.name))
    const file = `tables/${table.name}.copy.zst`
    const { rows, ...written } = await writeTable(client, table, join(directory, file))
    tables.push({ ...table, rows, file })
    files.push({ path: file, ...written })
  }
  return { tables, files }
}

async function writeTable(client: pg.Client, { name, columns }: MovingTable, path: string) {
  const source = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`))
  const hash = createHash('sha256')
  let size = 0
  const meter = new Transform({
    transform(bytes: Buffer, _encoding, pass) {
      hash.update(bytes)
      size += bytes.length
      pass(null, bytes)
    },
  })
  await pipeline(source, createZstdCompress(), meter, createWriteStream(path, { mode: 0o600, flush: true }))
  return { rows: source.rowCount, size, sha256: hash.digest('hex') }
}
