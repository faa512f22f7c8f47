import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Database, OpenOptions } from '../database.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { APP, DATABASE, OWNER } from '../roles.ts'
import { steps } from '../words.ts'
import { type Folders, foldersOf } from './folders.ts'
import { passwordFile, readPasswords } from './keys.ts'
import { meetOrStart } from './meet-or-start.ts'
import { makeCluster, ROOM_FOR_START, refuseFullDisk } from './new-cluster.ts'
import { removeOldPrograms } from './old-programs.ts'
import { address, ownerAt, type Place } from './place.ts'
import { type Postmaster, runningPostmaster } from './postmaster.ts'
import { enter, isLast, watch } from './presence.ts'
import { ensureProductDatabase } from './product-database.ts'
import { findPrograms } from './programs.ts'
import { chooseServerAccount, openTheWay, ownAccountName, type ServerAccount } from './server-account.ts'
import { takeStartLock } from './start-lock.ts'
import { removeSocketFolder, stopServer } from './stop-server.ts'

/** Opens the embedded server of a data folder: meets the one that runs there or starts it, making it first where needed. */
export async function openEmbedded(options: OpenOptions): Promise<Outcome<Database, DatabaseRefusal>> {
  try {
    const prepared = prepare(options)
    if (!prepared.done) return prepared
    return await open(prepared.value)
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error
    return refuse({ code: 'no-access', path: path ?? options.dataDir, user: ownAccountName() })
  }
}

/** Everything that can be known before the lock is taken. */
function prepare(options: OpenOptions): Outcome<Place, DatabaseRefusal> {
  const onStep = options.onStep ?? (() => {})
  const folders = foldersOf(options.dataDir)
  const account = chooseServerAccount(folders)
  if (!account.done) return account
  const way = openTheWay(folders, account.value)
  if (!way.done) return way
  const programs = findPrograms(folders, account.value, options.programs, onStep)
  if (!programs.done) return programs
  return done({
    folders,
    cluster: join(folders.postgres, String(programs.value.major)),
    programs: programs.value,
    account: account.value,
    tuning: options.tuning ?? 'roomy',
    transport: options.transport ?? (process.platform === 'win32' ? 'tcp' : 'socket'),
    onStep,
  })
}

async function open(place: Place): Promise<Outcome<Database, DatabaseRefusal>> {
  makeFolders(place.folders, place.account)
  const entered = await comeIn(place)
  if (!entered.done) return entered
  const { presence, at, started } = entered.value
  const passwords = readPasswords(place.folders)
  const watched = watch(presence, async () => {
    if (!existsSync(place.cluster)) return null
    const again = await comeIn(place)
    return again.done ? again.value.presence : null
  })
  const reach = { ...address(at), database: DATABASE }
  return done({
    kind: 'embedded',
    version: place.programs.version,
    started,
    app: { ...reach, user: APP, password: passwords?.app ?? '' },
    owner: { ...reach, user: OWNER, password: passwords?.owner ?? '' },
    guarded: true,
    cluster: place.cluster,
    close: async () => leave(place, await watched.end()),
  })
}

interface Entered {
  presence: pg.Client
  at: Postmaster
  started: boolean
}

/** Under the start lock: make the cluster where there is none, meet or start the server, and be present. */
async function comeIn(place: Place): Promise<Outcome<Entered, DatabaseRefusal>> {
  const lock = await takeStartLock(join(place.folders.run, 'start.lock'), place.onStep)
  if (!lock.done) return lock
  try {
    const stands = await ensureCluster(place)
    if (!stands.done) return stands
    for (;;) {
      const met = await meetOrStart(place)
      if (!met.done) return met
      const presence = await enter(ownerAt(place, met.value.at, 'postgres'))
      if (!presence) continue
      const password = readPasswords(place.folders)?.app ?? ''
      await ensureProductDatabase(presence, { ...address(met.value.at), user: APP, password, database: DATABASE })
      removeOldPrograms(place.folders, place.cluster, place.programs.bin)
      return done({ presence, ...met.value })
    }
  } finally {
    lock.value()
  }
}

/** The last to leave stops the server; while that goes on, the lock keeps newcomers waiting. */
async function leave(place: Place, watched: pg.Client | null): Promise<void> {
  if (!existsSync(place.cluster)) return watched?.end()
  const lock = await takeStartLock(join(place.folders.run, 'start.lock'), place.onStep)
  const running = runningPostmaster(place.cluster)
  const presence = watched ?? (running && (await enter(ownerAt(place, running, 'postgres'))))
  try {
    if (presence && (await isLast(presence))) {
      place.onStep(steps.stop)
      await stopServer(place)
      removeSocketFolder(place.folders)
    }
  } finally {
    await presence?.end().catch(() => {})
    if (lock.done) lock.value()
  }
}

function makeFolders(folders: Folders, account: ServerAccount) {
  for (const folder of [folders.postgres, folders.run]) {
    if (existsSync(folder)) continue
    mkdirSync(folder, { mode: 0o700 })
    chmodSync(folder, 0o700)
    if (account) chownSync(folder, account.uid, account.gid)
  }
}

async function ensureCluster(place: Place): Promise<Outcome<void, DatabaseRefusal>> {
  const { folders, cluster, programs, account, onStep } = place
  if (existsSync(cluster)) {
    const found = versionOf(cluster)
    if (found === null) return refuse({ code: 'data-damaged', directory: cluster })
    if (found !== programs.major) return otherMajor(found, place)
    if (!readPasswords(folders)) return refuse({ code: 'keys-missing', path: passwordFile(folders, OWNER) })
    return refuseFullDisk(cluster, ROOM_FOR_START)
  }
  const others = readdirSync(folders.postgres).filter((name) => /^\d+$/.test(name))
  if (others[0]) return otherMajor(Number(others[0]), place)
  return makeCluster(folders, cluster, programs, account, onStep)
}

function otherMajor(found: number, place: Place): Outcome<never, DatabaseRefusal> {
  return refuse({ code: 'data-of-other-major', found, programs: place.programs.major, directory: place.folders.postgres })
}

function versionOf(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim())
  } catch {
    return null
  }
}
