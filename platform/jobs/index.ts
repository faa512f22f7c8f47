import { sql, type Transaction } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Logger as LineLogger } from 'pino'

/** What a job is given besides its payload. */
export interface JobContext {
  /** The job's id; a batch keyed (job, batch) is done once. */
  readonly id: string
  /** Which try this is, from 1. */
  readonly attempt: number
  readonly signal: AbortSignal
}

/** Name → what it does. A job may be tried again after a crash: it goes on from what it has committed. */
export type Jobs = Readonly<Record<string, (payload: never, context: JobContext) => Promise<void>>>

/** "zhiz", and what of it is locked: jobs under way. */
const RUNNING = 0x7a68_6a6f

/** Adds a job in the act's transaction: it starts when the act is committed, on any process. One waits at a time under one `jobKey`. */
export async function addJob(tx: Transaction<unknown>, name: string, payload: object, jobKey?: string): Promise<void> {
  await sql`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, job_key => ${jobKey ?? null}, max_attempts => 5)`.execute(
    tx,
  )
}

export interface RunningJobs {
  /** Waits for the jobs under way to reach a stopping place; what is unfinished goes on at the next start. */
  readonly stop: () => Promise<void>
}

/** Works off jobs in this process, `concurrency` at once, beside any other process of the same database. */
export async function startJobs(
  pool: Pool,
  jobs: Jobs,
  { concurrency = 2, log }: { concurrency?: number; log: LineLogger },
): Promise<RunningJobs> {
  const { Logger, run } = await import('graphile-worker')
  // The worker asks for listeners on both.
  pool.on('connect', () => {})
  await releaseDead(pool, log)
  const runner = await run({
    pgPool: pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 5000,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ jobs: true }, message)
    }),
    taskList: Object.fromEntries(
      Object.entries(jobs).map(([name, task]) => [
        name,
        async (payload, helpers) => {
          await holding(pool, helpers.job.id, () =>
            task(payload as never, {
              id: helpers.job.id,
              attempt: helpers.job.attempts,
              signal: helpers.abortSignal ?? new AbortController().signal,
            }),
          )
        },
      ]),
    ),
  })
  const sweep = setInterval(
    () => void releaseDead(pool, log).catch((error) => log.error({ error }, 'releasing dead jobs')),
    20_000,
  )
  sweep.unref()
  return {
    stop: async () => {
      clearInterval(sweep)
      await runner.stop()
    },
  }
}

/** Marks a job as under way by a lock that dies with this process. */
async function holding(pool: Pool, jobId: string, task: () => Promise<void>): Promise<void> {
  const client: PoolClient = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [RUNNING, jobId])
    await task()
    await client.query('select pg_advisory_unlock($1, hashtext($2))', [RUNNING, jobId])
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    client.release(failure)
  }
}

/** A process killed in the middle of a job leaves it locked for hours; its lock is gone at once, and so it is known. */
async function releaseDead(pool: Pool, log: LineLogger): Promise<void> {
  const { rows } = await pool.query<{ locked_by: string }>(
    `select locked_by
     from graphile_worker.jobs
     where locked_at < now() - interval '10 seconds'
       and not exists (
         select from pg_locks
         where locktype = 'advisory' and classid = $1 and objid::bigint = hashtext(id::text)::bigint & x'ffffffff'::bigint and objsubid = 2
       )`,
    [RUNNING],
  )
  if (rows.length === 0) return
  log.warn({ workers: rows.length }, 'jobs of a dead process go on')
  await pool.query('select graphile_worker.force_unlock_workers($1)', [rows.map((row) => row.locked_by)])
}
