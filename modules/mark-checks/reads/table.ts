import type { Kysely } from 'kysely'
import { entriesOf } from '#modules/catalogues'
import type { TableRow } from '../contract.ts'
import { markCatalogue } from '../mark-catalogue.ts'

/** The decision table (判定规则) in its order, each row once with the article of every period. */
export async function tableRows(db: Kysely<unknown>, region: number): Promise<TableRow[]> {
  const entries = await entriesOf(db, region, markCatalogue)
  const rows = new Map<string, TableRow>()
  for (const { id, body, validFrom, validTo, basis, certainty } of entries) {
    const clause = { from: validFrom, to: validTo, basis, cited: body.clauseOf !== null, certain: certainty === 'confirmed' }
    const { order, step, when, outcome, sentence, next } = body
    rows.set(id, { id, order, step, when, outcome, sentence, next, clauses: [...(rows.get(id)?.clauses ?? []), clause] })
  }
  return [...rows.values()].sort((a, b) => a.order - b.order)
}
