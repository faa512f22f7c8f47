import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The server that serves a data folder, as it left word in `run/server.json`. */
export interface Instance {
  readonly pid: number
  readonly url: string
}

const wordOf = (dataDir: string) => join(dataDir, 'run', 'server.json')

/** The living server of a data folder; null where there is none or its word is stale. */
export function livingInstance(dataDir: string): Instance | null {
  const path = wordOf(dataDir)
  if (!existsSync(path)) return null
  const instance = JSON.parse(readFileSync(path, 'utf8')) as Instance
  return isOurs(instance.pid) ? instance : null
}

export function leaveWord(dataDir: string, url: string): void {
  mkdirSync(join(dataDir, 'run'), { recursive: true })
  writeFileSync(wordOf(dataDir), JSON.stringify({ pid: process.pid, url } satisfies Instance))
}

export function takeWordBack(dataDir: string): void {
  const path = wordOf(dataDir)
  if (existsSync(path) && (JSON.parse(readFileSync(path, 'utf8')) as Instance).pid === process.pid) rmSync(path)
}

/** A process number comes back after a restart of the machine: it must be this program, too. */
function isOurs(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('command.ts')
  } catch {
    return true
  }
}

/** Whether a port can be had on a host. */
export async function portIsFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(true)))
  })
}

/** The next free port from one on; null where twenty in a row are taken. */
export async function freePortFrom(host: string, first: number): Promise<number | null> {
  for (let port = first; port < first + 20 && port < 65536; port++) if (await portIsFree(host, port)) return port
  return null
}

/** Who holds a port, as name and process number, where Linux tells; else null. */
export function holderOfPort(port: number): string | null {
  try {
    const hex = port.toString(16).toUpperCase().padStart(4, '0')
    const inodes = new Set(
      ['/proc/net/tcp', '/proc/net/tcp6']
        .filter((path) => existsSync(path))
        .flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(1))
        .map((line) => line.trim().split(/\s+/))
        .filter((cells) => cells[1]?.endsWith(`:${hex}`) && cells[3] === '0A')
        .map((cells) => `socket:[${cells[9]}]`),
    )
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const handles = listed(`/proc/${pid}/fd`)
      if (handles.some((handle) => inodes.has(linkOf(`/proc/${pid}/fd/${handle}`)))) {
        return `${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()}（进程${pid}）`
      }
    }
  } catch {
    // Not Linux, or not ours to see.
  }
  return null
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
