import type { Kysely } from 'kysely'
import { andThen, done, type Outcome, refuse } from '#kernel/outcome'
import type { ListRow, MarkList } from '../contract.ts'
import { isUuid } from '../store/checks.ts'
import { type KeptList, type KeptListRow, listBy, listRows, listsBefore } from '../store/lists.ts'

const listWire = (kept: KeptList): MarkList => ({
  id: kept.id,
  name: kept.name,
  state: kept.state,
  headings: [...kept.headings],
  rowsDone: kept.rowsDone,
  rowsTotal: kept.rowsTotal,
  counts: { ...kept.counts },
  failure: kept.failure,
  toLookUp: kept.toLookUp,
  enlisted: kept.enlisted,
  enlisting: kept.enlisting,
  enlistTotal: kept.enlistTotal,
  enlistFailure: kept.enlistFailure,
  by: kept.byName,
  at: kept.at.toISOString(),
})

const rowWire = (kept: KeptListRow): ListRow => ({
  ...kept,
  cells: [...kept.cells],
  asked: kept.asked === null ? null : { ...kept.asked },
})

/** One list. Refuses list-unknown. */
export async function oneList(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<MarkList, { code: 'list-unknown' }>> {
  return andThen(await listBy(db, region, id), (kept) => done(listWire(kept)))
}

/** The lists, the latest first. Refuses not-a-cursor. */
export async function listsPage(
  db: Kysely<unknown>,
  region: number,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Outcome<{ rows: MarkList[]; next: string | null; count: number }, { code: 'not-a-cursor' }>> {
  if (cursor !== undefined && !isUuid(cursor)) return refuse({ code: 'not-a-cursor' })
  const page = await listsBefore(db, region, { before: cursor, limit })
  return done({ ...page, rows: page.rows.map(listWire) })
}

/** The rows of a list with their findings, in its own order. Refuses list-unknown. */
export async function rowsPage(
  db: Kysely<unknown>,
  region: number,
  id: string,
  {
    cursor,
    outcome,
    limit,
  }: { readonly cursor?: string | undefined; readonly outcome?: string | undefined; readonly limit: number },
): Promise<Outcome<{ rows: ListRow[]; next: string | null; count: number }, { code: 'list-unknown' }>> {
  const found = await listBy(db, region, id)
  if (!found.done) return found
  const after = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0
  const rows = await listRows(db, region, id, { after, outcome, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const count = outcome === undefined ? found.value.rowsDone : (found.value.counts[outcome] ?? 0)
  return done({ rows: page.map(rowWire), next: rows.length > limit ? String(page.at(-1)!.ordinal) : null, count })
}

/** A list that has been gone through. Refuses list-unknown, list-still-checking. */
export async function finishedList(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<KeptList, { code: 'list-unknown' } | { code: 'list-still-checking' }>> {
  const found = await listBy(db, region, id)
  if (!found.done) return found
  return found.value.state === 'checking' ? refuse({ code: 'list-still-checking' }) : found
}
