import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import { OWNER } from '../roles.ts'
import { steps } from '../words.ts'
import { connect, sqlState } from './connect.ts'
import { passwordFile, readPasswords } from './keys.ts'
import { launch } from './launch.ts'
import { lastLines } from './new-cluster.ts'
import { ownerAt, type Place } from './place.ts'
import { isPostgresOn, type Postmaster, readPostmaster, runningPostmaster } from './postmaster.ts'
import { stopServer, untilGone } from './stop-server.ts'

/**
 * Meets the server that runs on this cluster, whoever started it, or starts one. The start lock must be held.
 * Answers how to reach it and whether it was started now; it has answered a query.
 * @returns refusals: server-did-not-start, server-does-not-answer, keys-missing, keys-wrong
 */
export async function meetOrStart(place: Place): Promise<Outcome<{ at: Postmaster; started: boolean }, DatabaseRefusal>> {
  const log = join(place.folders.run, 'start.log')
  for (let attempt = 0; ; attempt++) {
    const met = await meet(place)
    if (met) return met
    const child = await launch(place, log)
    const ready = await untilReady(place, child.pid, () => child.exit === null)
    if (ready) {
      const answer = await untilAnswers(place, ready)
      return answer.done ? done({ at: ready, started: true }) : answer
    }
    const complaint = existsSync(log) ? readFileSync(log, 'utf8') : ''
    // Orphans of a killed server hold its memory for a moment; PostgreSQL then refuses and a later try succeeds.
    const passing = /still in use|"postmaster\.pid" already exists/.test(complaint)
    if (!passing || attempt > 40) {
      return refuse({ code: 'server-did-not-start', reason: lastLines(complaint) || (child.exit ?? ''), log })
    }
    await pause(250)
  }
}

/** The running server, once it answers; null where none runs or it was going down and is gone now. */
async function meet(place: Place): Promise<Outcome<{ at: Postmaster; started: boolean }, DatabaseRefusal> | null> {
  const met = runningPostmaster(place.cluster)
  if (!met) return null
  const ready = met.status === 'stopping' ? null : await untilReady(place, met.pid, () => isPostgresOn(place.cluster, met.pid))
  if (!ready) {
    await untilGone(place.cluster, met.pid, place.onStep)
    return null
  }
  const answer = await untilAnswers(place, ready)
  if (answer.done) return done({ at: ready, started: false })
  if (answer.refusal.code !== 'server-does-not-answer') return answer
  await stopServer(place)
  return null
}

/**
 * Waits until postmaster.pid names exactly this process and says ready. A socket that answers is not enough: it may be
 * another server's. Recovery may take minutes and is waited for as long as the process lives.
 */
async function untilReady(place: Place, pid: number, lives: () => boolean): Promise<Postmaster | null> {
  const since = Date.now()
  let told = false
  for (;;) {
    const now = readPostmaster(place.cluster)
    if (now?.pid === pid && now.status === 'ready') return now
    if (!lives()) return null
    if (!told && Date.now() - since > 2_000) {
      place.onStep(steps.recover)
      told = true
    }
    await pause(10)
  }
}

async function untilAnswers(place: Place, at: Postmaster): Promise<Outcome<void, DatabaseRefusal>> {
  let reason = ''
  for (const since = Date.now(); Date.now() - since < 30_000; await pause(100)) {
    try {
      const client = await connect(ownerAt(place, at, 'postgres'))
      await client.query('select 1')
      await client.end()
      return done(undefined)
    } catch (error) {
      const keys = passwordFile(place.folders, OWNER)
      if (!readPasswords(place.folders)) return refuse({ code: 'keys-missing', path: keys })
      if (sqlState(error) === '28P01') return refuse({ code: 'keys-wrong', path: keys })
      reason = (error as Error).message
    }
  }
  return refuse({ code: 'server-does-not-answer', reason })
}
