import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { markImport } from '../acts/import-acts.ts'
import { sources } from '../formats/index.ts'
import { type Account, type Headings, type ImportRow, importBy } from '../store/imports.ts'
import { restoreSearchIndex, setSearchIndexAside } from '../store/search-index.ts'
import { checkFile } from './check-import.ts'
import type { ImportWires } from './import-wires.ts'
import { markTwins } from './mark-twins.ts'
import { readFileIn } from './read-import.ts'
import { undoFile } from './undo-import.ts'

const product = { id: null, name: '系统', via: 'product' } as const

async function mark(
  wires: ImportWires,
  region: number,
  id: string,
  act: 'check' | 'fail' | 'finish' | 'finish-undo',
  failure: string | null = null,
) {
  const marked = await wires.runner.run(markImport, { region, actor: product, idempotencyKey: uuidv7() }, { id, act, failure })
  // Somebody else was faster: the state says so and nothing is lost.
  if (!marked.done && marked.refusal.code !== 'not-in-this-state') throw new Error(`import ${id}: ${marked.refusal.code}`)
}

/** One worker at a time goes about an import; the lock is gone with the worker. Null where somebody has it. */
async function alone<T>(wires: ImportWires, id: string, work: () => Promise<T>): Promise<T | null> {
  return wires.wire.withClient(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('patents.import'), hashtext($1)) as mine`,
      [id],
    )
    if (!rows[0]!.mine) return null
    try {
      return await work()
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('patents.import'), hashtext($1))`, [id])
    }
  })
}

/** 预检 of an uploaded file. */
export async function runCheck(wires: ImportWires, region: number, id: string): Promise<void> {
  await alone(wires, id, async () => {
    const found = await importBy(wires.wire.kysely, region, id)
    if (!found.done || found.value.state !== 'checking') return
    const row = found.value
    const progress = checkProgress(wires, region, id)
    const checked = await checkFile({ ...wires, onProgress: progress.tell }, region, {
      path: wires.files.path(row.fileDigest),
      name: row.fileName,
    })
    await progress.end()
    if (checked.account === null) return mark(wires, region, id, 'fail', checked.failure)
    await keepCheck(wires, region, id, checked)
    await mark(wires, region, id, 'check')
  })
}

/** How far a check has come is written once a second at most, and taken back at its end: nothing has been read in yet. */
function checkProgress({ wire }: ImportWires, region: number, id: string) {
  let toldAt = performance.now()
  let written: Promise<unknown> = Promise.resolve()
  const write = (rows: number) =>
    wire.pool.query('update patents.import set rows_done = $3 where region_code = $1 and id = $2', [region, id, rows])
  return {
    tell: (rows: number) => {
      if (performance.now() - toldAt < 1000) return
      toldAt = performance.now()
      // What is only shown must not stop the check.
      written = written.then(() => write(rows)).catch(() => {})
    },
    end: async () => {
      await written
      await write(0)
    },
  }
}

async function keepCheck(
  wires: ImportWires,
  region: number,
  id: string,
  { account, headings }: { readonly account: Account; readonly headings: Headings },
): Promise<void> {
  const source = sources[account.format!]
  await sql`
    update patents.import
    set format = ${account.format}, rank = ${source.rank}, publishable = ${source.publishable}, dry_run = ${JSON.stringify(account)},
        headings = ${JSON.stringify(headings)}, rows_total = ${account.read}
    where region_code = ${region} and id = ${id}`.execute(wires.wire.kysely)
}

/** Bytes a row takes at least in files that say nothing of their length. */
const rowBytes = 300

/** A first large import writes without the index of lexemes, which is made when it ends, well or not. */
async function withIndexAside<T>({ wire }: ImportWires, row: ImportRow, work: () => Promise<T>): Promise<T> {
  await wire.withClient((client) => setSearchIndexAside(client, row.rowsTotal ?? Math.floor(row.fileSize / rowBytes)))
  try {
    return await work()
  } finally {
    // Also what an import that died before had set aside.
    await wire.withClient(restoreSearchIndex)
  }
}

/** 导入, from where it stopped if it stopped. A file that breaks off leaves what was read, marked 已中断. */
export async function runImport(wires: ImportWires, region: number, id: string): Promise<void> {
  await alone(wires, id, async () => {
    const found = await importBy(wires.wire.kysely, region, id)
    if (!found.done || found.value.state !== 'reading') return
    const failure = await withIndexAside(wires, found.value, () =>
      readFileIn(wires, region, found.value, wires.files.path(found.value.fileDigest)),
    )
    if (failure !== null) return mark(wires, region, id, 'fail', failure)
    await markTwins(wires, region, id)
    await mark(wires, region, id, 'finish')
  })
}

/** 撤销整批导入, from where it stopped if it stopped. */
export async function runUndo(wires: ImportWires, region: number, id: string): Promise<void> {
  await alone(wires, id, async () => {
    const found = await importBy(wires.wire.kysely, region, id)
    if (!found.done || found.value.state !== 'undoing') return
    await undoFile(wires, region, id)
    await mark(wires, region, id, 'finish-undo')
  })
}
