import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Runner } from '#platform/acts'
import type { Clock } from '#platform/clock'
import type { Wire } from '#platform/database'
import type { FileStore } from '#platform/files'
import { openSheets, sheetRefusalSentence, UnreadableSheet } from '#platform/sheets'
import { mostListRows, settleList } from '../acts/lists.ts'
import type { Answer } from '../contract.ts'
import { answerMarks } from '../reads/answer.ts'
import { type ListColumns, pastedRows, readHeadings, readListRow } from '../rules/read-list.ts'
import { addListRows, listBy, type NewListRow } from '../store/lists.ts'

/** What the job of a list works with. */
export interface ListWires {
  readonly wire: Wire<unknown>
  readonly runner: Runner
  readonly files: FileStore
  readonly clock: Clock
}

interface RowOfList {
  readonly row: number
  readonly cells: readonly string[]
}

const batch = 500

/** Checks a list row by row; begun anew after a crash, since nothing but its own rows was written. */
export async function runList(wires: ListWires, region: number, id: string, pasted: string | null): Promise<void> {
  const db = wires.wire.kysely
  const found = await listBy(db, region, id)
  if (!found.done || found.value.state !== 'checking') return
  await sql`delete from mark_checks.list_row where region_code = ${region} and list_id = ${id}`.execute(db)
  await sql`update mark_checks.list set rows_done = 0 where region_code = ${region} and id = ${id}`.execute(db)
  const failure = await checkRows(
    wires,
    region,
    id,
    pasted === null ? rowsOfFile(wires, found.value.digest!) : pastedRows(pasted),
  )
  const settled = await wires.runner.run(
    settleList,
    { region, actor: { id: null, name: '系统', via: 'product' }, idempotencyKey: uuidv7() },
    { id, failure },
  )
  if (!settled.done) throw new Error(`the list cannot be settled: ${settled.refusal.code}`)
}

/** Null when all rows are in; else why the list could not be read, as a sentence. */
async function checkRows(
  wires: ListWires,
  region: number,
  id: string,
  rows: AsyncIterable<RowOfList> | Iterable<RowOfList>,
): Promise<string | null> {
  let columns: ListColumns | undefined
  let waiting: RowOfList[] = []
  let ordinal = 0
  const flush = async () => {
    const some = waiting
    waiting = []
    if (some.length === 0) return
    const checked = await checkBatch(wires, region, some, columns ?? null, ordinal)
    ordinal += some.length
    await wires.wire.kysely.transaction().execute((tx) => addListRows(tx, region, id, checked))
  }
  try {
    for await (const row of rows) {
      if (columns === undefined) {
        columns = readHeadings(row.cells)
        if (columns !== null) {
          await keepHeadings(wires, region, id, row.cells)
          continue
        }
      }
      if (ordinal + waiting.length >= mostListRows) return `清单超过${mostListRows}行，请拆分后分次核验。`
      waiting.push(row)
      if (waiting.length >= batch) await flush()
    }
    await flush()
  } catch (error) {
    if (error instanceof UnreadableList) return error.message
    if (error instanceof UnreadableSheet) return sheetRefusalSentence(error.refusal)
    throw error
  }
  return ordinal === 0 ? '清单中没有需要核验的标识。' : null
}

async function checkBatch(
  { wire, clock }: ListWires,
  region: number,
  rows: readonly RowOfList[],
  columns: ListColumns,
  before: number,
): Promise<NewListRow[]> {
  const read = rows.map((row) => readListRow(row.cells, columns))
  const asked = read.flatMap((one) => ('asked' in one ? [one.asked] : []))
  const answers = (await answerMarks(wire.kysely, { region, today: clock.today() }, asked)).values()
  return read.map((one, at) => {
    const { row, cells } = rows[at]!
    const place = { ordinal: before + at + 1, rowNumber: row, cells }
    if ('problem' in one) return { ...place, asked: null, problem: one.problem, answer: null }
    return { ...place, asked: one.asked, problem: null, answer: answers.next().value!.answer as Answer }
  })
}

async function keepHeadings({ wire }: ListWires, region: number, id: string, cells: readonly string[]): Promise<void> {
  await sql`
    update mark_checks.list
    set headings = ${JSON.stringify(cells)}, rows_total = case when rows_total is null then null else rows_total - 1 end
    where region_code = ${region} and id = ${id}`.execute(wire.kysely)
}

class UnreadableList extends Error {}

/** The rows of the first sheet that has any. */
async function* rowsOfFile({ files }: ListWires, digest: string): AsyncGenerator<RowOfList> {
  const opened = await openSheets(files.path(digest))
  if (!opened.done) throw new UnreadableList(sheetRefusalSentence(opened.refusal))
  let some = false
  for await (const sheet of opened.value.sheets) {
    for await (const row of sheet.rows) {
      some = true
      yield row
    }
    if (some) return
  }
}
