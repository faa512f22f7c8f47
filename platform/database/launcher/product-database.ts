import pg from 'pg'
import { APP, DATABASE } from '../roles.ts'
import { type Address, connect, sqlState } from './connect.ts'

/** Makes the product's role and database where they are missing, and mends the role's password after a restore. */
export async function ensureProductDatabase(owner: pg.Client, app: Address): Promise<void> {
  const { rows } = await owner.query(
    `select exists (select from pg_roles where rolname = $1) as role,
            exists (select from pg_database where datname = $2) as database`,
    [APP, DATABASE],
  )
  const password = pg.escapeLiteral(app.password)
  if (!rows[0].role) await owner.query(`create role ${APP} login password ${password}`)
  if (!rows[0].database) await makeDatabase(owner, DATABASE)
  try {
    await (await connect(app)).end()
  } catch (error) {
    if (sqlState(error) !== '28P01') throw error
    await owner.query(`alter role ${APP} password ${password}`)
  }
}

/** Makes a database that only the product's role may enter, empty or as a copy of another. */
export async function makeDatabase(owner: pg.Client, name: string, template = 'template0'): Promise<void> {
  const quoted = pg.escapeIdentifier(name)
  await owner.query(`create database ${quoted} template ${pg.escapeIdentifier(template)}`)
  await owner.query(`revoke all on database ${quoted} from public; grant connect, temporary on database ${quoted} to ${APP}`)
}
