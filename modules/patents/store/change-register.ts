import { uuidv7 } from 'uuidv7'
import type { PlainDate } from '#kernel/time'
import type { PatentFields } from '../rules/fields.ts'
import type { Surroundings } from '../rules/project.ts'
import { patentRegister } from '../rules/register.ts'
import type { RegisterClient } from './client.ts'
import { copyRows } from './copy.ts'
import { digestOf, type Kept, nearKeys } from './observations.ts'
import { raiseVersion } from './register-version.ts'
import { saveRecords } from './save-records.ts'

/** The import row under which decisions by hand stand; there is one whose values may be published and one whose may not. */
interface HandImport {
  readonly id: string
  readonly day: PlainDate
  readonly publishable: boolean
}

/**
 * What a person decided, as an observation of the first rank that nobody has kept yet. Who calls holds the register's lock.
 * `publishable`: whether the value is the office's own or a source's that may be published.
 */
export async function handObservation(
  client: RegisterClient,
  region: number,
  { fields, publishable, today }: { readonly fields: PatentFields; readonly publishable: boolean; readonly today: PlainDate },
): Promise<Kept> {
  const batch = await handImport(client, region, publishable, today)
  const { rows } = await client.query<{ last: number | null }>(
    'select max(ordinal) as last from patents.sighting where region_code = $1 and import_id = $2',
    [region, batch.id],
  )
  return {
    id: uuidv7(),
    recordId: undefined,
    format: 'hand',
    digest: digestOf('hand', fields),
    keys: patentRegister.keysOf(fields),
    fields,
    sightings: [{ importId: batch.id, row: (rows[0]!.last ?? 0) + 1, rank: 0, day: batch.day, publishable }],
  }
}

async function handImport(client: RegisterClient, region: number, publishable: boolean, today: PlainDate): Promise<HandImport> {
  const { rows } = await client.query<{ id: string; day: PlainDate }>(
    `select id, source_day as day from patents.import where region_code = $1 and format = 'hand' and publishable = $2`,
    [region, publishable],
  )
  if (rows[0]) return { ...rows[0], publishable }
  const id = uuidv7()
  await client.query(
    `insert into patents.import
       (region_code, id, state, file_name, file_digest, file_size, format, rank, publishable, source_day, started_by, finished_at)
     values ($1, $2, 'finished', '人工核定', '', 0, 'hand', 0, $3, $4, '系统', now())`,
    [region, id, publishable, today],
  )
  return { id, day: today, publishable }
}

/**
 * Takes decisions by hand away and adds others, and saves the records that come of it. Who calls holds the register's lock.
 * Answers with each observation's record.
 */
export async function changeRegister(
  client: RegisterClient,
  region: number,
  { away = [], added = [] }: { readonly away?: readonly Kept[]; readonly added?: readonly Kept[] },
  around: Surroundings,
): Promise<ReadonlyMap<string, string>> {
  const gone = new Set(away.map((one) => one.id))
  const near = await nearKeys(client, region, [...new Set([...away, ...added].flatMap((one) => one.keys))], [])
  const staying = near.filter((one) => !gone.has(one.id))
  await takeOut(client, region, [...gone])
  const recordOf = await saveRecords(
    client,
    region,
    [...staying, ...added],
    [...new Set(near.map((one) => one.recordId!))],
    around,
  )
  for (const one of staying) {
    if (recordOf.get(one.id) === one.recordId) continue
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
    added.map((one) => [region, one.id, recordOf.get(one.id), one.format, `\\x${one.digest}`, JSON.stringify(one.fields)]),
  )
  await copyRows(
    client,
    'patents.sighting',
    ['region_code', 'import_id', 'ordinal', 'row_number', 'entry', 'observation_id'],
    added.flatMap((one) => one.sightings.map(({ importId, row }) => [region, importId, row, row, null, one.id])),
  )
  await raiseVersion(client, region)
  return recordOf
}

async function takeOut(client: RegisterClient, region: number, observations: readonly string[]): Promise<void> {
  if (observations.length === 0) return
  await client.query('delete from patents.sighting where region_code = $1 and observation_id = any($2::uuid[])', [
    region,
    observations,
  ])
  await client.query('delete from patents.decision where region_code = $1 and observation_id = any($2::uuid[])', [
    region,
    observations,
  ])
  await client.query('delete from patents.observation where region_code = $1 and id = any($2::uuid[])', [region, observations])
}
