import { type Kysely, sql } from 'kysely'
import type { PlainDate } from '#kernel/time'

/** Each unit's name on a day and the place it is competent for: what other modules print and weigh. */
export async function unitNames(
  db: Kysely<unknown>,
  region: number,
  on: PlainDate,
): Promise<ReadonlyMap<string, { readonly name: string; readonly place: number }>> {
  const { rows } = await sql<{ id: string; place: number; name: string }>`
    select u.id, u.place,
           (select n.name
            from units.unit_name n
            where n.region_code = u.region_code and n.unit_id = u.id
            order by n.from_day <= ${on} desc, case when n.from_day <= ${on} then n.from_day end desc, n.from_day
            limit 1) as name
    from units.unit u
    where u.region_code = ${region}`.execute(db)
  return new Map(rows.map((row) => [row.id, { name: row.name, place: row.place }]))
}
