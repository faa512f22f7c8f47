import { Logger, makeWorkerUtils, run, runOnce } from 'graphile-worker'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../testing/index.ts'

let database: TestDatabase<object>
beforeAll(async () => {
  database = await aDatabase()
  database.app.pool.on('connect', () => {})
})
afterAll(() => database.drop())

const logger = new Logger(() => () => {})
const options = () => ({ pgPool: database.app.pool, logger, noHandleSignals: true })

test('the product adds a job in its own transaction, and it is gone when that is rolled back', async () => {
  await database.app.withClient(async (client) => {
    await client.query('begin')
    await client.query(`select graphile_worker.add_job('greet', '{}')`)
    await client.query('rollback')
    await client.query(`select graphile_worker.add_job('greet', '{"name": "演示"}')`)
  })
  const greeted: unknown[] = []
  await runOnce({ ...options(), taskList: { greet: async (payload) => void greeted.push(payload) } })
  expect(greeted).toEqual([{ name: '演示' }])
})

test('queues, keys, rescheduling, failure and removal all work as the product', async () => {
  const tools = await makeWorkerUtils(options())
  await tools.addJob('slow', { n: 1 }, { queueName: 'one-by-one', jobKey: 'once' })
  await tools.addJob('slow', { n: 2 }, { queueName: 'one-by-one', jobKey: 'once' })
  const failing = await tools.addJob('fails', {}, { maxAttempts: 2 })
  const removed = await tools.addJob('never', {})
  await tools.completeJobs([removed.id])
  const seen: unknown[] = []
  const taskList = {
    slow: async (payload: unknown) => void seen.push(payload),
    fails: async () => {
      throw new Error('不成')
    },
  }
  await runOnce({ ...options(), taskList })
  expect(seen).toEqual([{ n: 2 }])
  // The worker writes the failure down after it has said that it is finished.
  const failure = () => database.owner.pool.query('select last_error from graphile_worker._private_jobs where locked_at is null')
  await expect.poll(async () => (await failure()).rows).toEqual([{ last_error: '不成' }])
  const [job] = await tools.rescheduleJobs([failing.id], { runAt: new Date() })
  expect(job?.id).toBe(failing.id)
  await tools.permanentlyFailJobs([failing.id], '放弃')
  await tools.forceUnlockWorkers(['a-worker-that-died'])
  await tools.cleanup({ tasks: ['GC_TASK_IDENTIFIERS', 'GC_JOB_QUEUES', 'DELETE_PERMAFAILED_JOBS'] })
  await tools.release()
})

test('a worker of the product takes a job from LISTEN, and keeps a crontab', async () => {
  let arrived: (payload: unknown) => void
  const arrival = new Promise((resolve) => {
    arrived = resolve
  })
  const runner = await run({
    ...options(),
    pollInterval: 3_600_000,
    crontab: '0 4 1 1 * yearly ?fill=1h',
    taskList: { now: async (payload) => arrived(payload), yearly: async () => {} },
  })
  await database.app.pool.query(`select graphile_worker.add_job('now', '{"n": 3}')`)
  expect(await arrival).toEqual({ n: 3 })
  await runner.stop()
  const { rows } = await database.owner.pool.query('select identifier from graphile_worker._private_known_crontabs')
  expect(rows).toEqual([{ identifier: 'yearly' }])
})

test('the product sees its jobs and changes no table of the worker', async () => {
  await database.app.pool.query(`select graphile_worker.add_job('later', run_at := now() + interval '1 day')`)
  const { rows } = await database.app.pool.query(
    `select task_identifier from graphile_worker.jobs where task_identifier = 'later'`,
  )
  expect(rows).toHaveLength(1)
  await expect(database.app.pool.query('alter table graphile_worker._private_jobs add x int')).rejects.toMatchObject({
    code: '42501',
  })
})
