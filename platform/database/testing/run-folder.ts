import { spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { bornAt, isRunning } from '../launcher/pids.ts'
import { runningPostmaster } from '../launcher/postmaster.ts'

/**
 * The process whose end is the end of the test run: vitest itself, whose forks are its children, or whoever set
 * ZHIZHOU_TEST_RUN to its own number so that programs started by a test share its cluster.
 */
export const runRoot = Number(process.env.ZHIZHOU_TEST_RUN ?? (process.env.VITEST && process.send ? process.ppid : process.pid))

const PREFIX = 'zhizhou-test-'

/** The folder of a run's cluster of one PostgreSQL; every process of the run computes the same. */
export function runFolder(kind: string, root = runRoot): string {
  return join(realpathSync(tmpdir()), `${PREFIX}${root}-${bornAt(root) ?? 0}-${kind}`)
}

/** A fresh folder for one test. It goes with the run, and whatever server runs in it too. */
export function aFolder(): string {
  const watched = runFolder('watch')
  if (makeRunFolder(watched)) startKeeper(watched, 'none')
  const folder = mkdtempSync(`${runFolder('folder')}-`)
  chmodSync(folder, 0o711)
  return folder
}

/** Makes the folder of a run; true for the one process that did. */
export function makeRunFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o711 })
    chmodSync(folder, 0o711)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Starts the process that cleans up after the run. Detached, so that it outlives the fork that came first, and Ctrl-C. */
export function startKeeper(folder: string, programs: string): void {
  const log = openSync(join(folder, 'keeper.log'), 'w')
  const keeper = fileURLToPath(new URL('./keeper.ts', import.meta.url))
  const args = [keeper, folder, String(runRoot), bornAt(runRoot) ?? '0', programs]
  spawn(process.execPath, args, { detached: true, stdio: ['ignore', log, log] }).unref()
  closeSync(log)
}

/** Is the run over whose folder this is? */
export function isOver(root: number, born: string): boolean {
  return !isRunning(root) || (bornAt(root) ?? '0') !== born
}

/** Removes what runs left behind that were killed: stops their servers at once and deletes their folders. */
export async function sweep(): Promise<void> {
  const temporary = realpathSync(tmpdir())
  for (const name of readdirSync(temporary)) {
    const run = new RegExp(`^${PREFIX}(\\d+)-(\\d+)-`).exec(name)
    if (run?.[1] && run[2] && isOver(Number(run[1]), run[2])) await removeWithServers(join(temporary, name))
  }
}

/** Stops every server whose cluster lies in this data folder, without ceremony, and deletes the folder. */
export async function removeWithServers(folder: string): Promise<void> {
  for (const cluster of clustersIn(folder)) {
    const running = runningPostmaster(cluster)
    if (!running) continue
    process.kill(running.pid, 'SIGQUIT')
    while (isRunning(running.pid)) await pause(10)
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function clustersIn(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('PG_VERSION'))
    return found.map((path) => join(folder, path, '..')).filter((path) => /postgres[/\\]\d+$/.test(path))
  } catch {
    return []
  }
}
