import type { NameReason } from '../rules/names.ts'
import type { NamesClient } from './learn.ts'

/** A name that no register bears any more. */
export interface GoneName {
  readonly id: number
  readonly name: string
  readonly key: string
  readonly holder: string
  readonly how: 'first' | 'same-spelling' | 'rule'
}

/** Keeps the names that registers bear, for this transaction. */
export async function bear(client: NamesClient, names: readonly string[]): Promise<void> {
  await client.query('create temp table if not exists borne_name (name text) on commit drop')
  await client.query('insert into borne_name select unnest($1::text[])', [names])
}

/**
 * The names that nobody bears: all but those that a person decided about in any way, since a decision holds when the
 * name comes again.
 */
export async function namesGone(client: NamesClient, region: number): Promise<GoneName[]> {
  await client.query('analyze borne_name')
  const { rows } = await client.query<GoneName>(
    `select n.id, n.name, n.name_key as key, n.holder_id as holder, n.how
     from enterprises.holder_name n
     join enterprises.holder h on h.region_code = n.region_code and h.id = n.holder_id
     where n.region_code = $1
       and n.how <> 'hand'
       and not (h.name_by_hand and h.name = n.name)
       and not exists (select from borne_name b where b.name = n.name)
       and not exists (select from enterprises.moved_name m where m.region_code = n.region_code and m.name_id = n.id)
       and not exists (
         select from enterprises.likely l
         where l.region_code = n.region_code and l.decision is not null and (l.one_name = n.id or l.other_name = n.id))
     order by n.id`,
    [region],
  )
  return rows
}

/** Takes names away, with their open pairs and the numbers they stood under. Answers the holders of those pairs. */
export async function dropNames(
  client: NamesClient,
  region: number,
  names: readonly number[],
  under: { readonly blocks: readonly number[]; readonly names: readonly number[] },
): Promise<string[]> {
  const { rows } = await client.query<{ one: string; other: string }>(
    `delete from enterprises.likely
     where region_code = $1 and (one_name = any($2::bigint[]) or other_name = any($2::bigint[]))
     returning one_holder as one, other_holder as other`,
    [region, names],
  )
  await dropBlocks(client, region, under)
  await client.query('delete from enterprises.holder_name where region_code = $1 and id = any($2::bigint[])', [region, names])
  return rows.flatMap(({ one, other }) => [one, other])
}

/** Takes names from under their numbers; `blocks` and `names` stand beside each other. */
export async function dropBlocks(
  client: NamesClient,
  region: number,
  { blocks, names }: { readonly blocks: readonly number[]; readonly names: readonly number[] },
): Promise<void> {
  await client.query(
    `delete from enterprises.name_block k
     using unnest($2::integer[], $3::bigint[]) as gone (block, name_id)
     where k.region_code = $1 and k.block = gone.block and k.name_id = gone.name_id`,
    [region, blocks, names],
  )
}

/** The names of holders that the rules gave them, in the order they were learnt. */
export async function ownNames(
  client: NamesClient,
  region: number,
  holders: readonly string[],
): Promise<{ id: number; name: string; key: string; holder: string }[]> {
  const { rows } = await client.query<{ id: number; name: string; key: string; holder: string }>(
    `select id, name, name_key as key, holder_id as holder
     from enterprises.holder_name
     where region_code = $1 and holder_id = any($2::uuid[]) and how <> 'hand'
     order by id`,
    [region, holders],
  )
  return rows
}

/** Says anew how a name is its holder's. */
export async function explainName(
  client: NamesClient,
  region: number,
  id: number,
  how: 'first' | 'same-spelling' | 'rule',
  reason: NameReason | null,
): Promise<void> {
  await client.query('update enterprises.holder_name set how = $3, reason = $4 where region_code = $1 and id = $2', [
    region,
    id,
    how,
    reason && JSON.stringify(reason),
  ])
}

/** Takes away the holders without names that no decision speaks of; the others stay, shown nowhere. */
export async function dropNameless(client: NamesClient, region: number, holders: readonly string[]): Promise<void> {
  await client.query(
    `update enterprises.holder h set names = 0
     where region_code = $1 and id = any($2::uuid[])
       and not exists (select from enterprises.holder_name n where n.region_code = h.region_code and n.holder_id = h.id)`,
    [region, holders],
  )
  await client.query(
    `delete from enterprises.holder h
     where region_code = $1 and id = any($2::uuid[]) and names = 0
       and not exists (
         select from enterprises.decision d where d.region_code = h.region_code and (d.from_holder = h.id or d.to_holder = h.id))`,
    [region, holders],
  )
}
