import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Connection } from './launcher/connect.ts'

/** A pool of connections as one role, and kysely over it. */
export interface Wire<Tables> {
  readonly kysely: Kysely<Tables>
  readonly pool: pg.Pool
  /** Lends one plain connection, for COPY, LISTEN or a cursor; a connection whose use failed is thrown away. */
  readonly withClient: <T>(use: (client: pg.PoolClient) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export interface WireOptions {
  /** The most connections at once; 10 for the web, 4 for jobs. */
  readonly max?: number
  /** Told when an idle connection breaks, as when the server stops. The pool goes on and connects again. */
  readonly onError?: (error: Error) => void
}

/**
 * Wires to a database. A DATE arrives as the text 'YYYY-MM-DD', a bigint as a number while it is a safe one and as a
 * bigint beyond; the session's time zone is the office's.
 */
export function wire<Tables>(connection: Connection, options: WireOptions = {}): Wire<Tables> {
  const pool = new pg.Pool({
    ...connection,
    application_name: 'zhizhou',
    max: options.max ?? 10,
    connectionTimeoutMillis: 30_000,
    types: { getTypeParser },
    // The types know no promise here, the pool awaits it nevertheless.
    onConnect: (async (client: pg.ClientBase) => {
      await client.query("set timezone = 'Asia/Shanghai'; set datestyle = 'ISO'; set intervalstyle = 'iso_8601'")
    }) as (client: pg.ClientBase) => void,
  })
  // Without a listener the program dies when the server stops.
  pool.on('error', options.onError ?? (() => {}))
  return {
    kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    pool,
    withClient: (use) => lend(pool, use),
    close: async () => {
      if (!pool.ended) await pool.end()
    },
  }
}

async function lend<T>(pool: pg.Pool, use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    return await use(client)
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    client.release(failure)
  }
}

const DATE = 1082
const DATES = 1182
const TEXTS = 1009
const INT8 = 20
const INT8S = 1016

const asText = (text: string) => text
const safeNumber = (text: string) => {
  const number = Number(text)
  return Number.isSafeInteger(number) ? number : BigInt(text)
}
const parserOf = pg.types.getTypeParser as (oid: number, format: string) => (text: string) => unknown
const textArray = parserOf(TEXTS, 'text') as (text: string) => (string | null)[]

/** The parsers of these pools only; others that use pg in this program keep theirs. */
const getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
  if (oid === DATE) return asText
  if (oid === DATES) return textArray
  if (oid === INT8) return safeNumber
  if (oid === INT8S) return (text: string) => textArray(text).map((element) => (element === null ? null : safeNumber(element)))
  return pg.types.getTypeParser(oid, 'text')
}) as typeof pg.types.getTypeParser
