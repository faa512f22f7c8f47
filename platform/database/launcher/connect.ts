import pg from 'pg'

/** Socket folder or host, role and password of a server this program looks after. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

/** How to reach a database: an address in parts, or the text of DATABASE_URL. */
export type Connection = Address | { readonly connectionString: string }

/** One connection of its own, outside any pool. A server that goes away ends it and does not end the program. */
export async function connect(connection: Connection, application = 'zhizhou'): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: application, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The same server and role, another database. */
export function onDatabase(address: Address, database: string): Address {
  return { ...address, database }
}

/** PostgreSQL's code of an error (28P01 = wrong password), empty where it is none of PostgreSQL's. */
export function sqlState(error: unknown): string {
  const code = (error as { code?: unknown })?.code
  return typeof code === 'string' ? code : ''
}
