import { where } from './find-rows.ts'
import type { SearchRequest, Sort } from './request.ts'
import type { SearchWire } from './search-patents.ts'
import { sourceSql } from './source.ts'
import { asker, Values, within } from './sql.ts'
import { isTitleHit, titleForm } from './title-hits.ts'

/** Milliseconds the cursor's opening may take; its rows come as long as they come. */
const patience = 60_000
/** Rows fetched at a time. */
const bundle = 5_000

/**
 * The ids of all patents that fit, in the order of the list, as the register stood at the first of them: for exports and kept
 * row sets. Within an act's transaction it reads there, else in one of its own that ends with the iteration; a connection is held so long.
 */
export async function* matchingIds(wire: SearchWire, request: SearchRequest & { readonly sort?: Sort }): AsyncGenerator<string> {
  const values = new Values()
  const { query, sort = 'relevance' } = request
  const hit = sort === 'relevance' && query && titleForm(query) ? isTitleHit(query, values) : null
  const day = sort === 'oldest' ? 'sort_on, id' : 'sort_on DESC, id DESC'
  const found = where(request, values)
  // MATERIALIZED keeps the planner from walking by date, which it likes for a cursor.
  const text = `WITH found AS MATERIALIZED (SELECT id, sort_on${hit ? `, (${hit}) AS hit` : ''} FROM ${sourceSql(request, values)} ${found})
    SELECT id FROM found ORDER BY ${hit ? 'hit DESC, ' : ''}${day}`
  if (wire.db.isTransaction) {
    yield* fetchAll(wire.db, text, values)
    return
  }
  const tx = await wire.db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute()
  try {
    yield* fetchAll(tx, text, values)
    await tx.commit().execute()
  } finally {
    if (!tx.isCommitted) await tx.rollback().execute()
  }
}

async function* fetchAll(db: SearchWire['db'], text: string, values: Values): AsyncGenerator<string> {
  const ask = asker(db)
  const name = `matching_${crypto.randomUUID().replaceAll('-', '')}`
  await within(db, { patience, byIndex: true }, (led) => led(`DECLARE ${name} NO SCROLL CURSOR FOR ${text}`, values.list))
  for (;;) {
    const rows = await ask<{ id: string }>(`FETCH ${bundle} FROM ${name}`)
    for (const { id } of rows) yield id
    if (rows.length < bundle) break
  }
  await ask(`CLOSE ${name}`)
}
