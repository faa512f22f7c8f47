import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import { OWNER } from '../roles.ts'
import { type OnStep, steps } from '../words.ts'
import { type Address, connect, sqlState } from './connect.ts'
import { type Folders, socketFolder } from './folders.ts'
import { passwordFile, readPasswords } from './keys.ts'
import { lastLines, serverEnvironment } from './new-cluster.ts'
import { isRunning } from './pids.ts'
import {
  isPostgresOn,
  type Postmaster,
  readPostmaster,
  removeStalePidFile,
  removeStaleSocket,
  runningPostmaster,
} from './postmaster.ts'
import { exe, type Programs } from './programs.ts'
import type { ServerAccount } from './server-account.ts'
import { type Tuning, writeSettings } from './settings.ts'

/** Everything needed to start or meet the server of one cluster. */
export interface Place {
  readonly folders: Folders
  readonly cluster: string
  readonly programs: Programs
  readonly account: ServerAccount
  readonly tuning: Tuning
  readonly transport: 'socket' | 'tcp'
  readonly onStep: OnStep
}

/**
 * Meets the server that runs on this cluster, whoever started it, or starts one. The start lock must be held.
 * Answers how to reach it and whether it was started now; it has answered a query.
 * @returns refusals: server-did-not-start, server-does-not-answer, keys-missing, keys-wrong
 */
export async function meetOrStart(place: Place): Promise<Outcome<{ at: Postmaster; started: boolean }, DatabaseRefusal>> {
  const log = join(place.folders.run, 'start.log')
  for (let attempt = 0; ; attempt++) {
    const met = await meet(place)
    if (met) return met
    const child = await launch(place, log)
    const ready = await untilReady(place, child.pid, () => child.exit === null)
    if (ready) {
      const answer = await untilAnswers(place, ready)
      return answer.done ? done({ at: ready, started: true }) : answer
    }
    const complaint = existsSync(log) ? readFileSync(log, 'utf8') : ''
    // Orphans of a killed server hold its memory for a moment; PostgreSQL then refuses and a later try succeeds.
    const passing = /still in use|"postmaster\.pid" already exists/.test(complaint)
    if (!passing || attempt > 40) {
      return refuse({ code: 'server-did-not-start', reason: lastLines(complaint) || (child.exit ?? ''), log })
    }
    await pause(250)
  }
}

/** The running server, once it answers; null where none runs or it was going down and is gone now. */
async function meet(place: Place): Promise<Outcome<{ at: Postmaster; started: boolean }, DatabaseRefusal> | null> {
  const met = runningPostmaster(place.cluster)
  if (!met) return null
  const ready = met.status === 'stopping' ? null : await untilReady(place, met.pid, () => isPostgresOn(place.cluster, met.pid))
  if (!ready) {
    await untilGone(place.cluster, met.pid, place.onStep)
    return null
  }
  const answer = await untilAnswers(place, ready)
  if (answer.done) return done({ at: ready, started: false })
  if (answer.refusal.code !== 'server-does-not-answer') return answer
  await stopServer(place)
  return null
}

/** Spawned detached: a killed product must not take its database along, and Ctrl-C must not reach it. */
async function launch(place: Place, log: string): Promise<{ pid: number; exit: string | null }> {
  const { cluster, account, programs } = place
  removeStalePidFile(cluster)
  place.onStep(existsSync(join(cluster, 'postmaster.pid')) ? steps.recover : steps.start)
  writeSettings(cluster, account, place.tuning)
  const handle = openSync(log, 'w', 0o600)
  const child = spawn(join(programs.bin, exe('postgres')), ['-D', cluster, ...(await listening(place))], {
    ...account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', handle, handle],
  })
  closeSync(handle)
  const state: { pid: number; exit: string | null } = { pid: child.pid ?? -1, exit: null }
  child.on('exit', (code, signal) => {
    state.exit = signal ?? `exit ${code}`
  })
  child.on('error', (error) => {
    state.exit = error.message
  })
  child.unref()
  return state
}

/** Only these stand on the command line, where they beat everything: no TCP where there are sockets. */
async function listening(place: Place): Promise<string[]> {
  if (place.transport === 'tcp') {
    return [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      `port=${await freePort(join(place.folders.run, 'port'))}`,
    ]
  }
  const folder = socketFolder(place.folders)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (place.account) chownSync(folder, place.account.uid, place.account.gid)
  removeStaleSocket(folder)
  return [
    '-c',
    'listen_addresses=',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'unix_socket_permissions=0700',
    '-c',
    'port=5432',
  ]
}

/** The port of last time where it is still free, so that connections find the server again after a restart. */
async function freePort(memory: string): Promise<number> {
  const last = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0
  const port = (await portIfFree(last)) ?? (await portIfFree(0)) ?? 5432
  writeFileSync(memory, String(port))
  return port
}

function portIfFree(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer().on('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

/**
 * Waits until postmaster.pid names exactly this process and says ready. A socket that answers is not enough: it may be
 * another server's. Recovery may take minutes and is waited for as long as the process lives.
 */
async function untilReady(place: Place, pid: number, lives: () => boolean): Promise<Postmaster | null> {
  const since = Date.now()
  let told = false
  for (;;) {
    const now = readPostmaster(place.cluster)
    if (now?.pid === pid && now.status === 'ready') return now
    if (!lives()) return null
    if (!told && Date.now() - since > 2_000) {
      place.onStep(steps.recover)
      told = true
    }
    await pause(10)
  }
}

async function untilAnswers(place: Place, at: Postmaster): Promise<Outcome<void, DatabaseRefusal>> {
  let reason = ''
  for (const since = Date.now(); Date.now() - since < 30_000; await pause(100)) {
    try {
      const client = await connect(ownerAt(place, at, 'postgres'))
      await client.query('select 1')
      await client.end()
      return done(undefined)
    } catch (error) {
      const keys = passwordFile(place.folders, OWNER)
      if (!readPasswords(place.folders)) return refuse({ code: 'keys-missing', path: keys })
      if (sqlState(error) === '28P01') return refuse({ code: 'keys-wrong', path: keys })
      reason = (error as Error).message
    }
  }
  return refuse({ code: 'server-does-not-answer', reason })
}

/** How the owner reaches a database of the running server. */
export function ownerAt(place: Place, at: Postmaster, database: string): Address {
  return { ...address(at), user: OWNER, password: readPasswords(place.folders)?.owner ?? '', database }
}

/** Socket folder or host, and port, as the server itself wrote them down. */
export function address(at: Postmaster): { host: string; port: number } {
  return { host: at.socketDirectory || at.address || '127.0.0.1', port: at.port }
}

const PATIENCE_MS = 30_000

/** Stops the server cleanly (fast: clients are sent away), after half a minute at once; the next start then recovers. */
export async function stopServer(place: Place): Promise<void> {
  const { cluster, onStep } = place
  const running = runningPostmaster(cluster)
  if (!running) return
  signal(place, running.pid, 'SIGINT')
  if (await untilGone(cluster, running.pid, onStep, PATIENCE_MS)) return
  signal(place, running.pid, 'SIGQUIT')
  await untilGone(cluster, running.pid, onStep)
}

/** Windows knows no such signals; there pg_ctl carries them. */
function signal(place: Place, pid: number, name: 'SIGINT' | 'SIGQUIT') {
  if (process.platform === 'win32') spawnSync(join(place.programs.bin, 'pg_ctl.exe'), ['kill', name.slice(3), String(pid)])
  else process.kill(pid, name)
}

async function untilGone(cluster: string, pid: number, onStep: OnStep, limit = 600_000): Promise<boolean> {
  const since = Date.now()
  let told = false
  while (Date.now() - since < limit) {
    // Without its file and with the process ended or about to be read by its parent, the directory is free.
    if (!isRunning(pid) || (!existsSync(join(cluster, 'postmaster.pid')) && !isPostgresOn(cluster, pid))) return true
    if (!told && Date.now() - since > 1_000) {
      onStep(steps.waitForStop)
      told = true
    }
    await pause(5)
  }
  return false
}

/** Removes a socket folder outside the data folder when the server is gone. */
export function removeSocketFolder(folders: Folders): void {
  const folder = socketFolder(folders)
  if (folder !== folders.run && statSync(folder, { throwIfNoEntry: false })) rmSync(folder, { recursive: true, force: true })
}
