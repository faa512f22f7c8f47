import { uuidv7 } from 'uuidv7'
import type { ImportWires } from './import-wires.ts'

/** The same title, or the same holders and inventors. */
const alike = `(
  o.title_norm = m.title_norm
  or (o.inventors_norm <> '' and o.inventors_norm = m.inventors_norm and strpos(o.applicants_norm, m.applicants_norm) > 0)
)`

/** The records that the import touched, and those without an application number. Right after a first import there are no statistics: no join is left to a guess. */
const sets = `
     touched as materialized (
       select distinct o.record_id as id
       from patents.sighting s
       join patents.observation o on o.region_code = s.region_code and o.id = s.observation_id
       where s.region_code = $1 and s.import_id = $2
     ),
     numberless as materialized (
       select r.id
       from patents.record r
       where r.region_code = $1 and r.application_number is null
       union
       (
         select k.record_id from patents.record_key k where k.region_code = $1 and starts_with(k.key, 'W')
         except
         select a.record_id from patents.record_key a where a.region_code = $1 and starts_with(a.key, 'A')
       )
     )`

/** Touched records beside numberless ones of their day, walked from whichever are fewer. */
const fromTouched = `
       select m.id, o.id, m.title, m.filed_on
       from touched t
       join patents.record m on m.region_code = $1 and m.id = t.id and m.filed_on is not null
       cross join lateral (select * from patents.record r where r.region_code = $1 and r.sort_on = m.sort_on offset 0) o
       where o.id <> m.id and o.id in (select id from numberless) and ${alike}`
const fromNumberless = `
       select m.id, o.id, m.title, m.filed_on
       from numberless n
       join patents.record o on o.region_code = $1 and o.id = n.id
       cross join lateral (select * from patents.record r where r.region_code = $1 and r.sort_on = o.sort_on offset 0) m
       where m.id <> o.id and m.filed_on is not null and m.id in (select id from touched) and ${alike}`

/**
 * 疑似重复: after an import, the records it touched are held against those of the same filing day and title, where at least
 * one of the two has no application number to tell them apart, or a misprinted one. (The same title twice on one day with two numbers is an
 * invention and a utility model filed together, and no twin.) A pair decided before is not asked again.
 */
export async function markTwins({ wire }: ImportWires, region: number, importId: string): Promise<void> {
  const { rows: counted } = await wire.pool.query<{ touched: number; numberless: number }>(
    `with ${sets}
     select (select count(*)::integer from touched) as touched, (select count(*)::integer from numberless) as numberless`,
    [region, importId],
  )
  const { touched, numberless } = counted[0]!
  if (numberless === 0) return
  const { rows } = await wire.pool.query<{ a: string; b: string; title: string; filed_on: string }>(
    `with ${sets},
     pair as (
       select m.id as mine, o.id as other, m.title, m.filed_on
       from touched t
       join numberless n using (id)
       join patents.record m on m.region_code = $1 and m.id = t.id and m.filed_on is not null
       cross join lateral (select * from patents.record r where r.region_code = $1 and r.sort_on = m.sort_on offset 0) o
       where o.id <> m.id and ${alike}
       union all
       ${touched <= numberless ? fromTouched : fromNumberless}
     )
     select least(ka.key, kb.key) as a, greatest(ka.key, kb.key) as b, max(title) as title, max(filed_on::text) as filed_on
     from pair
     join lateral (select min(key) as key from patents.record_key where region_code = $1 and record_id = mine) ka on ka.key is not null
     join lateral (select min(key) as key from patents.record_key where region_code = $1 and record_id = other) kb on kb.key is not null
     group by 1, 2`,
    [region, importId],
  )
  for (const { a, b, title, filed_on } of rows) {
    await wire.pool.query(
      `insert into patents.twin (region_code, id, first_key, second_key, why)
       values ($1, $2, $3, $4, $5)
       on conflict (region_code, first_key, second_key) do nothing`,
      [
        region,
        uuidv7(),
        a,
        b,
        `申请日同为${filed_on}，名称或者申请人、发明人相同（${title}），其中一方没有申请号或者申请号有误，可能是同一件专利。`,
      ],
    )
  }
}
