import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Address } from '../launcher/connect.ts'
import { connect } from '../launcher/connect.ts'
import { migrate } from '../migrations/migrate.ts'
import { testPrograms } from '../testing/cluster.ts'
import { aDataFolder, type Embedded, openForTest } from '../testing/data-folder.ts'
import { aFolder, removeWithServers } from '../testing/run-folder.ts'
import { makeWrittenTable, numbersWritten, startWriting } from '../testing/writing.ts'
import { backUp } from './back-up.ts'
import { copyTree } from './copy.ts'
import { rehearseRestore } from './rehearse.ts'
import { restoreBackup } from './restore.ts'
import { verifyBackup } from './verify.ts'

let source: string
let database: Embedded
beforeAll(async () => {
  source = await aDataFolder()
  database = await openForTest(source, { tuning: 'roomy' })
  await migrate(database.owner)
  await makeWrittenTable(database)
})
afterAll(async () => {
  await database.close()
  await removeWithServers(source)
})

async function saved(options: Partial<Parameters<typeof backUp>[1]> = {}) {
  const answer = await backUp(database, { target: { within: join(source, 'backups') }, ...options })
  if (!answer.done) throw new Error(answer.refusal.code)
  return answer.value
}

/** Makes the server write much and tidy up after itself, so that it would recycle write-ahead files. */
async function stir(owner: Address) {
  const client = await connect(owner)
  for (let turn = 0; turn < 4; turn++) await client.query('select pg_switch_wal()').then(() => client.query('checkpoint'))
  await client.end()
}

test('saved while written to, restored in a new place: everything acknowledged before the end is there', async () => {
  const store = join(source, 'files')
  mkdirSync(join(store, '空', 'ab'), { recursive: true })
  writeFileSync(join(store, 'ab.pdf'), '附件')
  const writing = await startWriting(source)
  const stirring = stir(database.owner)
  let before: number[] = []
  const backup = await saved({
    folders: { files: store },
    facts: { trail: { n: 7 } },
    onStep: (step) => {
      if (step === '正在结束数据库备份') before = [...writing.acknowledged]
    },
  })
  await stirring
  await writing.kill()
  expect(before.length).toBeGreaterThan(0)
  expect(backup.manifest).toMatchObject({
    kind: 'physical',
    postgres: database.version,
    folders: ['keys', 'files'],
    facts: { trail: { n: 7 } },
  })

  const target = join(aFolder(), 'restored')
  expect((await restoreBackup(backup.directory, target)).done).toBe(true)
  const restored = await openForTest(target)
  const there = await numbersWritten(restored)
  expect(before.filter((n) => !there.has(n))).toEqual([])
  const client = await connect(restored.app)
  await client.query('insert into written.line (n, text) values (-1, $1)', ['写得进去'])
  await client.end()
  expect((await migrate(restored.owner)).done).toBe(true)
  expect(readFileSync(join(target, 'files', 'ab.pdf'), 'utf8')).toBe('附件')
  expect(statSync(join(target, 'files', '空', 'ab')).isDirectory()).toBe(true)
  expect(statSync(join(target, 'keys')).mode & 0o777).toBe(0o700)
  await restored.close()
  await removeWithServers(target)
})

test('only the write-ahead files of its own span are saved, not those made ready for later', async () => {
  await stir(database.owner)
  const { manifest } = await saved()
  const wal = manifest.files.filter(({ path }) => /^cluster\/pg_wal\/[0-9A-F]{24}$/.test(path))
  expect(wal.length).toBeLessThanOrEqual(2)
  expect(readdirSync(join(database.cluster, 'pg_wal')).length).toBeGreaterThan(wal.length)
  const left = ['postmaster.pid', 'pg_internal.init', 'postmaster.opts']
  expect(manifest.files.filter(({ path }) => left.some((name) => path.endsWith(name)))).toEqual([])
})

test('no slot is left behind to hold write-ahead files for ever', async () => {
  await saved()
  const client = await connect(database.owner)
  expect((await client.query('select slot_name from pg_replication_slots')).rows).toEqual([])
  await client.end()
})

test('a rehearsal restores it, reads every row and leaves nothing', async () => {
  const backup = await saved()
  const within = aFolder()
  const rehearsed = await rehearseRestore(backup.directory, { within, programs: testPrograms() })
  expect(rehearsed).toMatchObject({ done: true })
  expect(rehearsed.done && rehearsed.value.tables).toBeGreaterThan(10)
  expect(readdirSync(within)).toEqual([])
})

test('a changed, a cut and a missing file are found, by verification and by restoration, which leaves nothing', async () => {
  const backup = await saved()
  expect((await verifyBackup(backup.directory)).done).toBe(true)
  const at = (path: string) => join(backup.directory, path)
  const base = backup.manifest.files
    .filter(({ path, size }) => path.startsWith('cluster/base/') && size > 0)
    .map(({ path }) => path)
  const [changed, missing] = base as [string, string]
  const bytes = readFileSync(at(changed))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(at(changed), bytes)
  rmSync(at(missing))
  appendFileSync(at('folders/keys/zhizhou_app.password'), 'x')
  const expected = { refusal: { code: 'backup-damaged', count: 3 } }
  expect(await verifyBackup(backup.directory)).toMatchObject(expected)
  const target = join(aFolder(), 'restored')
  expect(await restoreBackup(backup.directory, target)).toMatchObject(expected)
  expect(readdirSync(join(target, 'postgres'))).toEqual([])
})

test('nothing is overwritten: neither a folder with something in it nor a data folder in use', async () => {
  const full = aFolder()
  writeFileSync(join(full, 'x'), '')
  expect(await backUp(database, { target: { directory: full } })).toEqual({
    done: false,
    refusal: { code: 'target-not-empty', path: full },
  })
  const empty = aFolder()
  const backup = await saved({ target: { directory: empty } })
  expect(backup.directory).toBe(empty)
  expect(await restoreBackup(backup.directory, source)).toMatchObject({ refusal: { code: 'target-not-empty' } })
})

test('what is no backup, what points outside, and what is of another kind, is refused', async () => {
  const folder = aFolder()
  expect(await restoreBackup(folder, join(folder, 'd'))).toEqual({ done: false, refusal: { code: 'not-a-backup', path: folder } })
  const manifest = { format: 'zhizhou-backup-1', kind: 'logical', folders: [], directories: [], files: [] }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  expect(await restoreBackup(folder, join(folder, 'd'))).toMatchObject({
    refusal: { code: 'backup-of-other-kind', kind: 'logical' },
  })
  const outside = { ...manifest, kind: 'physical', files: [{ path: 'cluster/../../../etc/passwd', size: 0, sha256: '' }] }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(outside))
  expect(await restoreBackup(folder, join(folder, 'd'))).toMatchObject({ refusal: { code: 'not-a-backup' } })
})

test('what a killed backup left is removed by the next', async () => {
  const within = join(aFolder(), 'backups')
  mkdirSync(join(within, `2026-01-01T00-00-00-000Z.partial-${2 ** 22 - 1}`), { recursive: true })
  await saved({ target: { within } })
  expect(readdirSync(within).filter((name) => name.includes('partial'))).toEqual([])
})

test('a file that goes while it is copied is left out', async () => {
  const [from, to] = [aFolder(), aFolder()]
  writeFileSync(join(from, 'stays'), 'x')
  writeFileSync(join(from, 'goes'), 'x')
  renameSync(join(from, 'goes'), join(from, 'gone'))
  const copied = await copyTree(from, to, { files: ['stays', 'goes'], directories: [] }, 'p')
  expect(copied.map(({ path }) => path)).toEqual(['p/stays'])
})
