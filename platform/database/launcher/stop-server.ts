import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type OnStep, steps } from '../words.ts'
import { type Folders, socketFolder } from './folders.ts'
import { isRunning } from './pids.ts'
import type { Place } from './place.ts'
import { isPostgresOn, runningPostmaster } from './postmaster.ts'

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

/** Waits until the server has left its directory; false when it has not within the limit. */
export async function untilGone(cluster: string, pid: number, onStep: OnStep, limit = 600_000): Promise<boolean> {
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
  if (folder !== folders.run) rmSync(folder, { recursive: true, force: true })
}
