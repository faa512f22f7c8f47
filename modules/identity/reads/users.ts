import { type Kysely, sql } from 'kysely'
import type { PlainDate } from '#kernel/time'
import { gazetteer } from '#modules/regions'
import { type Role, roles } from '#modules/roles'
import { unitNames } from '#modules/units'
import type { RoleGrant, User } from '../contract.ts'

interface PersonRow {
  id: string
  account: string
  name: string
  unit_id: string | null
  disabled_at: Date | null
  locked_until: Date | null
  must_change_password: boolean
  last_sign_in_at: Date | null
  version: number
  grants: { id: string; role: Role; unit: string | null; place: number | null; from: PlainDate; to: PlainDate | null }[]
}

export interface UsersAsked {
  readonly query?: string | undefined
  readonly unit?: string | undefined
  readonly state?: 'active' | 'locked' | 'disabled' | undefined
  readonly id?: string | undefined
  /** The account after which the page begins. */
  readonly after?: string | undefined
  readonly limit: number
}

/** People by account, a page at a time. */
export async function usersBy(
  db: Kysely<unknown>,
  region: number,
  asked: UsersAsked,
  { now, today }: { now: Date; today: PlainDate },
): Promise<{ rows: User[]; count: number; next: string | null }> {
  const where = sql`
    p.region_code = ${region}
    and (${asked.id ?? null}::text is null or p.id::text = ${asked.id ?? null})
    and (${asked.query ?? null}::text is null or strpos(lower(p.account || ' ' || p.name), lower(${asked.query ?? ''})) > 0)
    and (${asked.unit ?? null}::text is null or p.unit_id::text = ${asked.unit ?? null})
    and (${asked.state ?? null}::text is null
         or ${asked.state ?? null}::text = case when p.disabled_at is not null then 'disabled'
                                                when p.locked_until > ${now} then 'locked'
                                                else 'active' end)`
  const { rows } = await sql<PersonRow>`
    select p.id, p.account, p.name, p.unit_id, p.disabled_at, p.locked_until, p.must_change_password, p.last_sign_in_at,
           coalesce((select max(n) from trail.entry e
                     where e.region_code = p.region_code and e.subject_kind = 'person' and e.subject_id = p.id::text), 0) as version,
           coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'unit', g.unit_id, 'place', g.place,
                                                       'from', g.from_day, 'to', g.to_day) order by g.from_day, g.id)
                     from identity.role_grant g
                     where g.region_code = p.region_code and g.person_id = p.id and (g.to_day is null or g.to_day >= ${today})), '[]') as grants
    from identity.person p
    where ${where} and (${asked.after ?? null}::text is null or p.account > ${asked.after ?? ''})
    order by p.account
    limit ${asked.limit + 1}`.execute(db)
  const counted = await sql<{ n: number }>`select count(*) as n from identity.person p where ${where}`.execute(db)
  const names = await unitNames(db, region, today)
  const page = rows.slice(0, asked.limit)
  return {
    rows: page.map((row) => ({
      id: row.id,
      version: String(row.version),
      account: row.account,
      name: row.name,
      unit: row.unit_id,
      unitName: row.unit_id === null ? null : (names.get(row.unit_id)?.name ?? null),
      state: row.disabled_at !== null ? 'disabled' : row.locked_until !== null && row.locked_until > now ? 'locked' : 'active',
      lockedUntil: row.locked_until !== null && row.locked_until > now ? row.locked_until.toISOString() : null,
      mustChangePassword: row.must_change_password,
      lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
      roles: row.grants.map((grant) => grantCard(grant, region, names)),
    })),
    count: counted.rows[0]!.n,
    next: rows.length > asked.limit ? page.at(-1)!.account : null,
  }
}

function grantCard(grant: PersonRow['grants'][number], region: number, names: ReadonlyMap<string, { name: string }>): RoleGrant {
  return {
    id: grant.id,
    role: grant.role,
    roleName: roles[grant.role]?.name ?? grant.role,
    unit: grant.unit,
    unitName: grant.unit === null ? null : (names.get(grant.unit)?.name ?? null),
    place: grant.place === null ? null : String(grant.place),
    placeName: grant.place === null ? null : (gazetteer(region).division(grant.place)?.name ?? null),
    from: grant.from,
    to: grant.to,
  }
}
