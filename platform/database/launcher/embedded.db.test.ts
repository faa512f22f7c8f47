import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../open.ts'
import { testPrograms } from '../testing/cluster.ts'
import { aDataFolder, type Embedded, openForTest } from '../testing/data-folder.ts'
import { aFolder, removeWithServers } from '../testing/run-folder.ts'
import { wire } from '../wire.ts'
import { connect, onDatabase } from './connect.ts'
import { runningPostmaster } from './postmaster.ts'

let folder: string
afterEach(() => removeWithServers(folder))

const asOwner = async (database: Embedded, sql: string) => {
  const client = await connect(database.owner)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('the first start makes everything, says so, and leaves no draft and no password behind', async () => {
  folder = join(aFolder(), '数据 folder')
  const said: string[] = []
  const database = await openForTest(folder, { onStep: (step) => said.push(step) })
  expect(database.started).toBe(true)
  expect(said).toEqual(['首次运行，正在建立数据库', '正在启动数据库'])
  expect(readdirSync(join(folder, 'postgres'))).toEqual([database.version.split('.')[0]])
  for (const role of ['zhizhou_owner', 'zhizhou_app']) {
    expect(statSync(join(folder, 'keys', `${role}.password`)).mode & 0o777).toBe(0o600)
  }
  expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700)
  await database.close()
  expect(runningPostmaster(database.cluster)).toBe(null)
})

test('letters beyond ASCII have lower case, the encoding is UTF8, pages have checksums, nothing listens on TCP', async () => {
  folder = await aDataFolder()
  const database = await openForTest(folder)
  const [row] = await asOwner(
    database,
    `select lower('ÄΩЖ') as lower, current_setting('server_encoding') as encoding, current_setting('data_checksums') as checksums,
            current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync, current_setting('full_page_writes') as pages`,
  )
  expect(row).toEqual({ lower: 'äωж', encoding: 'UTF8', checksums: 'on', tcp: '', fsync: 'on', pages: 'on' })
  await database.close()
})

test('nobody comes in without the password, and the product is nobody special', async () => {
  folder = await aDataFolder()
  const database = await openForTest(folder)
  const rules = await asOwner(database, 'select distinct auth_method from pg_hba_file_rules')
  expect(rules).toEqual([{ auth_method: 'scram-sha-256' }])
  for (const address of [database.owner, database.app]) {
    await expect(connect({ ...address, password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })
    await expect(connect({ ...address, password: '' })).rejects.toThrow()
  }
  const [role] = await asOwner(
    database,
    `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = 'zhizhou_app'`,
  )
  expect(role).toEqual({ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false })
  const app = wire<object>(database.app)
  await expect(app.pool.query('create table public.mine (x int)')).rejects.toMatchObject({ code: '42501' })
  await app.close()
  await database.close()
})

test("an administrator's ALTER SYSTEM and local.conf beat the settings the launcher writes", async () => {
  folder = await aDataFolder()
  const first = await openForTest(folder)
  const client = await connect(first.owner)
  await client.query(`alter system set work_mem = '7MB'`)
  await client.end()
  await first.close()
  const second = await openForTest(folder)
  expect(await asOwner(second, `select current_setting('work_mem') as work_mem`)).toEqual([{ work_mem: '7MB' }])
  await second.close()
})

test('a socket path over 107 bytes moves to the temporary directory, and goes when the server stops', async () => {
  folder = await aDataFolder()
  const deep = join(folder, '..', '很长的目录名'.repeat(8))
  renameSync(folder, deep)
  folder = deep
  const database = await openForTest(folder)
  expect(database.app.host.startsWith(folder)).toBe(false)
  expect(await asOwner(database, 'select 1 as one')).toEqual([{ one: 1 }])
  const joined = await openForTest(folder)
  expect(joined.app.host).toBe(database.app.host)
  await joined.close()
  await database.close()
  expect(existsSync(database.app.host)).toBe(false)
})

test('TCP, where there are no sockets: on 127.0.0.1, with the password, on the same port again', async () => {
  folder = await aDataFolder()
  const first = await openForTest(folder, { transport: 'tcp' })
  expect(first.app.host).toBe('127.0.0.1')
  expect(await asOwner(first, 'select 1 as one')).toEqual([{ one: 1 }])
  await expect(connect({ ...first.owner, password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })
  await first.close()
  const second = await openForTest(folder, { transport: 'tcp' })
  expect(second.app.port).toBe(first.app.port)
  await second.close()
})

test('a server that dies comes back by itself, and the pool with it', async () => {
  folder = await aDataFolder()
  const database = await openForTest(folder)
  const errors: Error[] = []
  const app = wire<object>(database.app, { onError: (error) => errors.push(error) })
  await app.pool.query('select 1')
  const before = runningPostmaster(database.cluster)
  process.kill(before?.pid ?? 0, 'SIGQUIT')
  let answer: unknown
  while (answer === undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    answer = await app.pool.query('select 1 as one').then(
      ({ rows }) => rows,
      () => undefined,
    )
  }
  expect(answer).toEqual([{ one: 1 }])
  expect(runningPostmaster(database.cluster)?.pid).not.toBe(before?.pid)
  expect(errors.length).toBeGreaterThan(0)
  await app.close()
  await database.close()
})

test('data of another major version are not touched, and the way over is named', async () => {
  folder = await aDataFolder()
  const own = readdirSync(join(folder, 'postgres'))[0] ?? ''
  renameSync(join(folder, 'postgres', own), join(folder, 'postgres', '14'))
  const dataDir = folder
  expect(await openDatabase({ dataDir, programs: testPrograms() })).toMatchObject({
    refusal: { code: 'data-of-other-major', found: 14, programs: Number(own) },
  })
  expect(readdirSync(join(folder, 'postgres'))).toEqual(['14'])
  renameSync(join(folder, 'postgres', '14'), join(folder, 'postgres', own))
  writeFileSync(join(folder, 'postgres', own, 'PG_VERSION'), '13\n')
  expect(await openDatabase({ dataDir, programs: testPrograms() })).toMatchObject({
    refusal: { code: 'data-of-other-major', found: 13 },
  })
  rmSync(join(folder, 'postgres', own, 'PG_VERSION'))
  expect(await openDatabase({ dataDir, programs: testPrograms() })).toMatchObject({ refusal: { code: 'data-damaged' } })
})

test('lost and foreign password files are told apart', async () => {
  folder = await aDataFolder()
  const [owner, app] = ['zhizhou_owner', 'zhizhou_app'].map((role) => join(folder, 'keys', `${role}.password`)) as [
    string,
    string,
  ]
  const kept = readFileSync(owner, 'utf8')
  rmSync(owner)
  expect(await openDatabase({ dataDir: folder, programs: testPrograms() })).toMatchObject({ refusal: { code: 'keys-missing' } })
  writeFileSync(owner, 'foreign\n', { mode: 0o600 })
  expect(await openDatabase({ dataDir: folder, programs: testPrograms() })).toMatchObject({ refusal: { code: 'keys-wrong' } })
  writeFileSync(owner, kept)
  // The owner can mend the product's password, so a new one is simply set.
  writeFileSync(app, 'a-new-password\n')
  const database = await openForTest(folder)
  const client = await connect(database.app)
  await client.end()
  await database.close()
})

test('programs that are missing or do not run are named', async () => {
  folder = aFolder()
  expect(await openDatabase({ dataDir: join(folder, 'data'), programs: join(folder, 'nothing') })).toMatchObject({
    refusal: { code: 'no-postgres-programs', directory: join(folder, 'nothing') },
  })
  mkdirSync(join(folder, 'bin'))
  for (const name of ['postgres', 'initdb']) {
    writeFileSync(join(folder, 'bin', name), '#!/bin/sh\necho "GLIBC_2.99 not found" >&2\nexit 1\n', { mode: 0o755 })
  }
  expect(await openDatabase({ dataDir: join(folder, 'data'), programs: join(folder, 'bin') })).toMatchObject({
    refusal: { code: 'postgres-programs-do-not-run', reason: 'GLIBC_2.99 not found' },
  })
  writeFileSync(join(folder, 'bin', 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 13.9"\n', { mode: 0o755 })
  expect(await openDatabase({ dataDir: join(folder, 'data'), programs: join(folder, 'bin') })).toMatchObject({
    refusal: { code: 'postgres-too-old', major: 13 },
  })
})

test('the product database is closed to other roles, the databases beside it exist', async () => {
  folder = await aDataFolder()
  const database = await openForTest(folder)
  const [row] = await asOwner(database, `select has_database_privilege('public', 'zhizhou', 'connect') as open`)
  expect(row).toEqual({ open: false })
  const client = await connect(onDatabase(database.owner, 'postgres'))
  await client.end()
  await database.close()
})
