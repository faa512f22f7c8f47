import type pg from 'pg'
import { JOBS } from '../migrations/job-tables.ts'
import { inOrder } from '../schema/order.ts'

/** A table whose rows move, and what of it. */
export interface MovingTable {
  /** As SQL writes it: `patents.record`. */
  readonly name: string
  /** Every column but those the database reckons itself. */
  readonly columns: readonly string[]
}

/** Bookkeeping that the target has of its own: which migrations ran. */
const STAYS = ['platform.migration', `${JOBS}.migrations`]

/**
 * Makes a session write and read values in one way, whatever the server is set to: full names, one form of days, and
 * rows that row security would hide cause an error instead of being left out.
 */
export async function settle(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set search_path = ''; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC';
     set bytea_output = 'hex'; set extra_float_digits = 1; set row_security = off`,
  )
}

/** The product's tables and the waiting jobs, in an order in which foreign keys hold while they are filled. */
export async function movingTables(client: pg.ClientBase): Promise<MovingTable[]> {
  const { rows } = await client.query<MovingTable & { needs: string[] }>(
    `select c.oid::regclass::text as name,
       array(select quote_ident(a.attname) from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select k.confrelid::regclass::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f') as needs
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
     order by 1`,
  )
  const moving = rows.filter(({ name }) => !STAYS.includes(name))
  const { sorted, late } = inOrder(
    moving,
    ({ name }) => name,
    ({ needs }) => needs,
  )
  if (late.size > 0) throw new Error(`Tables that refer to one another in a circle cannot be filled: ${[...late].join(', ')}`)
  return sorted.map(({ name, columns }) => ({ name, columns }))
}

/** The last numbers of the sequences that have given any. */
export async function sequencesOf(client: pg.ClientBase): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
     from pg_sequences where last_value is not null and schemaname !~ '^pg_' order by 1`,
  )
  return rows
}

/** The migrations a database has run, with what they said. */
export async function migrationsOf(client: pg.ClientBase): Promise<{ name: string; checksum: string }[]> {
  return (await client.query('select name, checksum from platform.migration order by name')).rows
}
