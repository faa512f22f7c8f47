import { type Kysely, sql } from 'kysely'
import { type PlainDate, yearOf } from '#kernel/time'
import { gazetteer } from '#modules/regions'
import type { Unit } from '../contract.ts'
import { type DatedName, documentNumber, nameOn } from '../rules/tree.ts'

interface UnitRow {
  id: string
  parent_id: string | null
  kind: Unit['kind']
  place: number
  opened_on: PlainDate
  closed_on: PlainDate | null
  version: number
  names: DatedName[]
  series: { id: string; paper: string; prefix: string; from: PlainDate; to: PlainDate | null; last: number | null }[]
}

/** The units of a prefecture as they are on a day, parents before their parts; with `closed` those that ended before it too. */
export async function unitsOn(
  db: Kysely<unknown>,
  region: number,
  on: PlainDate,
  options: { readonly closed?: boolean; readonly id?: string } = {},
): Promise<Unit[]> {
  const { rows } = await sql<UnitRow>`
    select u.id, u.parent_id, u.kind, u.place, u.opened_on, u.closed_on,
           coalesce((select max(n) from trail.entry e
                     where e.region_code = u.region_code and e.subject_kind = 'unit' and e.subject_id = u.id::text), 0) as version,
           (select json_agg(json_build_object('from', n.from_day, 'to', n.to_day, 'name', n.name, 'sealName', n.seal_name, 'basis', n.basis)
                            order by n.from_day)
            from units.unit_name n
            where n.region_code = u.region_code and n.unit_id = u.id) as names,
           coalesce((select json_agg(json_build_object('id', s.id, 'paper', s.paper, 'prefix', s.prefix, 'from', s.from_day, 'to', s.to_day,
                                                       'last', (select c.last from units.number_counter c
                                                                where c.region_code = s.region_code and c.series_id = s.id
                                                                  and c.year = ${yearOf(on)}))
                                     order by s.paper, s.from_day)
                     from units.number_series s
                     where s.region_code = u.region_code and s.unit_id = u.id), '[]') as series
    from units.unit u
    where u.region_code = ${region}
      and (${options.id ?? null}::uuid is null or u.id = ${options.id ?? null}::uuid)
      and (${options.closed ?? false} or ${options.id !== undefined} or u.closed_on is null or u.closed_on >= ${on})
    order by array_position(array['prefecture-office', 'section', 'brigade', 'county-bureau', 'station', 'other'], u.kind), u.place, u.id`.execute(
    db,
  )
  return rows.map((row) => {
    const named = nameOn(row.names, on)
    return {
      id: row.id,
      version: String(row.version),
      parent: row.parent_id,
      kind: row.kind,
      name: named.name,
      sealName: named.sealName,
      names: row.names,
      place: String(row.place),
      placeName: gazetteer(region).division(row.place)?.name ?? String(row.place),
      openedOn: row.opened_on,
      closedOn: row.closed_on,
      series: row.series.map(({ last, ...series }) => ({
        ...series,
        example: documentNumber(series.prefix, yearOf(on), (last ?? 0) + 1),
      })),
    }
  })
}

/** The version of a unit as its latest author would have seen it. */
export async function unitVersion(db: Kysely<unknown>, region: number, id: string): Promise<string> {
  const { rows } = await sql<{ n: number | null }>`
    select max(n) as n from trail.entry where region_code = ${region} and subject_kind = 'unit' and subject_id = ${id}`.execute(
    db,
  )
  return String(rows[0]?.n ?? 0)
}
