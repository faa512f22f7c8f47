import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../open.ts'
import { testPrograms } from '../testing/cluster.ts'
import { openForTest } from '../testing/data-folder.ts'
import { anotherProcess } from '../testing/other-process.ts'
import { aFolder, removeWithServers } from '../testing/run-folder.ts'
import { foldersOf } from './folders.ts'
import { ROOM_FOR_NEW, refuseFullDisk } from './new-cluster.ts'
import { runningPostmaster } from './postmaster.ts'
import { findPrograms } from './programs.ts'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }
const onNpm = testPrograms() === undefined

let folder: string
afterEach(() => removeWithServers(folder))

test.skipIf(!isRoot)('as root the server runs under another account, the product stays as it is', async () => {
  folder = aFolder()
  const database = await openForTest(join(folder, 'data'))
  expect(process.getuid?.()).toBe(0)
  const pid = runningPostmaster(database.cluster)?.pid
  expect(statSync(`/proc/${pid}`).uid).not.toBe(0)
  expect(statSync(database.cluster).uid).toBe(statSync(`/proc/${pid}`).uid)
  expect(statSync(join(folder, 'data', 'keys')).uid).toBe(0)
  await database.close()
})

test.skipIf(!isRoot)("as root, in a folder of somebody's, the server runs as its owner", async () => {
  folder = aFolder()
  const data = join(folder, 'data')
  mkdirSync(data)
  execFileSync('chown', ['65534:65534', data])
  const database = await openForTest(data)
  expect(statSync(database.cluster).uid).toBe(65534)
  await database.close()
})

test.skipIf(!isRoot)('as root, closed folders below the temporary directory are opened for passing through', async () => {
  folder = aFolder()
  chmodSync(folder, 0o700)
  mkdirSync(join(folder, 'data'), { mode: 0o700 })
  const database = await openForTest(join(folder, 'data'))
  await database.close()
  expect(statSync(folder).mode & 0o777).toBe(0o711)
})

test.skipIf(!isRoot)("as root, another's closed folder is not opened but named", async () => {
  folder = join(process.env.HOME ?? '/root', `.zhizhou-test-${process.pid}`)
  const home = dirname(folder)
  if (statSync(home).mode & 0o001) return
  expect(await openDatabase({ dataDir: folder })).toMatchObject({ refusal: { code: 'folder-closed-to-server', path: home } })
})

test.skipIf(!isRoot)('an ordinary user makes, joins and leaves a database', async () => {
  folder = aFolder()
  chmodSync(folder, 0o777)
  const first = await anotherProcess(join(folder, 'data'), nobody)
  const second = await anotherProcess(join(folder, 'data'), nobody)
  expect([first.said, second.said]).toEqual([{ started: true }, { started: false }])
  expect(statSync(join(folder, 'data', 'keys')).uid).toBe(65534)
  await first.leave()
  await second.leave()
})

test.skipIf(!isRoot)("an ordinary user is told that somebody else's data folder is closed to him", async () => {
  folder = aFolder()
  const database = await openForTest(join(folder, 'data'))
  const other = await anotherProcess(join(folder, 'data'), nobody)
  expect(other.said.refusal).toMatchObject({ code: 'no-access', user: 'nobody' })
  await database.close()
})

test.skipIf(!isRoot)('an account the system does not list is told to use DATABASE_URL', async () => {
  folder = aFolder()
  chmodSync(folder, 0o777)
  const other = await anotherProcess(join(folder, 'data'), { uid: 54321, gid: 54321 })
  expect(other.said.refusal).toEqual({ code: 'no-passwd-entry', uid: 54321 })
})

test('a disk without room is refused before anything is written', () => {
  folder = aFolder()
  expect(refuseFullDisk(folder, ROOM_FOR_NEW).done).toBe(true)
  expect(refuseFullDisk(folder, 2 ** 60)).toMatchObject({ refusal: { code: 'disk-full', path: folder, neededBytes: 2 ** 60 } })
})

/** The npm package as it comes without install scripts: no links among the libraries. */
function bareProgramsIn(folder: string): string {
  const folders = foldersOf(join(folder, 'finder'))
  const found = findPrograms(folders, null, undefined, () => {})
  if (!found.done) throw new Error(found.refusal.code)
  const native = join(folder, 'package', 'native')
  cpSync(dirname(found.value.bin), native, { recursive: true, verbatimSymlinks: true })
  for (const { target } of JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))) {
    rmSync(join(folder, 'package', target))
  }
  return join(native, 'bin')
}

test.skipIf(!onNpm)('installed without scripts, the library links are made by the launcher', async () => {
  folder = aFolder()
  const programs = bareProgramsIn(folder)
  const database = await openForTest(join(folder, 'data'), { programs })
  expect(existsSync(join(dirname(programs), 'lib', 'libicui18n.so.60'))).toBe(true)
  expect(existsSync(join(folder, 'data', 'programs'))).toBe(false)
  await database.close()
})

test.skipIf(!onNpm || !isRoot)('programs the server may not read are copied beside the data, once', async () => {
  folder = aFolder()
  const programs = bareProgramsIn(folder)
  chmodSync(join(folder, 'package'), 0o700)
  const said: string[] = []
  const database = await openForTest(join(folder, 'data'), { programs, onStep: (step) => said.push(step) })
  await database.close()
  const again = await openForTest(join(folder, 'data'), { programs, onStep: (step) => said.push(step) })
  await again.close()
  expect(said.filter((step) => step.includes('复制'))).toHaveLength(1)
  expect(readdirSync(join(folder, 'data', 'programs'))).toHaveLength(1)
})

test.skipIf(!onNpm || !isRoot)('where the links cannot be made in place, a copy gets them', async () => {
  folder = aFolder()
  chmodSync(folder, 0o777)
  const programs = bareProgramsIn(folder)
  const finder = foldersOf(join(folder, 'data'))
  // The package belongs to root and cannot be written by an ordinary user.
  const script = `
    import { foldersOf } from ${JSON.stringify(new URL('./folders.ts', import.meta.url).href)}
    import { findPrograms } from ${JSON.stringify(new URL('./programs.ts', import.meta.url).href)}
    const found = findPrograms(foldersOf(${JSON.stringify(finder.root)}), null, ${JSON.stringify(programs)}, () => {})
    process.stdout.write(JSON.stringify(found))`
  execFileSync('chown', ['-R', '65534:65534', finder.root])
  const answer = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    ...nobody,
    cwd: '/',
    encoding: 'utf8',
  })
  expect(JSON.parse(answer.stdout)).toMatchObject({ done: true })
  expect(JSON.parse(answer.stdout).value.bin.startsWith(finder.programs)).toBe(true)
})
