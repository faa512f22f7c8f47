import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { type Connection, connect } from './connect.ts'

/** "zhiz", and what of it is locked. */
const PRESENCE = [0x7a68697a, 1] as const

/**
 * Every process that uses the server holds this lock in shared mode on a connection of its own; when a process dies,
 * however it dies, the server knows. Null where the server went away in this moment.
 */
export async function enter(connection: Connection): Promise<pg.Client | null> {
  let client: pg.Client | undefined
  try {
    client = await connect(connection, 'zhizhou presence')
    await client.query("set lock_timeout = '30s'")
    await client.query('select pg_advisory_lock_shared($1, $2)', [...PRESENCE])
    return client
  } catch {
    await client?.end().catch(() => {})
    return null
  }
}

/** Is nobody else present? If so nobody can enter any more until this connection ends. */
export async function isLast(presence: pg.Client): Promise<boolean> {
  try {
    const answer = await presence.query('select pg_try_advisory_lock($1, $2) as last', [...PRESENCE])
    return answer.rows[0].last
  } catch {
    return false
  }
}

/** A presence that comes back by itself. */
export interface Watch {
  /** Ends the watching, waits for a return that is under way, and hands the connection over; null where it is broken. */
  readonly end: () => Promise<pg.Client | null>
}

/** Calls `restore` when the connection ends without being asked to, and again with growing pauses until it succeeds. */
export function watch(presence: pg.Client, restore: () => Promise<pg.Client | null>): Watch {
  const ending = new AbortController()
  let now: pg.Client | null = presence
  let returning = Promise.resolve()
  const onEnd = () => {
    now = null
    returning = comeBack()
  }
  const comeBack = async () => {
    for (let wait = 100; now === null && !ending.signal.aborted; wait = Math.min(wait * 2, 30_000)) {
      now = await restore().catch(() => null)
      if (now === null) await pause(wait, undefined, { ref: false, signal: ending.signal }).catch(() => {})
      else now.once('end', onEnd)
    }
  }
  presence.once('end', onEnd)
  return {
    end: async () => {
      ending.abort()
      await returning
      now?.off('end', onEnd)
      return now
    },
  }
}
