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
  if (!URL.canParse(url) || !/^(postgres|postgresql|socket):/.test(url)) return refuse({ code: 'bad-database-url', name })
  try {
    const client = await connect({ connectionString: url })
    const { rows } = await client.query(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int / 10000 as major,
              current_setting('server_encoding') as encoding, current_user as "user",
              current_setting('is_superuser') = 'on' as superuser`,
    )
    await client.end()
    const { major, encoding } = rows[0]
    if (major < OLDEST_MAJOR) return refuse({ code: 'postgres-too-old', major, oldest: OLDEST_MAJOR })
    if (encoding !== 'UTF8') return refuse({ code: 'database-not-utf8', encoding })
    return done(rows[0])
  } catch (error) {
    return refuse({ code: 'database-unreachable', where: withoutPassword(url), reason: (error as Error).message })
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url)
  return `${shown.host}${shown.pathname}`
}
