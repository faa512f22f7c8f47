import { sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { ActContext } from '#platform/acts'
import type { DatedName } from './rules/tree.ts'

/** A unit as its acts see it, its row locked to the end of the act. */
export interface LockedUnit {
  readonly id: string
  readonly place: number
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | null
  readonly names: readonly DatedName[]
}

export async function lockUnit({ tx, region }: ActContext, id: string): Promise<Outcome<LockedUnit, { code: 'unit-unknown' }>> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return refuse({ code: 'unit-unknown' })
  const { rows } = await sql<{ id: string; place: number; opened_on: PlainDate; closed_on: PlainDate | null }>`
    select id, place, opened_on, closed_on
    from units.unit
    where region_code = ${region} and id = ${id}
    for update`.execute(tx)
  const row = rows[0]
  if (!row) return refuse({ code: 'unit-unknown' })
  const names = await sql<DatedName>`
    select from_day as "from", to_day as "to", name, seal_name as "sealName", basis
    from units.unit_name
    where region_code = ${region} and unit_id = ${id}
    order by from_day`.execute(tx)
  return done({ id, place: row.place, openedOn: row.opened_on, closedOn: row.closed_on, names: names.rows })
}

export async function saveNames({ tx, region }: ActContext, id: string, names: readonly DatedName[]): Promise<void> {
  await sql`delete from units.unit_name where region_code = ${region} and unit_id = ${id}`.execute(tx)
  for (const name of names) {
    await sql`
      insert into units.unit_name (region_code, unit_id, from_day, to_day, name, seal_name, basis)
      values (${region}, ${id}, ${name.from}, ${name.to}, ${name.name}, ${name.sealName}, ${name.basis})`.execute(tx)
  }
}

/** The place of a unit, for the permission; null where there is no such unit (the act then refuses). */
export async function placeOfUnit({ tx, region }: ActContext, id: string | null): Promise<number | null> {
  if (id === null || !/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await sql<{
    place: number
  }>`select place from units.unit where region_code = ${region} and id = ${id}`.execute(tx)
  return rows[0]?.place ?? null
}
