import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Connection } from '../launcher/connect.ts'
import { bornAt } from '../launcher/pids.ts'
import { makeRunFolder, runFolder, runRoot } from './run-folder.ts'

/** The run's server and the two ways in. */
export interface TestCluster {
  readonly version: string
  readonly app: Connection
  readonly owner: Connection
}

/** Which PostgreSQL the tests run against: ZHIZHOU_TEST_POSTGRES=15 means Debian's 15, nothing means the npm package's. */
export function testPrograms(): string | undefined {
  const major = process.env.ZHIZHOU_TEST_POSTGRES
  return major ? `/usr/lib/postgresql/${major}/bin` : undefined
}

let shared: Promise<TestCluster> | undefined

/** The cluster of this test run; the first of its processes that asks has it started. */
export function testCluster(): Promise<TestCluster> {
  shared ??= meetKeeper()
  return shared
}

async function meetKeeper(): Promise<TestCluster> {
  const programs = testPrograms()
  const folder = runFolder(process.env.ZHIZHOU_TEST_POSTGRES ?? 'npm')
  if (makeRunFolder(folder)) startKeeper(folder, programs ?? '')
  const ready = join(folder, 'ready.json')
  for (const since = Date.now(); !existsSync(ready); await pause(10)) {
    if (Date.now() - since > 120_000) throw new Error(`The test cluster did not start; see ${join(folder, 'keeper.log')}`)
  }
  const state = JSON.parse(readFileSync(ready, 'utf8')) as TestCluster & { failure?: string }
  if (state.failure) throw new Error(state.failure)
  return state
}

/** Detached, so that it outlives the fork that happened to come first, and Ctrl-C. */
function startKeeper(folder: string, programs: string) {
  const log = openSync(join(folder, 'keeper.log'), 'w')
  const keeper = fileURLToPath(new URL('./keeper.ts', import.meta.url))
  const args = [keeper, folder, String(runRoot), bornAt(runRoot) ?? '0', programs]
  spawn(process.execPath, args, { detached: true, stdio: ['ignore', log, log] }).unref()
  closeSync(log)
}
