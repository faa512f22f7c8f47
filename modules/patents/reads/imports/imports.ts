import type { Kysely } from 'kysely'
import { andThen, done, type Outcome, refuse } from '#kernel/outcome'
import type { Import } from '../../contract.ts'
import { importBy, importsPage } from '../../store/imports.ts'
import { importWire } from './import-wire.ts'

/** One import. Refuses import-unknown. */
export async function importReport(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<Import, { code: 'import-unknown' }>> {
  return andThen(await importBy(db, region, id), (row) => done(importWire(row)))
}

/** The imports, the latest first. Refuses not-a-cursor. */
export async function importPage(
  db: Kysely<unknown>,
  region: number,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Outcome<{ rows: Import[]; next: string | null; count: number }, { code: 'not-a-cursor' }>> {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) return refuse({ code: 'not-a-cursor' })
  const page = await importsPage(db, region, { before: cursor, limit })
  return done({ ...page, rows: page.rows.map(importWire) })
}
