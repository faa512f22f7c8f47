import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../open.ts'
import { testPrograms } from '../testing/cluster.ts'
import { aDataFolder, openForTest } from '../testing/data-folder.ts'
import { anotherProcess } from '../testing/other-process.ts'
import { removeWithServers } from '../testing/run-folder.ts'
import { connect } from './connect.ts'
import { isRunning } from './pids.ts'
import { readPostmaster, runningPostmaster } from './postmaster.ts'

let folder: string
let stranger: ChildProcess | undefined
afterEach(async () => {
  stranger?.kill('SIGKILL')
  stranger = undefined
  await removeWithServers(folder)
})

const clusterIn = (folder: string) => join(folder, 'postgres', readdirSync(join(folder, 'postgres'))[0] ?? '')

test('who comes first starts the server, others join, the last to leave stops it', async () => {
  folder = await aDataFolder()
  const first = await anotherProcess(folder)
  const second = await anotherProcess(folder)
  expect([first.said, second.said]).toEqual([{ started: true }, { started: false }])
  await first.leave()
  expect(runningPostmaster(clusterIn(folder))?.status).toBe('ready')
  const third = await anotherProcess(folder)
  await second.leave()
  expect(third.said).toEqual({ started: false })
  expect(runningPostmaster(clusterIn(folder))?.status).toBe('ready')
  await third.leave()
  expect(runningPostmaster(clusterIn(folder))).toBe(null)
})

test('many that come at once share one server', async () => {
  folder = await aDataFolder()
  const all = await Promise.all(Array.from({ length: 5 }, () => anotherProcess(folder)))
  expect(all.map(({ said }) => said.started).sort()).toEqual([false, false, false, false, true])
  await Promise.all(all.map((one) => one.leave()))
  expect(runningPostmaster(clusterIn(folder))).toBe(null)
})

test('coming and leaving at the same moment, again and again, nobody is turned away', async () => {
  folder = await aDataFolder()
  for (let round = 0; round < 5; round++) {
    const early = await openForTest(folder)
    const [late] = await Promise.all([openForTest(folder), early.close()])
    const client = await connect(late.app)
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await client.end()
    await late.close()
  }
})

test('a server whose every user was killed lives on, is adopted, and stops with the last who leaves', async () => {
  folder = await aDataFolder()
  const owner = await anotherProcess(folder)
  const pid = runningPostmaster(clusterIn(folder))?.pid ?? 0
  await owner.kill()
  expect(isRunning(pid)).toBe(true)
  const next = await openForTest(folder)
  expect(next.started).toBe(false)
  expect(runningPostmaster(next.cluster)?.pid).toBe(pid)
  await next.close()
  // Its first file is gone with the last write; the process itself ends a moment later.
  await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false)
})

test('a server that was killed itself is recovered, its orphans waited for', async () => {
  folder = await aDataFolder()
  const one = await anotherProcess(folder)
  const pid = runningPostmaster(clusterIn(folder))?.pid ?? 0
  await one.kill()
  process.kill(pid, 'SIGKILL')
  const next = await openForTest(folder)
  expect(next.started).toBe(true)
  await next.close()
})

/** Leaves the postmaster.pid of a crash behind, with another process's number in it. */
async function crashAndLeave(pid: number) {
  const running = await anotherProcess(folder)
  const cluster = clusterIn(folder)
  const text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8')
  await running.kill()
  const postmaster = readPostmaster(cluster)
  process.kill(postmaster?.pid ?? 0, 'SIGKILL')
  while (isRunning(postmaster?.pid ?? 0)) await new Promise((resolve) => setTimeout(resolve, 5))
  writeFileSync(join(cluster, 'postmaster.pid'), text.replace(/^\d+/, String(pid)))
}

test('a stale postmaster.pid with a dead number is nothing', async () => {
  folder = await aDataFolder()
  await crashAndLeave(2 ** 22 - 1)
  const database = await openForTest(folder)
  expect(database.started).toBe(true)
  await database.close()
})

test('a stale postmaster.pid with the number of a living stranger of the same account does not block the start', async () => {
  folder = await aDataFolder()
  const { uid, gid } = statSync(clusterIn(folder))
  stranger = spawn('sleep', ['600'], process.getuid?.() === 0 ? { uid, gid } : {})
  await crashAndLeave(stranger.pid ?? 0)
  const database = await openForTest(folder)
  expect(database.started).toBe(true)
  expect(isRunning(stranger.pid ?? 0)).toBe(true)
  await database.close()
})

test('a stranger that calls itself postgres and works for another directory is not adopted', async () => {
  folder = await aDataFolder()
  const other = await aDataFolder()
  const elsewhere = await openForTest(other)
  await crashAndLeave(runningPostmaster(elsewhere.cluster)?.pid ?? 0)
  const database = await openForTest(folder)
  expect(database.started).toBe(true)
  expect(runningPostmaster(elsewhere.cluster)?.status).toBe('ready')
  await database.close()
  await elsewhere.close()
  await removeWithServers(other)
})

test("an answer on the socket is no proof: another server's socket is refused, not joined", async () => {
  folder = await aDataFolder()
  const squatter = await openForTest(folder)
  // Its files go elsewhere, its socket stays where the next server's should be.
  renameSync(join(folder, 'postgres'), join(folder, 'elsewhere'))
  const copy = await aDataFolder()
  renameSync(join(copy, 'postgres'), join(folder, 'postgres'))
  const refused = await openDatabase({ dataDir: folder, programs: testPrograms(), tuning: 'small' })
  expect(refused).toMatchObject({ refusal: { code: 'server-did-not-start' } })
  renameSync(join(folder, 'postgres'), join(folder, 'never'))
  renameSync(join(folder, 'elsewhere'), join(folder, 'postgres'))
  await squatter.close()
  expect(runningPostmaster(squatter.cluster)).toBe(null)
})

test('what a killed first start left half made is removed', async () => {
  folder = await aDataFolder()
  const draft = join(folder, 'postgres', '99.new.123')
  mkdirSync(draft)
  const cluster = clusterIn(folder)
  renameSync(cluster, join(folder, 'away'))
  const database = await openForTest(folder)
  expect(existsSync(draft)).toBe(false)
  expect(database.started).toBe(true)
  await database.close()
})
