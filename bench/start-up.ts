import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `npm run bench -- start-up`: from the command to the first answer: on an empty folder with the demonstration, without it, and a second
 * time (goal below 5 s); beside what this machine needs to start Node alone.
 */
const command = fileURLToPath(new URL('../apps/server/command.ts', import.meta.url))
const port = 18_000 + (process.pid % 10_000)
const seconds = (since: number) => (performance.now() - since) / 1000

async function untilReady(words: readonly string[]): Promise<number> {
  const since = performance.now()
  const server = spawn(process.execPath, [command, 'start', '--port', String(port), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null)
    if (answer?.ok) break
    if (server.exitCode !== null) throw new Error(`start ended with ${server.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const took = seconds(since)
  server.kill('SIGTERM')
  await ended
  return took
}

const folder = mkdtempSync(join(tmpdir(), 'zhizhou-bench-'))
// The database runs under another account where this one is root.
chmodSync(folder, 0o711)
const demonstration = ['--data', join(folder, 'demonstration')]
const empty = ['--data', join(folder, 'empty'), '--empty']
const bareSince = performance.now()
await new Promise((resolve) => spawn(process.execPath, ['-e', '0']).once('exit', resolve))
const bare = seconds(bareSince)
const lines: [string, number][] = [
  ['Node alone', bare],
  ['first start with the demonstration', await untilReady(demonstration)],
  ['second start', await untilReady(demonstration)],
  ['first start, empty', await untilReady(empty)],
  ['second start, empty', await untilReady(empty)],
]
for (const [what, took] of lines) console.log(`${what.padEnd(36)}${took.toFixed(2)} s, ${(took / bare).toFixed(0)} × Node alone`)
rmSync(folder, { recursive: true, force: true })
