import type { PlainDate } from '#kernel/time'
import type { Wire } from '#platform/database'
import type { Right } from '../../rules/fields.ts'
import type { SpanColumns } from '../../rules/project.ts'

/** A right of the register as the copy is made of it. */
export interface ScannedRight {
  readonly id: string
  readonly number: string
  readonly publication: string | null
  readonly spans: readonly SpanColumns[]
  readonly title: string
  /** Joined by `；`. */
  readonly applicants: string
  readonly right: Right | null
  readonly county: number | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
  /** Whether it is carried whole. */
  readonly whole: boolean
  /** The latest day of which a source speaks; read where it is carried whole or pending, else null. */
  readonly asOf: PlainDate | null
  /** Whether a source names holders beside the applicants, or licensees; read where it is carried whole. */
  readonly named: boolean
}

const bundle = 5_000

export interface Scan {
  readonly region: number
  readonly today: PlainDate
  /** Whether every right is carried whole, or those alone that stand with a county. */
  readonly everything: boolean
}

/** Every right of the register that has an application number, in bundles, so that a million take the memory of one. */
export async function* scanRights(
  { pool }: Pick<Wire<unknown>, 'pool'>,
  { region, today, everything }: Scan,
): AsyncGenerator<ScannedRight[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await pool.query<ScannedRight>({
      name: 'pocket-rights',
      text: `
        select r.id, r.application_number as number, r.publication_number as publication, r.status_spans as spans, r.title,
               r.applicants, r.right_kind as right, r.county, r.filed_on as "filedOn", r.granted_on as "grantedOn",
               ($3 or r.county is not null) as whole,
               case when $3 or r.county is not null or r.status = 'pending' then (
                 select max(i.source_day)
                 from patents.observation o
                 join patents.sighting s on s.region_code = o.region_code and s.observation_id = o.id
                 join patents.import i on i.region_code = s.region_code and i.id = s.import_id
                 where o.region_code = r.region_code and o.record_id = r.id and o.format <> 'hand' and i.source_day <= $4
               ) end as "asOf",
               ($3 or r.county is not null) and exists (
                 select from patents.observation o
                 where o.region_code = r.region_code and o.record_id = r.id
                   and (o.fields ?| array['holders', 'openLicences'] or o.fields->'extra' ?| array['被许可人', '当前被许可人']
                        or o.fields->>'events' like '%许可合同备案%')
               ) as named
        from patents.record r
        where r.region_code = $1 and r.id > $2 and r.application_number is not null
        order by r.id
        limit ${bundle}`,
      values: [region, after, everything, today],
    })
    if (rows.length > 0) yield rows
    if (rows.length < bundle) return
    after = rows.at(-1)!.id
  }
}

/** How many rights have an application number. */
export async function countRights({ pool }: Pick<Wire<unknown>, 'pool'>, region: number): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select count(*) as n from patents.record where region_code = $1 and application_number is not null',
    [region],
  )
  return rows[0]!.n
}
