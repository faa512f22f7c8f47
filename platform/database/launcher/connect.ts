import pg from 'pg'

/** How to reach a database: an address, or socket folder (or host) with role and password. */
export type Connection =
  | { readonly connectionString: string }
  | {
      readonly host: string
      readonly port: number
      readonly user: string
      readonly password: string
      readonly database: string
    }

/** One connection of its own, outside any pool. A server that goes away ends it and does not end the program. */
export async function connect(connection: Connection, application = 'zhizhou'): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: application, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The same server and role, another database. */
export function onDatabase(connection: Connection, database: string): Connection {
  if (!('connectionString' in connection)) return { ...connection, database }
  const url = new URL(connection.connectionString)
  url.pathname = `/${encodeURIComponent(database)}`
  return { connectionString: url.href }
}

/** PostgreSQL's code of an error (28P01 = wrong password), empty where it is none of PostgreSQL's. */
export function sqlState(error: unknown): string {
  const code = (error as { code?: unknown })?.code
  return typeof code === 'string' ? code : ''
}
