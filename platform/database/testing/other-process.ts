import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { DatabaseRefusal } from '../refusals.ts'
import { testPrograms } from './cluster.ts'

/** Another process that has a data folder open. */
export interface OtherProcess {
  readonly child: ChildProcess
  readonly said: { started?: boolean; refusal?: DatabaseRefusal }
  /** Lets it leave and waits for its end. */
  readonly leave: () => Promise<void>
  /** kill -9. */
  readonly kill: () => Promise<void>
}

/** Opens a data folder in another process, under another account where one is given. */
export async function anotherProcess(
  dataDir: string,
  account: { uid: number; gid: number } | object = {},
): Promise<OtherProcess> {
  const program = fileURLToPath(new URL('./open-and-wait.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir, testPrograms() ?? ''], { ...account, cwd: '/', stdio: 'pipe' })
  let complaint = ''
  child.stderr.on('data', (text) => {
    complaint += text
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const first = await Promise.race([once(lines, 'line'), ended])
  if (typeof first[0] !== 'string' || !first[0].startsWith('{')) throw new Error(`It ended before it spoke: ${complaint}`)
  return {
    child,
    said: JSON.parse(first[0]),
    leave: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
