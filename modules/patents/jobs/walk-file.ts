import { done, type Outcome, refuse } from '#kernel/outcome'
import { type PatentFile, type ReadRefusal, type ReadRow, readPatentFile, readRefusalSentence } from '../formats/index.ts'
import type { RowIn } from '../store/take-batch.ts'

/** A row that was not taken, as it stood. */
export interface RefusedRow {
  readonly ordinal: number
  readonly row: number
  readonly entry: string | undefined
  readonly reason: string
  readonly cells: readonly string[]
}

export interface RowBatch {
  readonly taken: readonly RowIn[]
  readonly refused: readonly RefusedRow[]
  /** Ordinal of the batch's last row. */
  readonly last: number
}

const batchSize = 1000

/** The rows of a file in batches, numbered from 1 through all its tables; those up to `after` are passed over. */
export async function* batchesOf(file: PatentFile, after = 0): AsyncGenerator<RowBatch> {
  let [taken, refused, ordinal]: [RowIn[], RefusedRow[], number] = [[], [], 0]
  for await (const row of file.rows as AsyncIterable<ReadRow>) {
    ordinal++
    if (ordinal <= after) continue
    if ('fields' in row) taken.push({ ordinal, row: row.row, entry: row.entry, fields: row.fields })
    else refused.push({ ordinal, row: row.row, entry: row.entry, reason: row.reason, cells: row.cells })
    if (taken.length + refused.length >= batchSize) {
      yield { taken, refused, last: ordinal }
      ;[taken, refused] = [[], []]
    }
  }
  if (taken.length + refused.length > 0) yield { taken, refused, last: ordinal }
}

/** Opens a stored file by its content and its own name; why it cannot be read comes as a sentence. */
export async function openPatentFile(
  path: string,
  name: string,
): Promise<Outcome<PatentFile, { code: 'unreadable'; sentence: string }>> {
  const opened = await readPatentFile(path, { name })
  return opened.done
    ? done(opened.value)
    : refuse({ code: 'unreadable', sentence: readRefusalSentence(opened.refusal as ReadRefusal) })
}
