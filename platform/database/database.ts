import type { Connection } from './launcher/connect.ts'
import type { Tuning } from './launcher/settings.ts'
import type { OnStep } from './words.ts'

/** How to open the product's database. */
export interface OpenOptions {
  /** The data folder (数据目录); made where there is none. Not touched when `url` is given. */
  readonly dataDir: string
  /** A PostgreSQL of one's own (DATABASE_URL): nothing is started. */
  readonly url?: string | undefined
  /** The same database as the owner of the tables (DATABASE_OWNER_URL); without it migrations run as `url`. */
  readonly ownerUrl?: string | undefined
  /** A directory with PostgreSQL's programs, instead of the npm package's or Debian's. */
  readonly programs?: string | undefined
  readonly onStep?: OnStep | undefined
  readonly tuning?: Tuning | undefined
  /** TCP on 127.0.0.1 where there are no sockets (Windows). */
  readonly transport?: 'socket' | 'tcp' | undefined
}

/** An open database. */
export interface Database {
  readonly kind: 'embedded' | 'external'
  /** PostgreSQL's version, as in `18.4`. */
  readonly version: string
  /** Did this process start the server, or did it join one that ran? */
  readonly started: boolean
  /** The product's way in. */
  readonly app: Connection
  /** The way of migrations and backups. */
  readonly owner: Connection
  /** Is the owner another role than the product's, so that the product cannot rewrite its own trail? */
  readonly guarded: boolean
  /** The embedded cluster's directory; null for a server of one's own. */
  readonly cluster: string | null
  /** Leaves; the last to leave an embedded server stops it. Close the wires first. */
  readonly close: () => Promise<void>
}
