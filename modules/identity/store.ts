import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Role } from '#modules/roles'
import type { ActContext } from '#platform/acts'
import type { HeldRole } from './rules/reach.ts'

/** What the database knows of a session's token; the token itself is with the browser alone. */
export const digestOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A person as acts see them, the row locked to the end of the act. */
export interface LockedPerson {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly unitId: string | null
  readonly disabledAt: Date | null
  readonly passwordHash: string
  readonly earlierHashes: readonly string[]
  readonly lockedUntil: Date | null
}

interface Named {
  readonly id: string
  readonly name: string
  readonly account: string
}

/** A person (人员): who they are, whether they may sign in, which roles they hold; what an administrator changes. */
export const personSubject = ({ id, name, account }: Named) => ({ kind: 'person', id, label: `${name}（${account}）` })

/**
 * The use a person makes of the account (账号使用): signing in and out, one's own password. A subject of its own, since
 * an administrator who looks at the person is not out of date because the person has signed in meanwhile.
 */
export const accountSubject = ({ id, name, account }: Named) => ({ kind: 'account', id, label: `${name}（${account}）` })

export async function lockPerson(
  { tx, region }: ActContext,
  id: string,
): Promise<Outcome<LockedPerson, { code: 'user-unknown' }>> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return refuse({ code: 'user-unknown' })
  const { rows } = await sql<LockedPerson>`
    select id, account, name, unit_id as "unitId", disabled_at as "disabledAt", password_hash as "passwordHash",
           earlier_hashes as "earlierHashes", locked_until as "lockedUntil"
    from identity.person
    where region_code = ${region} and id = ${id}
    for update`.execute(tx)
  return rows[0] ? done(rows[0]) : refuse({ code: 'user-unknown' })
}

/** The roles of a person with the place each reaches: its own, else its unit's, else the whole prefecture. */
export async function heldRoles(db: Kysely<unknown>, region: number, person: string): Promise<HeldRole[]> {
  const { rows } = await sql<{ role: Role; reach: number; from_day: PlainDate; to_day: PlainDate | null }>`
    select g.role, coalesce(g.place, u.place, g.region_code) as reach, g.from_day, g.to_day
    from identity.role_grant g
    left join units.competence u on u.region_code = g.region_code and u.id = g.unit_id
    where g.region_code = ${region} and g.person_id = ${person}`.execute(db)
  return rows.map((row) => ({ role: row.role, reach: row.reach, from: row.from_day, to: row.to_day }))
}

/** Ends every open session of a person, but perhaps the one in use. */
export async function endSessions({ tx, region, now }: ActContext, person: string, but: string | null = null): Promise<void> {
  await sql`
    update identity.session set ended_at = ${now}
    where region_code = ${region} and person_id = ${person} and ended_at is null and id is distinct from ${but}`.execute(tx)
}

/** Sets a password by its hash; the one before joins the remembered ones. */
export async function savePassword(
  { tx, region, now }: ActContext,
  person: LockedPerson,
  hash: string,
  options: { readonly mustChange: boolean; readonly remembered: number },
): Promise<void> {
  const earlier = [person.passwordHash, ...person.earlierHashes].slice(0, options.remembered)
  await sql`
    update identity.person
    set password_hash = ${hash}, password_set_at = ${now}, must_change_password = ${options.mustChange},
        earlier_hashes = ${earlier}, failures = 0, locked_until = null
    where region_code = ${region} and id = ${person.id}`.execute(tx)
}
