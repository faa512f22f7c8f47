import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { DatabaseRefusal } from '../refusals.ts'
import { type OnStep, steps } from '../words.ts'
import { bornAt, isRunning } from './pids.ts'

interface Holder {
  pid: number
  born: string | null
  host: string
}

const BEAT_MS = 2_000
const SILENT_MS = 60_000
const GIVE_UP_MS = 900_000

/**
 * Takes the lock file that lets one process at a time start or stop the server. A file whose writer is dead (the
 * number may meanwhile belong to somebody else) or, written on another host, has not been touched for a minute, is stale.
 * Even if two processes ever held it at once nothing is lost: PostgreSQL's own lock on its directory stands behind it.
 */
export async function takeStartLock(path: string, onStep: OnStep): Promise<Outcome<() => void, DatabaseRefusal>> {
  const mine = JSON.stringify({ pid: process.pid, born: bornAt(process.pid), host: hostname() } satisfies Holder)
  const since = Date.now()
  let told = false
  while (!create(path, mine)) {
    const seen = readOrNull(path)
    if (seen === null) continue
    if (isStale(path, seen)) {
      removeStale(path, seen)
      continue
    }
    if (Date.now() - since > GIVE_UP_MS) return refuse({ code: 'another-start-hangs', path, pid: holderOf(seen)?.pid ?? 0 })
    if (!told && Date.now() - since > 1_000) {
      onStep(steps.waitForOther)
      told = true
    }
    await pause(25)
  }
  const beat = setInterval(() => touch(path), BEAT_MS)
  beat.unref()
  return done(() => {
    clearInterval(beat)
    if (readOrNull(path) === mine) rmSync(path, { force: true })
  })
}

/** Written under another name and linked, so that nobody reads a half-written lock. */
function create(path: string, text: string): boolean {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, text, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function isStale(path: string, text: string): boolean {
  const holder = holderOf(text)
  if (!holder) return true
  if (holder.host === hostname()) {
    if (!isRunning(holder.pid)) return true
    const born = bornAt(holder.pid)
    if (born !== null && holder.born !== null) return born !== holder.born
  }
  const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return touched !== undefined && Date.now() - touched > SILENT_MS
}

/** Moves the stale file aside; if somebody was quicker and a live one was moved, puts it back. */
function removeStale(path: string, seen: string) {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
    if (readOrNull(aside) !== seen) linkSync(aside, path)
  } catch {
    // somebody else removed it, or has a new one already
  } finally {
    rmSync(aside, { force: true })
  }
}

function holderOf(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return null
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function touch(path: string) {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // released in this very moment
  }
}
