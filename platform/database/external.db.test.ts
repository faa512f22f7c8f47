import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportDatabase } from './backup/export.ts'
import { importDatabase } from './backup/import.ts'
import { migrate } from './migrations/migrate.ts'
import { openDatabase } from './open.ts'
import { aDatabase, aFolder, type TestDatabase } from './testing/index.ts'
import { wire } from './wire.ts'

let database: TestDatabase<object>
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.drop())

const url = (way: { host: string; user: string; password: string; database: string }) =>
  `postgres://${way.user}:${way.password}@/${way.database}?host=${encodeURIComponent(way.host)}`
const dataDir = '/nowhere/at/all'

test('DATABASE_URL is used and nothing is started; the owner apart guards the trail', async () => {
  const opened = await openDatabase({ dataDir, url: url(database.appConnection), ownerUrl: url(database.ownerConnection) })
  if (!opened.done) throw new Error(opened.refusal.code)
  expect(opened.value).toMatchObject({
    kind: 'external',
    started: false,
    guarded: true,
    cluster: null,
    version: database.version,
  })
  const app = wire<object>(opened.value.app)
  expect((await app.pool.query('select current_user as "user"')).rows).toEqual([{ user: 'zhizhou_app' }])
  await app.close()
  await opened.value.close()
})

test('without an owner, or as a superuser, the guard is off', async () => {
  const alone = await openDatabase({ dataDir, url: url(database.appConnection) })
  expect(alone).toMatchObject({ done: true, value: { guarded: false } })
  const both = url(database.ownerConnection)
  expect(await openDatabase({ dataDir, url: both, ownerUrl: both })).toMatchObject({ value: { guarded: false } })
})

test('a wrong address, a wrong password and a silent host are told apart, and no password is repeated', async () => {
  expect(await openDatabase({ dataDir, url: 'mysql://x@y/z' })).toMatchObject({
    refusal: { code: 'bad-database-url', name: 'DATABASE_URL' },
  })
  const wrong = url({ ...database.appConnection, password: 'geheim' })
  const refused = await openDatabase({ dataDir, url: wrong })
  expect(refused).toMatchObject({ refusal: { code: 'database-unreachable' } })
  expect(JSON.stringify(refused)).not.toContain('geheim')
  expect(await openDatabase({ dataDir, url: 'postgres://a:b@127.0.0.1:1/c' })).toMatchObject({
    refusal: { code: 'database-unreachable', where: '127.0.0.1:1/c' },
  })
})

test('a database that is not UTF8 is refused', async () => {
  const name = `latin_${database.name}`
  await database.owner.pool.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`)
  expect(await openDatabase({ dataDir, url: url({ ...database.ownerConnection, database: name }) })).toMatchObject({
    refusal: { code: 'database-not-utf8', encoding: 'LATIN1' },
  })
  await database.owner.pool.query(`drop database ${name}`)
})

test('an owner who is no superuser migrates, exports, imports, and the product works beside him', async () => {
  const [from, to] = [`plain_${database.name}`, `second_${database.name}`]
  const role = `owner_${database.name}`
  const { pool } = database.owner
  await pool.query(`create role ${role} login password 'plain'`)
  for (const name of [from, to]) {
    await pool.query(`create database ${name} owner ${role} template template0`)
    await pool.query(`revoke all on database ${name} from public; grant connect, temporary on database ${name} to zhizhou_app`)
  }
  const owner = (name: string) => ({ ...database.ownerConnection, user: role, password: 'plain', database: name })
  for (const name of [from, to]) expect(await migrate(owner(name))).toMatchObject({ done: true })
  const app = wire<object>({ ...database.appConnection, database: from })
  await app.pool.query(`select graphile_worker.add_job('later')`)
  await app.close()
  const exported = await exportDatabase(owner(from), { target: { directory: join(aFolder(), 'export') } })
  if (!exported.done) throw new Error(exported.refusal.code)
  expect(await importDatabase(exported.value.directory, owner(to))).toMatchObject({ done: true })
  const again = wire<object>({ ...database.appConnection, database: to })
  expect((await again.pool.query('select task_identifier as task from graphile_worker.jobs')).rows).toEqual([{ task: 'later' }])
  await again.close()
  for (const name of [from, to]) await pool.query(`drop database ${name} with (force)`)
  await pool.query(`drop role ${role}`)
})
