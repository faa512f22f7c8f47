import type pg from 'pg'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { type Connection, connect, sqlState } from '../launcher/connect.ts'
import type { DatabaseRefusal } from '../refusals.ts'
import { APP } from '../roles.ts'
import { type OnStep, steps } from '../words.ts'
import { prepareJobTables } from './job-tables.ts'
import { type Migration, readMigrations, statementsOf } from './read-files.ts'

/** "zhiz", and what of it is locked. */
const MIGRATING = [0x7a68697a, 2] as const

const BOOKKEEPING = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name       text        primary key,
    checksum   text        not null,
    applied_at timestamptz not null default now()
  );
  comment on table platform.migration is '结构文件: which migrations this database has run, and what they said';
`

/** What was done. */
export interface Migrated {
  readonly applied: readonly string[]
}

/**
 * Brings a database to the schema of the migration files: each file once, in the order of the names, in a transaction
 * of its own, as the owner. Whoever starts at the same time waits. The job tables of graphile-worker are brought along.
 * @returns refusals: migration-changed, migration-missing, migration-failed, role-missing
 */
export async function migrate(
  owner: Connection,
  { directory, onStep = () => {} }: { directory?: string; onStep?: OnStep } = {},
): Promise<Outcome<Migrated, DatabaseRefusal>> {
  const files = readMigrations(directory)
  const client = await connect(owner, 'zhizhou migration')
  try {
    await waitForTurn(client, onStep)
    const before = await recorded(client)
    const conflict = compare(files, before)
    if (conflict) return refuse(conflict)
    const role = await ensureRole(client)
    if (!role.done) return role
    const applied: string[] = []
    for (const file of files.filter(({ name }) => !before.has(name))) {
      onStep(steps.migrate(file.name))
      const refusal = await run(client, file)
      if (refusal) return refuse(refusal)
      applied.push(file.name)
    }
    await prepareJobTables(owner, client, onStep)
    return done({ applied })
  } finally {
    await client.end()
  }
}

async function waitForTurn(client: pg.Client, onStep: OnStep) {
  const waiting = setTimeout(() => onStep(steps.waitForMigration), 1_000)
  try {
    await client.query('select pg_advisory_lock($1, $2)', [...MIGRATING])
  } finally {
    clearTimeout(waiting)
  }
}

/** What the database says it has run, by name. Makes the bookkeeping table where there is none. */
async function recorded(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query(`select to_regclass('platform.migration') is not null as there`)
  if (!rows[0].there) await client.query(BOOKKEEPING)
  const answer = await client.query<{ name: string; checksum: string }>('select name, checksum from platform.migration')
  return new Map(answer.rows.map(({ name, checksum }) => [name, checksum]))
}

function compare(files: readonly Migration[], before: ReadonlyMap<string, string>): DatabaseRefusal | null {
  const byName = new Map(files.map((file) => [file.name, file]))
  for (const [name, checksum] of [...before].sort()) {
    const file = byName.get(name)
    if (!file) return { code: 'migration-missing', name }
    if (file.checksum !== checksum) return { code: 'migration-changed', name }
  }
  return null
}

/** The files grant rights to the product's role, so it must be there; only some may make it. */
async function ensureRole(client: pg.Client): Promise<Outcome<void, DatabaseRefusal>> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [APP])
  if (rowCount) return done(undefined)
  try {
    await client.query(`create role ${APP}`)
    return done(undefined)
  } catch (error) {
    // Two databases of one server migrated at once race for the role they share.
    if (sqlState(error) === '42710' || sqlState(error) === '23505') return done(undefined)
    if (sqlState(error) === '42501') return refuse({ code: 'role-missing', role: APP })
    throw error
  }
}

async function run(client: pg.Client, file: Migration): Promise<DatabaseRefusal | null> {
  const record = () => client.query('insert into platform.migration (name, checksum) values ($1, $2)', [file.name, file.checksum])
  try {
    if (file.outsideTransaction) {
      for (const statement of statementsOf(file.sql)) await client.query(statement)
      await record()
    } else {
      await client.query('begin')
      await client.query(file.sql)
      await record()
      await client.query('commit')
    }
    return null
  } catch (error) {
    await client.query('rollback').catch(() => {})
    return { code: 'migration-failed', name: file.name, reason: reasonOf(error, file) }
  }
}

/** PostgreSQL names the place by character; a person looks for the line. */
function reasonOf(error: unknown, file: Migration): string {
  const { message, position } = error as { message: string; position?: string }
  if (!position || file.outsideTransaction) return message
  const line = [...file.sql].slice(0, Number(position)).filter((letter) => letter === '\n').length + 1
  return `${message} (line ${line})`
}
