import pg from 'pg'
import type { Connection } from '../launcher/connect.ts'
import { APP } from '../roles.ts'
import { type OnStep, steps } from '../words.ts'

/** The schema of graphile-worker. */
export const JOBS = 'graphile_worker'

/**
 * What the product's role needs to add and run jobs. The worker's tables have row security switched on and no policy,
 * so that only their owner sees rows; the product is not their owner and gets a policy on each.
 */
const GRANTS = `
  grant usage on schema ${JOBS} to ${APP};
  grant select on ${JOBS}.migrations to ${APP};
  grant usage on all sequences in schema ${JOBS} to ${APP};
  do $$
  declare
    t regclass;
  begin
    for t in
      select oid from pg_class
      where relnamespace = '${JOBS}'::regnamespace and relkind in ('r', 'v') and relname <> 'migrations'
    loop
      execute format('grant select, insert, update, delete on %s to ${APP}', t);
    end loop;
    for t in
      select oid from pg_class c
      where relnamespace = '${JOBS}'::regnamespace and relkind = 'r' and relrowsecurity
        and not exists (select from pg_policy where polrelid = c.oid and polname = '${APP}')
    loop
      execute format('create policy ${APP} on %s to ${APP} using (true) with check (true)', t);
    end loop;
  end $$;
`

/** Brings graphile-worker's own tables up to its version and lets the product's role work with them. */
export async function prepareJobTables(owner: Connection, client: pg.Client, onStep: OnStep): Promise<void> {
  const before = await revision(client)
  // Loaded only here: most commands start no jobs and should not wait for it.
  const { Logger, runMigrations } = await import('graphile-worker')
  const pgPool = new pg.Pool({ ...owner, max: 1 })
  pgPool.on('error', () => {})
  pgPool.on('connect', () => {})
  try {
    if (before === null) onStep(steps.jobTables)
    await runMigrations({ pgPool, schema: JOBS, logger: new Logger(() => () => {}) })
  } finally {
    await pgPool.end()
  }
  if ((await revision(client)) !== before || !(await isGranted(client))) {
    await client.query('begin')
    await client.query(GRANTS)
    await client.query('commit')
  }
}

async function revision(client: pg.Client): Promise<number | null> {
  const { rows } = await client.query(`select to_regclass('${JOBS}.migrations') is not null as there`)
  if (!rows[0].there) return null
  return (await client.query(`select max(id) as id from ${JOBS}.migrations`)).rows[0].id
}

async function isGranted(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select has_table_privilege($1, '${JOBS}.migrations', 'select')
        and exists (select from pg_policy where polrelid = to_regclass('${JOBS}._private_jobs') and polname = $1) as granted`,
    [APP],
  )
  return rows[0].granted
}
