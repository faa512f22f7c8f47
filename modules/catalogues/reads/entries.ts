import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Catalogue } from '../catalogue.ts'
import type { Entry, StandingEntry } from '../rules/entry.ts'
import { holding, layOver } from '../rules/overlay.ts'
import { approvedChanges, catalogueVersion } from '../store/versions.ts'

interface Kept {
  readonly version: number
  readonly standing: readonly StandingEntry[]
  readonly holding: readonly StandingEntry[]
}

/** What was read of each catalogue on each wire. A transaction is a wire of its own and keeps nothing for others. */
const kept = new WeakMap<object, Map<string, Kept>>()

/**
 * The entries of a catalogue (目录现行内容): what the product ships, overlaid by what this prefecture approved; every version that
 * holds at some time, none over another, by id and first day. One small question to the database while nothing changed.
 */
export async function entriesOf<Body>(
  db: Kysely<unknown>,
  region: number,
  catalogue: Catalogue<Body>,
): Promise<readonly StandingEntry<Body>[]> {
  return (await keptEntries(db, region, catalogue)).holding as readonly StandingEntry<Body>[]
}

/** All versions as written, those too that never held: what changes are made against. */
export async function standingEntries<Body>(
  db: Kysely<unknown>,
  region: number,
  catalogue: Catalogue<Body>,
): Promise<readonly StandingEntry<Body>[]> {
  return (await keptEntries(db, region, catalogue)).standing as readonly StandingEntry<Body>[]
}

async function keptEntries(db: Kysely<unknown>, region: number, catalogue: Catalogue): Promise<Kept> {
  const known = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, known)
  const key = `${region} ${catalogue.name}`
  const version = await catalogueVersion(db, region, catalogue.name)
  const found = known.get(key)
  if (found?.version === version) return found
  const approved = await approvedChanges(db, region, catalogue.name)
  const standing = layOver(
    catalogue.shipped(),
    approved.map((change) => ({ ...change, body: catalogue.body.parse(change.body) })),
  )
  const fresh: Kept = { version: approved.at(-1)?.version ?? 0, standing, holding: holding(standing) }
  known.set(key, fresh)
  return fresh
}

/** A digest of all versions of one entry: who proposes or approves against another is told so. `none` where there is no entry. */
export function standOf(standing: readonly Entry[], entry: string): string {
  const versions = standing.filter((one) => one.id === entry)
  if (versions.length === 0) return 'none'
  const said = versions.map(({ validFrom, validTo, body, basis, certainty, source }) => [
    validFrom,
    validTo,
    body,
    basis,
    certainty,
    source,
  ])
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** What an entry is now, as a proposal must name it; `none` where there is none. */
export async function standingVersion(db: Kysely<unknown>, region: number, catalogue: Catalogue, entry: string): Promise<string> {
  return standOf(await standingEntries(db, region, catalogue), entry)
}
