import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { connect } from '../launcher/connect.ts'
import { testPrograms } from './cluster.ts'
import type { Embedded } from './data-folder.ts'

/** A process that writes rows without end. */
export interface Writing {
  readonly child: ChildProcess
  /** The numbers acknowledged so far. */
  readonly acknowledged: readonly number[]
  /** kill -9; answers when everything it said has been heard. */
  readonly kill: () => Promise<void>
}

/** Makes the table the writer writes to. */
export async function makeWrittenTable(database: Embedded): Promise<void> {
  const client = await connect(database.owner)
  await client.query(`
    create schema written;
    create table written.line (n bigint primary key, text text not null);
    grant usage on schema written to zhizhou_app;
    grant select, insert on written.line to zhizhou_app;
  `)
  await client.end()
}

/** Starts the writer and waits until it writes. */
export async function startWriting(dataDir: string): Promise<Writing> {
  const program = fileURLToPath(new URL('./writer.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir, testPrograms() ?? ''], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: number[] = []
  const lines = createInterface({ input: child.stdout })
  const heardAll = once(lines, 'close')
  const first = once(lines, 'line')
  lines.on('line', (line) => {
    if (line !== 'ready') acknowledged.push(Number(line))
  })
  await first
  return {
    child,
    acknowledged,
    kill: async () => {
      child.kill('SIGKILL')
      await heardAll
    },
  }
}

/** The numbers of the rows that are there. */
export async function numbersWritten(database: Embedded): Promise<Set<number>> {
  const client = await connect(database.app)
  const { rows } = await client.query('select n::float8 as n from written.line')
  await client.end()
  return new Set(rows.map(({ n }) => n))
}
