import { spawn } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { steps } from '../words.ts'
import { socketFolder } from './folders.ts'
import { serverEnvironment } from './new-cluster.ts'
import type { Place } from './place.ts'
import { removeStalePidFile, removeStaleSocket } from './postmaster.ts'
import { exe } from './programs.ts'
import { writeSettings } from './settings.ts'

/** Spawned detached: a killed product must not take its database along, and Ctrl-C must not reach it. */
export async function launch(place: Place, log: string): Promise<{ pid: number; exit: string | null }> {
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
