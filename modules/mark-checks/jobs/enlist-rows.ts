import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { enlistRow } from '../acts/enlist.ts'
import { listBy, rowsToEnlist } from '../store/lists.ts'
import type { ListWires } from './check-list.ts'

/** What was asked: which rows, and who answers for the checks made of them. */
export interface Enlisting {
  readonly region: number
  readonly id: string
  /** Null: all that are to be looked up. */
  readonly rows: readonly number[] | null
  readonly county: string | null
  readonly by: { readonly id: string | null; readonly name: string }
}

const batch = 200

/** Makes a check of each row; begun anew after a crash it goes on with the rows that are none yet. */
export async function enlistRows(wires: ListWires, asked: Enlisting): Promise<void> {
  const { region, id } = asked
  const db = wires.wire.kysely
  const found = await listBy(db, region, id)
  if (!found.done || !found.value.enlisting) return
  let failure: string | null = '没有全部列入，请再次办理；已列入的不会重复。'
  try {
    failure = (await enlistAll(wires, asked))
      ? null
      : `${asked.by.name}已不能办理核验，没有全部列入，请由其他人员办理；已列入的不会重复。`
  } finally {
    await sql`
      update mark_checks.list set enlisting = false, enlist_failure = ${failure}
      where region_code = ${region} and id = ${id}`.execute(db)
  }
}

/** Whether all rows are checks; false where the officer's role ended meanwhile. A row that is one already is not made again. */
async function enlistAll({ wire, runner }: ListWires, { region, id, rows, county, by }: Enlisting): Promise<boolean> {
  const actor = { ...by, via: 'job' } as const
  for (let after = 0; ; ) {
    const some = await rowsToEnlist(wire.kysely, region, id, { rows, after, limit: batch })
    for (const row of some) {
      const ran = await runner.run(enlistRow, { region, actor, idempotencyKey: uuidv7() }, { list: id, row, county })
      if (!ran.done && ran.refusal.code !== 'row-enlisted') return false
    }
    if (some.length < batch) return true
    after = some.at(-1)!
  }
}
