import type { QueryResult, QueryResultRow } from 'pg'
import type { NameReason } from '../rules/names.ts'
import { NAMES } from './lock-names.ts'

/** A plain connection, as far as names need one: a client of a pool. */
export interface NamesClient {
  query<Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Pick<QueryResult<Row>, 'rows'>>
  /** `I` outside of a transaction. */
  getTransactionStatus(): string | null
}

/** A name that is known, with what is compared of it. */
export interface KnownName {
  readonly id: number
  readonly name: string
  readonly holder: string
}

/** A name about to be known. */
export interface NewName {
  readonly name: string
  readonly letters: string
  readonly key: string
  readonly holder: string
  readonly how: 'first' | 'same-spelling' | 'rule'
  readonly reason: NameReason | null
}

export interface NewPair {
  readonly id: string
  readonly one: KnownName
  readonly other: KnownName
  readonly reason: NameReason
}

/** To the end of the transaction: one name never founds two holders. */
export async function waitForNames(client: NamesClient, region: number): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1::integer, $2::integer)', [NAMES, region])
}

/** Which of the names were learnt before. */
export async function knownAmong(client: NamesClient, region: number, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    'select name from enterprises.holder_name where region_code = $1 and name = any($2::text[])',
    [region, names],
  )
  return new Set(rows.map((row) => row.name))
}

/** All names of these holders. */
export async function namesOf(client: NamesClient, region: number, holders: readonly string[]): Promise<KnownName[]> {
  const { rows } = await client.query<KnownName>(
    `select id, name, holder_id as holder
     from enterprises.holder_name
     where region_code = $1 and holder_id = any($2::uuid[])
     order by id`,
    [region, holders],
  )
  return rows
}

/** For each key, the name that was there first and was not set apart by hand. */
export async function foundersOf(
  client: NamesClient,
  region: number,
  keys: readonly string[],
): Promise<Map<string, { name: string; holder: string }>> {
  const { rows } = await client.query<{ key: string; name: string; holder: string }>(
    `select distinct on (name_key) name_key as key, name, holder_id as holder
     from enterprises.holder_name
     where region_code = $1 and name_key = any($2::text[]) and not kept_apart
     order by name_key, id`,
    [region, keys],
  )
  return new Map(rows.map(({ key, name, holder }) => [key, { name, holder }]))
}

export async function addHolders(
  client: NamesClient,
  region: number,
  holders: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly names: number }[],
): Promise<void> {
  await client.query(
    `insert into enterprises.holder (region_code, id, name, kind, names)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[])`,
    [
      region,
      holders.map((one) => one.id),
      holders.map((one) => one.name),
      holders.map((one) => one.kind),
      holders.map((one) => one.names),
    ],
  )
}

/** Their ids, in the order of the names. */
export async function addNames(client: NamesClient, region: number, names: readonly NewName[]): Promise<number[]> {
  const { rows } = await client.query<{ id: number; name: string }>(
    `insert into enterprises.holder_name (region_code, name, letters, name_key, holder_id, how, reason)
     select $1, name, letters, name_key, holder, how, reason::jsonb
     from unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[])
       with ordinality as new (name, letters, name_key, holder, how, reason, place)
     order by place
     returning id, name`,
    [
      region,
      names.map((one) => one.name),
      names.map((one) => one.letters),
      names.map((one) => one.key),
      names.map((one) => one.holder),
      names.map((one) => one.how),
      names.map((one) => one.reason && JSON.stringify(one.reason)),
    ],
  )
  const ids = new Map(rows.map(({ id, name }) => [name, id]))
  return names.map(({ name }) => ids.get(name)!)
}

export async function addBlocks(
  client: NamesClient,
  region: number,
  blocks: readonly number[],
  names: readonly number[],
): Promise<void> {
  await client.query(
    `insert into enterprises.name_block (region_code, block, name_id)
     select $1, * from unnest($2::integer[], $3::bigint[])`,
    [region, blocks, names],
  )
}

/** The names under each block; at most one more than `largest`, which says that there are too many to compare. */
export async function namesUnder(
  client: NamesClient,
  region: number,
  blocks: readonly number[],
  largest: number,
): Promise<(KnownName & { readonly block: number })[]> {
  const { rows } = await client.query<KnownName & { readonly block: number }>(
    `select b.block, n.id, n.name, n.holder_id as holder
     from unnest($2::integer[]) as b (block)
     cross join lateral (
       select name_id from enterprises.name_block k where k.region_code = $1 and k.block = b.block order by name_id limit $3) as k
     join enterprises.holder_name n on n.region_code = $1 and n.id = k.name_id`,
    [region, blocks, largest + 1],
  )
  return rows
}

/** The pairs of holders, as `one other` in the order of the texts, that stand in the queue or were decided. */
export async function pairedHolders(client: NamesClient, region: number, holders: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ pair: string }>(
    `select least(one_holder::text, other_holder::text) || ' ' || greatest(one_holder::text, other_holder::text) as pair
     from enterprises.likely
     where region_code = $1 and one_holder = any($2::uuid[])
     union
     select least(one_holder::text, other_holder::text) || ' ' || greatest(one_holder::text, other_holder::text)
     from enterprises.likely
     where region_code = $1 and other_holder = any($2::uuid[])`,
    [region, holders],
  )
  return new Set(rows.map(({ pair }) => pair))
}

export async function addPairs(client: NamesClient, region: number, pairs: readonly NewPair[]): Promise<void> {
  await client.query(
    `insert into enterprises.likely (region_code, id, one_name, other_name, one_holder, other_holder, reason)
     select $1, id, one_name, other_name, one_holder, other_holder, reason::jsonb
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::uuid[], $6::uuid[], $7::text[])
       as new (id, one_name, other_name, one_holder, other_holder, reason)
     on conflict (region_code, one_name, other_name) do nothing`,
    [
      region,
      pairs.map((pair) => pair.id),
      pairs.map((pair) => pair.one.id),
      pairs.map((pair) => pair.other.id),
      pairs.map((pair) => pair.one.holder),
      pairs.map((pair) => pair.other.holder),
      pairs.map((pair) => JSON.stringify(pair.reason)),
    ],
  )
}

/** Holders that gained names, with those of them that may be shown: names joined by hand stand behind the holder's own. */
export async function namesOfHolders(
  client: NamesClient,
  region: number,
  holders: readonly string[],
): Promise<{ id: string; name: string; nameByHand: boolean; count: number; names: [string, ...string[]] }[]> {
  const { rows } = await client.query<{
    id: string
    name: string
    nameByHand: boolean
    count: number
    names: [string, ...string[]]
  }>(
    `select h.id, h.name, h.name_by_hand as "nameByHand", count(*) as count,
            coalesce(array_agg(n.name order by n.id) filter (where n.how <> 'hand'), array_agg(n.name order by n.id)) as names
     from enterprises.holder h
     join enterprises.holder_name n on n.region_code = h.region_code and n.holder_id = h.id
     where h.region_code = $1 and h.id = any($2::uuid[])
     group by h.region_code, h.id`,
    [region, holders],
  )
  return rows
}

export async function showHolders(
  client: NamesClient,
  region: number,
  holders: readonly { readonly id: string; readonly name: string; readonly kind: string; readonly names: number }[],
): Promise<void> {
  await client.query(
    `update enterprises.holder h
     set name = new.name, kind = new.kind, names = new.names
     from unnest($2::uuid[], $3::text[], $4::text[], $5::integer[]) as new (id, name, kind, names)
     where h.region_code = $1 and h.id = new.id`,
    [
      region,
      holders.map((one) => one.id),
      holders.map((one) => one.name),
      holders.map((one) => one.kind),
      holders.map((one) => one.names),
    ],
  )
}
