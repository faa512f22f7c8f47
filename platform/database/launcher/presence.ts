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

/** Calls `restore` when the connection ends without being asked to, and again with growing pauses until it succeeds. */
export function watch(
  presence: pg.Client,
  restore: () => Promise<pg.Client | null>,
): { current: () => pg.Client; forget: () => void } {
  let now = presence
  let forgotten = false
  const onEnd = async () => {
    for (let wait = 100; !forgotten; wait = Math.min(wait * 2, 30_000)) {
      const next = await restore().catch(() => null)
      if (next) {
        now = next
        next.once('end', onEnd)
        return
      }
      await pause(wait, undefined, { ref: false })
    }
  }
  presence.once('end', onEnd)
  return {
    current: () => now,
    forget: () => {
      forgotten = true
      now.off('end', onEnd)
    },
  }
}
