import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Address } from '../launcher/connect.ts'
import { makeRunFolder, runFolder, startKeeper } from './run-folder.ts'

/** The run's server and the two ways in. */
export interface TestCluster {
  readonly version: string
  readonly app: Address
  readonly owner: Address
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
