import pg from 'pg'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { Database, OpenOptions } from './database.ts'
import { connect } from './launcher/connect.ts'
import type { DatabaseRefusal } from './refusals.ts'
import { OLDEST_MAJOR } from './roles.ts'

/**
 * Uses a PostgreSQL of one's own; starts nothing.
 * @returns refusals: bad-database-url, database-unreachable, postgres-too-old, database-not-utf8
 */
export async function openExternal(options: OpenOptions & { url: string }): Promise<Outcome<Database, DatabaseRefusal>> {
  const app = await examine('DATABASE_URL', options.url)
  if (!app.done) return app
  const owner = options.ownerUrl ? await examine('DATABASE_OWNER_URL', options.ownerUrl) : app
  if (!owner.done) return owner
  return done({
    kind: 'external',
    version: app.value.version,
    started: false,
    app: { connectionString: options.url },
    owner: { connectionString: options.ownerUrl ?? options.url },
    guarded: app.value.user !== owner.value.user && !app.value.superuser,
    cluster: null,
    close: async () => {},
  })
}

interface Examined {
  version: string
  user: string
  superuser: boolean
}

async function examine(name: string, url: string): Promise<Outcome<Examined, DatabaseRefusal>> {
  const where = placeOf(url)
  if (where === null) return refuse({ code: 'bad-database-url', name })
  let examined: Examined & { major: number; encoding: string }
  try {
    const client = await connect({ connectionString: url })
    try {
      examined = (await client.query(QUESTION)).rows[0]
    } finally {
      await client.end()
    }
  } catch (error) {
    return refuse({ code: 'database-unreachable', where, reason: (error as Error).message })
  }
  const { major, encoding } = examined
  if (major < OLDEST_MAJOR) return refuse({ code: 'postgres-too-old', major, oldest: OLDEST_MAJOR })
  if (encoding !== 'UTF8') return refuse({ code: 'database-not-utf8', encoding })
  return done(examined)
}

const QUESTION = `
  select split_part(current_setting('server_version'), ' ', 1) as version,
         current_setting('server_version_num')::int / 10000 as major,
         current_setting('server_encoding') as encoding,
         current_user as "user",
         current_setting('is_superuser') = 'on' as superuser
`

/** Host and database, never the password; null where the text is no address. */
function placeOf(url: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(url)) return null
  try {
    const { host, port, database } = new pg.Client({ connectionString: url })
    return `${host}:${port}/${database ?? ''}`
  } catch {
    return null
  }
}
