import { done, type Outcome, refuse } from '#kernel/outcome'
import { type PatentFile, type ReadRefusal, type ReadRow, readPatentFile, readRefusalSentence } from '../formats/index.ts'
import type { Lost } from '../store/imports.ts'
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
  readonly lost: Lost
  /** Ordinal of the batch's last row. */
  readonly last: number
}

const batchSize = 1000

/** The rows of a file in batches, numbered from 1 through all its tables; those up to `after` are passed over. */
export async function* batchesOf(file: PatentFile, after = 0): AsyncGenerator<RowBatch> {
  let [taken, refused, lost, ordinal]: [RowIn[], RefusedRow[], Lost, number] = [[], [], noneLost, 0]
  for await (const row of file.rows as AsyncIterable<ReadRow>) {
    ordinal++
    if (ordinal <= after) continue
    const characters = lostIn('fields' in row ? row.fields : row.cells)
    if (characters > 0) lost = plus(lost, { characters, rows: 1 })
    if ('fields' in row) taken.push({ ordinal, row: row.row, entry: row.entry, fields: row.fields })
    else refused.push({ ordinal, row: row.row, entry: row.entry, reason: row.reason, cells: row.cells })
    if (taken.length + refused.length >= batchSize) {
      yield { taken, refused, lost, last: ordinal }
      ;[taken, refused, lost] = [[], [], noneLost]
    }
  }
  if (taken.length + refused.length > 0) yield { taken, refused, lost, last: ordinal }
}

const noneLost: Lost = { characters: 0, rows: 0 }

const plus = (one: Lost, other: Lost): Lost => ({
  characters: one.characters + other.characters,
  rows: one.rows + other.rows,
})

/** The account's remark on lost characters, this batch's added; nothing where there are none. */
export function lostSoFar(before: Lost | undefined, { lost }: RowBatch): { readonly lost?: Lost } {
  const sum = plus(before ?? noneLost, lost)
  return sum.rows > 0 ? { lost: sum } : {}
}

/** How many U+FFFD stand in the texts of a value. */
function lostIn(value: unknown): number {
  if (typeof value === 'string') return value.includes('\ufffd') ? value.split('\ufffd').length - 1 : 0
  if (typeof value !== 'object' || value === null) return 0
  let sum = 0
  for (const part of Array.isArray(value) ? value : Object.values(value)) sum += lostIn(part)
  return sum
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
