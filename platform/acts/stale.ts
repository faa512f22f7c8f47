import { sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { ActContext } from './act.ts'
import type { StaleRefusal } from './refusals.ts'

/**
 * The version of a thing is the place of the last trail entry about it. Who looked at an earlier one is refused and
 * told what was done since. Lock the thing's row before asking.
 */
export async function upToDate(
  { tx, region }: Pick<ActContext, 'tx' | 'region'>,
  subject: { readonly kind: string; readonly id: string },
  looked: string,
): Promise<Outcome<void, StaleRefusal>> {
  const { rows } = await sql<{ actor_name: string; sentence: string; at: string }>`
    select actor_name, detail->>'sentence' as sentence, to_char(at, 'MM-DD HH24:MI') as at
    from trail.entry
    join trail.detail using (region_code, n)
    where region_code = ${region}
      and subject_kind = ${subject.kind}
      and subject_id = ${subject.id}
      and n > ${/^\d{1,15}$/.test(looked) ? Number(looked) : 0}
    order by n
    limit 10`.execute(tx)
  if (rows.length === 0) return done(undefined)
  return refuse({ code: 'stale', changes: rows.map((row) => `${row.at} ${row.actor_name}${row.sentence}`) })
}
