import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { HolderKind } from '../rules/holder-kind.ts'
import type { NameReason } from '../rules/names.ts'

/** Why a name is a holder's: what the rules found, or what a person wrote. */
export type WhyName = NameReason | { readonly code: 'hand'; readonly text: string }

export interface NameRow {
  readonly id: number
  readonly name: string
  readonly how: 'first' | 'same-spelling' | 'rule' | 'hand'
  readonly reason: WhyName | null
  readonly keptApart: boolean
  readonly since: Date
}

export interface HolderState {
  readonly id: string
  readonly name: string
  readonly nameByHand: boolean
  readonly kind: HolderKind
  readonly names: readonly NameRow[]
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** A holder with all its names, in the order they were learnt. Refuses holder-unknown, also where its names were joined into another. */
export async function holderBy(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<HolderState, { code: 'holder-unknown' }>> {
  const found = await anyHolder(db, region, id)
  return found && found.names.length > 0 ? done(found) : refuse({ code: 'holder-unknown' })
}

/** A holder even where it has no name any more; null where there never was one. */
export async function anyHolder(db: Kysely<unknown>, region: number, id: string): Promise<HolderState | null> {
  if (!isUuid(id)) return null
  const holders = await sql<Omit<HolderState, 'names'>>`
    select id, name, name_by_hand as "nameByHand", kind
    from enterprises.holder
    where region_code = ${region} and id = ${id}`.execute(db)
  const names = await sql<NameRow>`
    select id, name, how, reason, kept_apart as "keptApart", since
    from enterprises.holder_name
    where region_code = ${region} and holder_id = ${id}
    order by id`.execute(db)
  return holders.rows[0] ? { ...holders.rows[0], names: names.rows } : null
}
