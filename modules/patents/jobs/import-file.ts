import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Actor } from '#platform/acts'
import { beginImport } from '../acts/import-acts.ts'
import { type ImportRow, importBy } from '../store/imports.ts'
import type { ImportWires } from './import-wires.ts'
import { runImport } from './run-import.ts'
import { openPatentFile } from './walk-file.ts'

/**
 * Imports a file that is in the store, from its first row to its last, in this process: what the command line and the first
 * start do. Refuses `unreadable` with the sentence why, and what the act refuses.
 */
export async function importFile(
  wires: ImportWires,
  who: { readonly region: number; readonly actor: Actor },
  file: { readonly digest: string; readonly size: number; readonly name: string; readonly sourceDay: PlainDate },
): Promise<Outcome<ImportRow, Refusal>> {
  const opened = await openPatentFile(wires.files.path(file.digest), file.name)
  if (!opened.done) return opened
  await opened.value.close()
  const begun = await wires.runner.run(
    beginImport,
    { ...who, idempotencyKey: uuidv7() },
    { fileName: file.name, digest: file.digest, size: file.size, format: opened.value.format, sourceDay: file.sourceDay },
  )
  if (!begun.done) return begun
  await runImport(wires, who.region, begun.value.id)
  const row = await importBy(wires.wire.kysely, who.region, begun.value.id)
  if (!row.done) return row
  return row.value.state === 'finished'
    ? done(row.value)
    : refuse({ code: 'unreadable', sentence: row.value.failure ?? '' } as Refusal)
}
