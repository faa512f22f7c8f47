import type { PlainDate } from '#kernel/time'
import type { Wire } from '#platform/database'
import type { Right } from '../../rules/fields.ts'
import type { Status } from '../../rules/status.ts'

/** A right of the register as the copy is made of it. */
export interface ScannedRight {
  readonly id: string
  readonly number: string
  readonly publication: string | null
  readonly spans: readonly (readonly [PlainDate, Status, string])[]
  readonly title: string
  /** Joined by `；`. */
  readonly applicants: string
  readonly right: Right | null
  readonly county: number | null
  readonly filedOn: PlainDate | null
  readonly grantedOn: PlainDate | null
}

const bundle = 10_000

/** Every right of the register that has an application number, in bundles, so that a million take the memory of one. */
export async function* scanRights({ pool }: Pick<Wire<unknown>, 'pool'>, region: number): AsyncGenerator<ScannedRight[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await pool.query<ScannedRight>({
      name: 'pocket-rights',
      text: `
        select id, application_number as number, publication_number as publication, status_spans as spans, title, applicants, right_kind as right, county,
               filed_on as "filedOn", granted_on as "grantedOn"
        from patents.record
        where region_code = $1 and id > $2 and application_number is not null
        order by id
        limit ${bundle}`,
      values: [region, after],
    })
    if (rows.length > 0) yield rows
    if (rows.length < bundle) return
    after = rows.at(-1)!.id
  }
}
