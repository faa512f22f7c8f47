import type { Kysely } from 'kysely'
import { addDays } from '#kernel/time'
import { gazetteer } from '#modules/regions'
import { unitNames } from '#modules/units'
import { type Clock, dayInShanghai } from '#platform/clock'
import type { Session } from '../contract.ts'
import { passwordPolicy } from '../rules/password.ts'
import { passwordDue, type SignedInPerson } from './session.ts'
import { usersBy } from './users.ts'

/** Who is signed in, as the frame of every page shows it. */
export async function sessionCard(
  db: Kysely<unknown>,
  region: number,
  who: SignedInPerson,
  shown: { readonly may: string[]; readonly productName: string; readonly officeName: string; readonly clock: Clock },
): Promise<Session> {
  const { clock } = shown
  const [today, now] = [clock.today(), clock.now()]
  const { rows } = await usersBy(db, region, { id: who.id, limit: 1 }, { now, today })
  const names = await unitNames(db, region, today)
  return {
    user: { id: who.id, account: who.account, name: who.name },
    unit: who.unitId === null ? null : { id: who.unitId, name: names.get(who.unitId)?.name ?? '' },
    roles: rows[0]?.roles ?? [],
    may: shown.may,
    csrfToken: who.csrfToken,
    mustChangePassword: passwordDue(who, now),
    passwordExpiresOn: addDays(dayInShanghai(who.passwordSetAt), passwordPolicy.validDays),
    expiresAt: new Date(now.getTime() + passwordPolicy.idleMinutes * 60_000).toISOString(),
    productName: shown.productName,
    officeName: shown.officeName,
    prefecture: { code: String(region), name: gazetteer(region).division(region)?.name ?? String(region) },
    today,
    demonstration: clock.demonstration,
  }
}
