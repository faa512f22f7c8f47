import { addJob } from '#platform/jobs'
import { restoreSearchIndex } from '../store/search-index.ts'
import type { ImportWires } from './import-wires.ts'

/**
 * Imports left half done by a process that died (a command line cut off) go on: those under way by state whose lock
 * nobody holds get a job again. A job that exists is not doubled. An index that such an import had set aside is made anew.
 */
export async function resumeLeft({ wire }: ImportWires, region: number): Promise<number> {
  const { rows } = await wire.pool.query<{ id: string; state: string }>(
    `select id, state
     from patents.import
     where region_code = $1 and state in ('checking', 'reading', 'undoing')
       and not exists (
         select from pg_locks
         where locktype = 'advisory' and objsubid = 2
           and classid::bigint = hashtext('patents.import')::bigint & x'ffffffff'::bigint
           and objid::bigint = hashtext(import.id::text)::bigint & x'ffffffff'::bigint
       )`,
    [region],
  )
  if (rows.every(({ state }) => state !== 'reading')) await wire.withClient(restoreSearchIndex)
  const jobOf: Readonly<Record<string, string>> = { checking: 'check', reading: 'read', undoing: 'undo' }
  for (const { id, state } of rows) {
    const name = jobOf[state]!
    await wire.kysely.transaction().execute((tx) => addJob(tx, `patents.${name}-import`, { region, id }, `${name} ${id}`))
  }
  return rows.length
}
