import type { PoolClient } from 'pg'
import { calendarOf } from '#modules/calendar'
import { surroundings } from '../reads/surroundings.ts'
import { copyRows } from '../store/copy.ts'
import type { Account, Headings, ImportRow } from '../store/imports.ts'
import { raiseVersion } from '../store/register-version.ts'
import { lockRegister, takeBatch } from '../store/take-batch.ts'
import { type ImportWires, inBatch } from './import-wires.ts'
import { batchesOf, lostSoFar, openPatentFile, type RowBatch } from './walk-file.ts'

const empty: Account = {
  format: null,
  read: 0,
  new: 0,
  changed: 0,
  same: 0,
  refused: 0,
  unknownHeadings: [],
  missingHeadings: [],
  refusedRows: [],
}

/**
 * 导入: takes a file's rows into the register, a batch a transaction; each commit carries how far it came, so that a
 * crash loses and doubles nothing. Answers with the failure's sentence where the file breaks off, else null.
 */
export async function readFileIn(wires: ImportWires, region: number, row: ImportRow, path: string): Promise<string | null> {
  const opened = await openPatentFile(path, row.fileName)
  if (!opened.done) return opened.refusal.sentence
  const { format, rank, publishable, unknownHeadings, missingHeadings, headings, matched } = opened.value
  await wires.wire.pool.query('update patents.import set headings = $3 where region_code = $1 and id = $2', [
    region,
    row.id,
    JSON.stringify({ printed: headings, matched } satisfies Headings),
  ])
  const source = { region, importId: row.id, format, rank, publishable, day: row.sourceDay! }
  const around = surroundings(region, wires.clock.today(), await calendarOf(wires.wire.kysely, region))
  let account: Account = { ...empty, ...(row.account ?? {}), format, unknownHeadings, missingHeadings }
  for await (const batch of ahead(batchesOf(opened.value, row.rowsDone))) {
    const before = account
    account = await inBatch(wires.wire, async (client) => {
      await lockRegister(client, region)
      const counts = await takeBatch(client, source, batch.taken, around)
      const next = added(before, batch, counts)
      await saveProgress(client, region, row.id, batch, next)
      return next
    })
    wires.onProgress?.(batch.last)
  }
  return null
}

/** While a batch is written the next one is read. */
async function* ahead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next()
  try {
    for (;;) {
      const { done, value } = await next
      if (done) return
      next = source.next()
      // Whoever stops here never asks for what went wrong in reading on.
      next.catch(() => {})
      yield value
    }
  } finally {
    await source.return(undefined)
  }
}

function added(
  account: Account,
  batch: RowBatch,
  counts: { readonly new: number; readonly changed: number; readonly same: number },
): Account {
  return {
    ...account,
    read: account.read + batch.taken.length + batch.refused.length,
    new: account.new + counts.new,
    changed: account.changed + counts.changed,
    same: account.same + counts.same,
    refused: account.refused + batch.refused.length,
    refusedRows: [...account.refusedRows, ...batch.refused.map(({ row, reason }) => ({ row, reason }))].slice(0, 100),
    ...lostSoFar(account.lost, batch),
  }
}

async function saveProgress(client: PoolClient, region: number, id: string, batch: RowBatch, account: Account): Promise<void> {
  await copyRows(
    client,
    'patents.refused_row',
    ['region_code', 'import_id', 'ordinal', 'row_number', 'entry', 'reason', 'cells'],
    batch.refused.map((one) => [region, id, one.ordinal, one.row, one.entry, one.reason, JSON.stringify(one.cells)]),
  )
  await client.query('update patents.import set rows_done = $3, account = $4 where region_code = $1 and id = $2', [
    region,
    id,
    batch.last,
    JSON.stringify(account),
  ])
  await raiseVersion(client, region)
  await client.query(`select pg_notify('zhizhou', $1)`, [
    JSON.stringify({ region, fact: 'import-progress', id, rowsDone: batch.last }),
  ])
}
