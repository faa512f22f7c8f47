import { sql } from 'kysely'
import { done, refuse } from '#kernel/outcome'
import type { Permissions } from '#modules/roles'
import type { Permit } from '#platform/acts'
import { allowedRoles } from './rules/reach.ts'
import { heldRoles } from './store.ts'

/**
 * The permission that the act runner asks (权限判定). The product itself and the command line of the machine may do
 * everything, and the trail says that it was they; a person may do what a role held on the day allows about the place.
 */
export function permitBy(permissions: Permissions): Permit {
  return async (tx, { region, actor, word, place, on }) => {
    if (actor.via === 'product' || (actor.via === 'command-line' && actor.id?.startsWith('os:'))) return done([actor.via])
    if (permissions[word] === 'everyone') return done([])
    if (actor.id === null) return refuse({ code: 'not-permitted' })
    const { rows } = await sql`
      select from identity.person where region_code = ${region} and id::text = ${actor.id} and disabled_at is null`.execute(tx)
    if (rows.length === 0) return refuse({ code: 'not-permitted' })
    return allowedRoles(await heldRoles(tx, region, actor.id), permissions, { word, place, region, on })
  }
}
