import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { passwordPolicy } from '../rules/password.ts'
import type { HeldRole } from '../rules/reach.ts'
import { digestOfToken, heldRoles } from '../store.ts'

/** Who is signed in: the person, the session, and the roles held. */
export interface SignedInPerson {
  readonly id: string
  readonly account: string
  readonly name: string
  readonly unitId: string | null
  readonly session: string
  readonly csrfToken: string
  readonly since: Date
  readonly mustChangePassword: boolean
  readonly passwordSetAt: Date
  readonly held: readonly HeldRole[]
}

/**
 * The person behind a session token. A session ends after half an hour without use and after twelve hours in any case;
 * its last use is written at most once a minute. Refuses signed-out.
 */
export async function personOfToken(
  db: Kysely<unknown>,
  region: number,
  token: string,
  now: Date,
): Promise<Outcome<SignedInPerson, { code: 'signed-out' }>> {
  const idleSince = new Date(now.getTime() - passwordPolicy.idleMinutes * 60_000)
  const openSince = new Date(now.getTime() - passwordPolicy.longestHours * 3_600_000)
  const { rows } = await sql<Omit<SignedInPerson, 'held'> & { lastUsedAt: Date }>`
    select p.id, p.account, p.name, p.unit_id as "unitId", s.id as session, s.csrf_token as "csrfToken", s.since,
           s.last_used_at as "lastUsedAt", p.must_change_password as "mustChangePassword", p.password_set_at as "passwordSetAt"
    from identity.session s
    join identity.person p on p.region_code = s.region_code and p.id = s.person_id
    where s.token_digest = ${digestOfToken(token)}
      and s.region_code = ${region}
      and s.ended_at is null
      and s.last_used_at > ${idleSince}
      and s.since > ${openSince}
      and p.disabled_at is null`.execute(db)
  const found = rows[0]
  if (!found) return refuse({ code: 'signed-out' })
  if (now.getTime() - found.lastUsedAt.getTime() > 60_000) {
    await sql`
      update identity.session set last_used_at = ${now}
      where region_code = ${region} and id = ${found.session} and last_used_at < ${now}`.execute(db)
  }
  return done({ ...found, held: await heldRoles(db, region, found.id) })
}

/** Whether the password must be changed before anything else: the first one, or one past its days. */
export function passwordDue(person: Pick<SignedInPerson, 'mustChangePassword' | 'passwordSetAt'>, now: Date): boolean {
  return person.mustChangePassword || now.getTime() - person.passwordSetAt.getTime() > passwordPolicy.validDays * 86_400_000
}

export interface OpenSessionRow {
  readonly id: string
  readonly since: Date
  readonly lastUsedAt: Date
  readonly address: string
  readonly browser: string
}

/** The open sessions of a person, the latest first. */
export async function openSessions(db: Kysely<unknown>, region: number, person: string, now: Date): Promise<OpenSessionRow[]> {
  const { rows } = await sql<OpenSessionRow>`
    select id, since, last_used_at as "lastUsedAt", address, browser
    from identity.session
    where region_code = ${region} and person_id = ${person} and ended_at is null
      and last_used_at > ${new Date(now.getTime() - passwordPolicy.idleMinutes * 60_000)}
      and since > ${new Date(now.getTime() - passwordPolicy.longestHours * 3_600_000)}
    order by last_used_at desc, id`.execute(db)
  return rows
}
