import { type Kysely, sql } from 'kysely'
import type { HolderKind } from '../contract.ts'
import { readName } from '../rules/names.ts'
import { sameKey } from '../rules/same-key.ts'
import { placeReader } from './place-reader.ts'

/**
 * Whose name this is (权利人): by the very spelling, else by the rules' key, so that a spelling not learnt yet is found too.
 * Null where nobody of that name is known.
 */
export async function holderOf(
  db: Kysely<unknown>,
  region: number,
  name: string,
): Promise<{ readonly id: string; readonly name: string; readonly kind: HolderKind } | null> {
  const key = sameKey(readName(name, placeReader(region)))
  const { rows } = await sql<{ id: string; name: string; kind: HolderKind }>`
    select h.id, h.name, h.kind
    from enterprises.holder_name n
    join enterprises.holder h on h.region_code = n.region_code and h.id = n.holder_id
    where n.region_code = ${region} and (n.name = ${name} or (n.name_key = ${key} and not n.kept_apart))
    order by n.name = ${name} desc, n.id
    limit 1`.execute(db)
  return rows[0] ?? null
}
