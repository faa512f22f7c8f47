import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** The server that serves a data folder, as it left word in `run/server.json`. */
export interface Instance {
  readonly pid: number
  /** Null while it is starting. */
  readonly url: string | null
  /** It was told to stop and has not ended yet. */
  readonly stopping?: boolean
}

const wordOf = (dataDir: string) => join(dataDir, 'run', 'server.json')

/** The living server of a data folder; null where there is none or its word is stale. */
export function livingInstance(dataDir: string): Instance | null {
  const instance = readWord(wordOf(dataDir))
  const first = instance && isOurs(instance.pid) ? instance : null
  // One that joined serves on when the first stops or is killed.
  return first && !first.stopping ? first : (livingJoined(dataDir)[0]?.instance ?? first)
}

function livingJoined(dataDir: string): readonly { readonly path: string; readonly instance: Instance }[] {
  return listed(join(dataDir, 'run')).flatMap((name) => {
    if (!/^joined\.\d+\.json$/.test(name)) return []
    const path = join(dataDir, 'run', name)
    const instance = readWord(path)
    return instance && isOurs(instance.pid) ? [{ path, instance }] : []
  })
}

/** The same, but a server that is stopping is waited for, since its end is near: half a minute at the most. */
export async function instanceThatStays(dataDir: string, onWait: () => void): Promise<Instance | null> {
  for (let waited = 0; ; waited += 100) {
    const found = livingInstance(dataDir)
    if (!found?.stopping || waited > 30_000) return found
    if (waited === 0) onWait()
    await pause(100)
  }
}

/** Takes the data folder for this process, which is about to serve it. Answers who has it already, null where it was taken. */
export function takeFolder(dataDir: string): Instance | null {
  const [path, draft] = [wordOf(dataDir), draftOf(dataDir)]
  write(draft, dataDir, { pid: process.pid, url: null })
  try {
    for (;;) {
      try {
        linkSync(draft, path)
        return null
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const other = livingInstance(dataDir)
        if (other) return other
        rmSync(path, { force: true })
      }
    }
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Says where this process serves, or that it is stopping; one that joined says so beside the first one's word. */
export function leaveWord(dataDir: string, word: Omit<Instance, 'pid'>): void {
  const draft = draftOf(dataDir)
  write(draft, dataDir, { pid: process.pid, ...word })
  renameSync(draft, holdsWord(dataDir) ? wordOf(dataDir) : joinedWordOf(dataDir))
}

/** The word goes with its server, or to one that joined and serves on. */
export function takeWordBack(dataDir: string): void {
  rmSync(joinedWordOf(dataDir), { force: true })
  if (!holdsWord(dataDir)) return
  const next = livingJoined(dataDir).find(({ instance }) => !instance.stopping)
  if (next) renameSync(next.path, wordOf(dataDir))
  else rmSync(wordOf(dataDir), { force: true })
}

const holdsWord = (dataDir: string): boolean => readWord(wordOf(dataDir))?.pid === process.pid
const joinedWordOf = (dataDir: string) => join(dataDir, 'run', `joined.${process.pid}.json`)

/** Written beside and put in place whole, so that nobody reads half a word. */
const draftOf = (dataDir: string) => `${wordOf(dataDir)}.${process.pid}`

function write(draft: string, dataDir: string, instance: Instance): void {
  mkdirSync(join(dataDir, 'run'), { recursive: true })
  writeFileSync(draft, JSON.stringify(instance))
}

function readWord(path: string): Instance | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Instance
  } catch {
    return null
  }
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

/** Null where a port can be had on a host, else what the system says against it: EADDRINUSE, EADDRNOTAVAIL, EACCES … */
export async function whyNoPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(null)))
  })
}

/** The next free port from one on; null where twenty in a row are taken. */
export async function freePortFrom(host: string, first: number): Promise<number | null> {
  for (let port = first; port < first + 20 && port < 65536; port++) if ((await whyNoPort(host, port)) === null) return port
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
