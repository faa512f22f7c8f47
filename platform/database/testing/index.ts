import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Address, connect, onDatabase } from '../launcher/connect.ts'
import { makeDatabase } from '../launcher/product-database.ts'
import { migrate } from '../migrations/migrate.ts'
import { checksumOf, readMigrations } from '../migrations/read-files.ts'
import { type Wire, wire } from '../wire.ts'
import { databaseSentence } from '../words.ts'
import { type TestCluster, testCluster } from './cluster.ts'

export { testCluster, testPrograms } from './cluster.ts'
export { aFolder, removeWithServers } from './run-folder.ts'

/** A database for one test file or one test. */
export interface TestDatabase<Tables> {
  readonly name: string
  /** PostgreSQL's version, as in `18.4`. */
  readonly version: string
  /** Wires as the product's role and as the owner. */
  readonly app: Wire<Tables>
  readonly owner: Wire<Tables>
  /** The same ways in, for programs that make their own connections. */
  readonly appConnection: Address
  readonly ownerConnection: Address
  /** Closes the wires and drops the database. */
  readonly drop: () => Promise<void>
}

/**
 * A fresh database with the product's schema. The test run has one embedded cluster, shared by vitest's forks; the
 * migrations run once into a template, and each call copies that.
 */
export async function aDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  const cluster = await testCluster()
  return copyOf(cluster, await migratedTemplate(cluster))
}

/** A fresh database with nothing in it. */
export async function anEmptyDatabase<Tables>(): Promise<TestDatabase<Tables>> {
  return copyOf(await testCluster(), 'template0')
}

async function copyOf<Tables>(cluster: TestCluster, template: string): Promise<TestDatabase<Tables>> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asOwner(cluster, (client) => makeDatabase(client, name, template))
  const appConnection = onDatabase(cluster.app, name)
  const ownerConnection = onDatabase(cluster.owner, name)
  const app = wire<Tables>(appConnection, { max: 8 })
  const owner = wire<Tables>(ownerConnection, { max: 4 })
  return {
    name,
    version: cluster.version,
    app,
    owner,
    appConnection,
    ownerConnection,
    drop: async () => {
      await Promise.all([app.close(), owner.close()])
      await asOwner(cluster, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`))
    },
  }
}

/** The template for the migrations as they are now; built under another name, so that one that stands is whole. */
async function migratedTemplate(cluster: TestCluster): Promise<string> {
  const template = `template_${checksumOf(readMigrations()).slice(0, 16)}`
  await asOwner(cluster, async (client) => {
    if (await exists(client, template)) return
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    if (await exists(client, template)) return
    const draft = `${template}_draft`
    await client.query(`drop database if exists ${draft} with (force)`)
    await makeDatabase(client, draft)
    const migrated = await migrate(onDatabase(cluster.owner, draft))
    if (!migrated.done) throw new Error(databaseSentence(migrated.refusal, 'en'))
    await client.query(`alter database ${draft} rename to ${template}`)
  })
  return template
}

async function exists(client: pg.Client, database: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [database])).rowCount === 1
}

async function asOwner<T>(cluster: TestCluster, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(onDatabase(cluster.owner, 'postgres'), 'zhizhou test')
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
