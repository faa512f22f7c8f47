import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isRunning } from './pids.ts'

/** What the running server writes about itself into postmaster.pid, line by line. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  readonly socketDirectory: string
  readonly address: string
  readonly status: string
}

/** Reads postmaster.pid; null where there is none or it is still being written. */
export function readPostmaster(cluster: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0) return null
  return {
    pid,
    port: Number(lines[3] ?? 0),
    socketDirectory: lines[4] ?? '',
    address: lines[5] ?? '',
    status: (lines[7] ?? '').trim(),
  }
}

/** The server that runs on this cluster now; null where postmaster.pid is absent or names a process that is not it. */
export function runningPostmaster(cluster: string): Postmaster | null {
  const postmaster = readPostmaster(cluster)
  return postmaster && isPostgresOn(cluster, postmaster.pid) ? postmaster : null
}

/**
 * Is this process a postgres serving this very directory? A number alone proves nothing: after a crash in a container
 * it soon belongs to somebody else. The working directory is the proof, its command line where that may not be seen.
 */
export function isPostgresOn(cluster: string, pid: number): boolean {
  if (!isRunning(pid)) return false
  const line = commandLine(pid)
  if (!/(^|[/\\])postgres(\.exe)?"?[ \0]+-D[ \0]/.test(line)) return false
  try {
    const home = statSync(`/proc/${pid}/cwd`)
    const ours = statSync(cluster)
    return home.dev === ours.dev && home.ino === ours.ino
  } catch {
    // Root in a container may not look into another account's process, but every command line can be read.
    return line.includes(cluster)
  }
}

/** Takes away a postmaster.pid whose process is not this server; a live stranger with that number would block the start. */
export function removeStalePidFile(cluster: string): void {
  const stale = readPostmaster(cluster)
  if (stale && !isPostgresOn(cluster, stale.pid)) rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/**
 * Takes away the socket and its lock file unless their server still lives. The lock names a number as well, and
 * PostgreSQL takes whoever has that number now, a zombie too, for the server.
 */
export function removeStaleSocket(folder: string): void {
  const socket = join(folder, '.s.PGSQL.5432')
  let pid: number
  try {
    pid = Number.parseInt(readFileSync(`${socket}.lock`, 'utf8'), 10)
  } catch {
    return
  }
  if (isRunning(pid) && commandLine(pid).includes(`unix_socket_directories=${folder}`)) return
  rmSync(socket, { force: true })
  rmSync(`${socket}.lock`, { force: true })
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    if (process.platform !== 'win32') return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
    const ask = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`
    return execFileSync('powershell', ['-NoProfile', '-Command', ask], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
