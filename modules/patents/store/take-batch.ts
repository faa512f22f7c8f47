import type { PoolClient } from 'pg'
import { uuidv7 } from 'uuidv7'
import { type Counted, canonical, meet, type Sighting, takeIn } from '#kernel/register'
import type { PatentFields } from '../rules/fields.ts'
import { project, type Surroundings } from '../rules/project.ts'
import { patentRegister } from '../rules/register.ts'
import type { RegisterClient } from './client.ts'
import { copyRows } from './copy.ts'
import { digestOf, type Kept, nearKeys } from './observations.ts'
import { saveRecords } from './save-records.ts'

/** What every row of an import has in common. */
export interface ImportSource extends Omit<Sighting, 'row'> {
  readonly region: number
  readonly format: string
}

export interface RowIn {
  /** Its place among all rows of the import, from 1. */
  readonly ordinal: number
  /** The file's own line, or the sheet's row. */
  readonly row: number
  /** The sheet, or the file within a zip. */
  readonly entry?: string | undefined
  readonly fields: PatentFields
}

/** A row as an observation that no record has yet. */
export function observationOf(source: ImportSource, { row, fields }: Pick<RowIn, 'row' | 'fields'>): Kept {
  const { importId, rank, day, publishable } = source
  return {
    id: uuidv7(),
    recordId: undefined,
    format: source.format,
    digest: digestOf(source.format, fields),
    keys: patentRegister.keysOf(fields),
    fields,
    sightings: [{ importId, row, rank, day, publishable }],
  }
}

/** The rows of a batch met with what is near them, one after another. */
export interface Met {
  readonly counts: Readonly<Record<Counted, number>>
  /** The groups touched, as they were before the batch and as they are after it. */
  readonly touched: readonly { readonly before: readonly Kept[]; readonly after: readonly Kept[] }[]
  readonly fresh: readonly Kept[]
  /** Each row's observation, by place in the batch. */
  readonly observations: readonly string[]
}

/** Pure: takes the rows in order into the observations near them. */
export function meetBatch(near: readonly Kept[], rows: readonly Kept[]): Met {
  const groups = new Map<string, Group>()
  const bySign = new Map<string, Group>()
  const register = (group: Group) => {
    for (const one of group.members) {
      groups.set(one.digest, group)
      bySign.set(one.digest, group)
      for (const key of one.keys) bySign.set(key, group)
    }
  }
  for (const members of meet(near)) register({ members, before: members, touched: false })
  const counts = { new: 0, changed: 0, same: 0 }
  const fresh: Kept[] = []
  const observations: string[] = []
  for (const row of rows) {
    const met = [...new Set([row.digest, ...row.keys].map((sign) => bySign.get(sign)).filter((group) => group !== undefined))]
    const members = met.flatMap((group) => group.members)
    const known = members.find((one) => one.digest === row.digest)
    const taken = takeIn(patentRegister, members, row)
    // Decisions that were waiting are no record yet.
    counts[members.every((one) => one.format === 'hand') ? 'new' : taken.counted]++
    if (!known) fresh.push(row)
    observations.push((known ?? row).id)
    register({ members: taken.after as readonly Kept[], before: met.flatMap((group) => group.before), touched: true })
  }
  const touched = [...new Set(groups.values())]
    .filter((group) => group.touched)
    .map((group) => ({ before: group.before, after: group.members }))
  return { counts, touched, fresh, observations }
}

interface Group {
  readonly members: readonly Kept[]
  readonly before: readonly Kept[]
  readonly touched: boolean
}

/**
 * Takes one batch of rows into the register, inside the transaction of `client`; who calls holds the register's lock.
 * Answers with how many rows were new, changed and same.
 */
export async function takeBatch(
  client: PoolClient,
  source: ImportSource,
  rows: readonly RowIn[],
  around: Surroundings,
): Promise<Readonly<Record<Counted, number>>> {
  const { region, importId } = source
  const incoming = rows.map((row) => observationOf(source, row))
  const near = await nearKeys(
    client,
    region,
    [...new Set(incoming.flatMap((one) => one.keys))],
    incoming.map((one) => one.digest),
  )
  const met = meetBatch(near, incoming)
  const altered = met.touched
    .filter(({ before, after }) => before.length !== after.length || altersRecord(before, after, around))
    .flatMap(({ after }) => after)
  const before = [...new Set(altered.map((one) => one.recordId).filter((id) => id !== undefined))]
  const recordOf = await saveRecords(client, region, altered, before, around)
  const moved = altered.filter((one) => one.recordId !== undefined && recordOf.get(one.id) !== one.recordId)
  for (const one of moved) {
    await client.query('update patents.observation set record_id = $3 where region_code = $1 and id = $2', [
      region,
      one.id,
      recordOf.get(one.id),
    ])
  }
  await copyRows(
    client,
    'patents.observation',
    ['region_code', 'id', 'record_id', 'format', 'digest', 'fields'],
    met.fresh.map((one) => [region, one.id, recordOf.get(one.id), one.format, `\\x${one.digest}`, JSON.stringify(one.fields)]),
  )
  await copyRows(
    client,
    'patents.sighting',
    ['region_code', 'import_id', 'ordinal', 'row_number', 'entry', 'observation_id'],
    rows.map((row, at) => [region, importId, row.ordinal, row.row, row.entry, met.observations[at]]),
  )
  return met.counts
}

/** A row that only repeats what is known leaves the record as it stands; then nothing needs writing but that it was seen. */
function altersRecord(before: readonly Kept[], after: readonly Kept[], around: Surroundings): boolean {
  return canonical(project(before, around)) !== canonical(project(after, around))
}

/** One hand at a time changes the records of a prefecture: held to the end of the transaction. */
export async function lockRegister(client: RegisterClient, region: number): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('patents.register'), $1)`, [region])
}
