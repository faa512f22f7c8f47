import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from './testing/index.ts'

let database: TestDatabase<object>
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.drop())

test('a day arrives as the text it is, alone and in arrays', async () => {
  const { rows } = await database.app.pool.query(`select date '2020-02-29' as day, array[date '2020-02-29', null] as days`)
  expect(rows).toEqual([{ day: '2020-02-29', days: ['2020-02-29', null] }])
})

test('a bigint is a number while it is a safe one, and loses nothing beyond', async () => {
  const { rows } = await database.app.pool.query(
    `select count(*) as n, 9007199254740991::bigint as safe, 9007199254740993::bigint as big, array[1, null, 9007199254740993]::bigint[] as some`,
  )
  expect(rows).toEqual([{ n: 1, safe: 9007199254740991, big: 9007199254740993n, some: [1, null, 9007199254740993n] }])
})

test('the session keeps the time of the office whatever the server keeps', async () => {
  await database.owner.pool.query(`alter database ${database.name} set timezone = 'UTC'`)
  const { rows } = await database.app.withClient(async (client) =>
    client.query(`select current_setting('timezone') as zone, (timestamptz '2020-08-24 16:00Z')::date as day`),
  )
  expect(rows).toEqual([{ zone: 'Asia/Shanghai', day: '2020-08-25' }])
})

test('a connection whose use failed is not lent again', async () => {
  let first = 0
  await expect(
    database.app.withClient(async (client) => {
      await client.query('begin')
      first = (await client.query('select pg_backend_pid() as pid')).rows[0].pid
      await client.query('select wrong')
    }),
  ).rejects.toThrow('wrong')
  const { rows } = await database.app.withClient((client) => client.query(`select pg_backend_pid() as pid`))
  expect(rows[0].pid).not.toBe(first)
})
