import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Database, OpenOptions } from '../database.ts'
import type { Address } from '../launcher/connect.ts'
import { openDatabase } from '../open.ts'
import { databaseSentence } from '../words.ts'
import { testPrograms } from './cluster.ts'
import { aFolder } from './run-folder.ts'

let prepared: Promise<string> | undefined

/** A data folder of its own with a server that was made and stopped; a copy, because making one takes a second. */
export async function aDataFolder(): Promise<string> {
  prepared ??= prepare()
  const copy = join(aFolder(), 'data')
  execFileSync('cp', ['-a', await prepared, copy])
  return copy
}

async function prepare(): Promise<string> {
  const dataDir = join(aFolder(), 'data')
  await (await openForTest(dataDir)).close()
  return dataDir
}

/** An embedded database, whose ways in are addresses. */
export type Embedded = Database & { app: Address; owner: Address; cluster: string }

/** Opens a data folder that must open, on the PostgreSQL under test. */
export async function openForTest(dataDir: string, options: Partial<OpenOptions> = {}): Promise<Embedded> {
  const opened = await openDatabase({ dataDir, programs: testPrograms(), tuning: 'small', ...options })
  if (!opened.done) throw new Error(databaseSentence(opened.refusal, 'en'))
  return opened.value as Embedded
}
