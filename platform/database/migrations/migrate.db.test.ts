import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { anEmptyDatabase, type TestDatabase } from '../testing/index.ts'
import { aFolder } from '../testing/run-folder.ts'
import { migrate } from './migrate.ts'

let directory: string
let database: TestDatabase<object>
beforeAll(async () => {
  database = await anEmptyDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  directory = aFolder()
})
afterEach(async () => {
  rmSync(directory, { recursive: true })
  await database.owner.pool.query('drop schema if exists platform, tried cascade')
})

const file = (name: string, sql: string) => writeFileSync(join(directory, name), sql)
const run = () => migrate(database.ownerConnection, { directory })
const rows = async (sql: string) => (await database.owner.pool.query(sql)).rows

test('each file runs once, in order, and is written down', async () => {
  file('1.sql', 'create schema tried; create table tried.t (x int);')
  file('2.sql', 'insert into tried.t values (1);')
  expect(await run()).toEqual({ done: true, value: { applied: ['1.sql', '2.sql'] } })
  expect(await run()).toEqual({ done: true, value: { applied: [] } })
  file('3.sql', 'insert into tried.t values (2);')
  expect(await run()).toEqual({ done: true, value: { applied: ['3.sql'] } })
  expect(await rows('select x from tried.t order by x')).toEqual([{ x: 1 }, { x: 2 }])
  expect(await rows('select name from platform.migration order by name')).toHaveLength(3)
})

test('a file that fails leaves nothing, names its line, and those before it stay', async () => {
  file('1.sql', 'create schema tried;')
  file('2.sql', 'create table tried.t (x int);\n\ninsert into tried.t values (wrong);')
  expect(await run()).toMatchObject({
    refusal: { code: 'migration-failed', name: '2.sql', reason: 'column "wrong" does not exist (line 3)' },
  })
  expect(await rows(`select to_regclass('tried.t') as t`)).toEqual([{ t: null }])
  expect(await rows('select name from platform.migration')).toEqual([{ name: '1.sql' }])
})

test('a file changed after it ran is refused', async () => {
  file('1.sql', 'create schema tried;')
  await run()
  file('1.sql', 'create schema tried; -- a word more')
  expect(await run()).toEqual({ done: false, refusal: { code: 'migration-changed', name: '1.sql' } })
})

test('a database that has run what this program does not have is refused', async () => {
  file('1.sql', 'create schema tried;')
  file('2.sql', 'create table tried.t (x int);')
  await run()
  rmSync(join(directory, '2.sql'))
  expect(await run()).toEqual({ done: false, refusal: { code: 'migration-missing', name: '2.sql' } })
})

test('many that start at once wait for one another and run each file once', async () => {
  file('1.sql', 'create schema tried; create table tried.t (x int);')
  file('2.sql', 'insert into tried.t select 1 from pg_sleep(0.2);')
  const answers = await Promise.all(Array.from({ length: 4 }, run))
  const applied = answers.map((answer) => (answer.done ? answer.value.applied.length : answer.refusal))
  expect(applied.sort()).toEqual([0, 0, 0, 2])
  expect(await rows('select count(*)::int as n from tried.t')).toEqual([{ n: 1 }])
})

test('outside a transaction an index is built concurrently, and a failed file runs again', async () => {
  file('1.sql', 'create schema tried; create table tried.t (x int); insert into tried.t values (1), (1);')
  file(
    '2.sql',
    '-- outside transaction\ndrop index concurrently if exists tried.one;\ncreate unique index concurrently one on tried.t (x);\n',
  )
  expect(await run()).toMatchObject({ refusal: { code: 'migration-failed', name: '2.sql' } })
  await database.owner.pool.query('delete from tried.t')
  expect(await run()).toMatchObject({ value: { applied: ['2.sql'] } })
  expect(await rows(`select indisvalid from pg_index where indexrelid = 'tried.one'::regclass`)).toEqual([{ indisvalid: true }])
})

test("the product's role may not change what is written down", async () => {
  file('1.sql', 'grant usage on schema platform to zhizhou_app; grant select on platform.migration to zhizhou_app;')
  await run()
  await expect(database.app.pool.query('delete from platform.migration')).rejects.toMatchObject({ code: '42501' })
})
