import { uuidv7 } from 'uuidv7'
import { assignIds, meet } from '#kernel/register'
import { type Projection, project, type RecordColumns, type Surroundings } from '../rules/project.ts'
import type { RegisterClient } from './client.ts'
import { copyRows } from './copy.ts'
import type { Kept } from './observations.ts'

const officeOnly = ['public_form'] as const
const recordColumns = [
  'application_number',
  'publication_number',
  'right_kind',
  'title',
  'title_norm',
  'applicants',
  'applicants_norm',
  'inventors',
  'inventors_norm',
  'numbers',
  'main_ipc',
  'ipc_section',
  'ipc_class',
  'county',
  'holder_kind',
  'status',
  'status_spans',
  'status_next_on',
  'filed_on',
  'filed_year',
  'published_on',
  'granted_on',
  'sort_on',
  'disagreements',
  'abstract',
  'search_text',
  'bg',
  'tok_version',
] as const satisfies readonly (keyof RecordColumns)[]

/**
 * Writes the records that these observations make, and takes away those they made before: regroups by keys, keeps ids
 * where it can, folds, projects. `observations` are all live ones of the records touched; `before` those records' ids.
 * Decisions by hand alone make no record: they keep their keys and wait for a source to come back. Answers with each
 * observation's record.
 */
export async function saveRecords(
  client: RegisterClient,
  region: number,
  observations: readonly Kept[],
  before: readonly string[],
  around: Surroundings,
): Promise<ReadonlyMap<string, string>> {
  const records = assignIds(meet(observations), uuidv7)
  if (before.length > 0) await removeRecords(client, region, before)
  const projected: { id: string; projection: Projection }[] = []
  const rows = function* () {
    for (const { id, group } of records) {
      if (group.every((one) => one.format === 'hand')) continue
      const projection = project(group, around)
      projected.push({ id, projection })
      yield [region, id, ...cells(projection.office), publicForm(projection)]
    }
  }
  await copyRows(client, 'patents.record', ['region_code', 'id', ...recordColumns, ...officeOnly], rows())
  await copyRows(
    client,
    'patents.public_record',
    ['region_code', 'id', ...recordColumns],
    projected.flatMap(({ id, projection }) =>
      projection.open !== null && projection.open !== 'same' ? [[region, id, ...cells(projection.open)]] : [],
    ),
  )
  await copyRows(
    client,
    'patents.record_key',
    ['region_code', 'key', 'record_id'],
    records.flatMap(({ id, group }) => [...new Set(group.flatMap((one) => one.keys))].map((key) => [region, key, id])),
  )
  await saveQueues(client, region, projected)
  return new Map(records.flatMap(({ id, group }) => group.map((one) => [one.id, id] as const)))
}

async function removeRecords(client: RegisterClient, region: number, records: readonly string[]): Promise<void> {
  await client.query('delete from patents.record_key where region_code = $1 and record_id = any($2::uuid[])', [region, records])
  await client.query('delete from patents.public_record where region_code = $1 and id = any($2::uuid[])', [region, records])
  // What waits in the queues goes with its record.
  await client.query('delete from patents.record where region_code = $1 and id = any($2::uuid[])', [region, records])
}

async function saveQueues(
  client: RegisterClient,
  region: number,
  projected: readonly { id: string; projection: Projection }[],
): Promise<void> {
  await copyRows(
    client,
    'patents.disagreement',
    ['region_code', 'record_id', 'field'],
    projected.flatMap(({ id, projection }) => projection.disputed.map((field) => [region, id, field])),
  )
  await copyRows(
    client,
    'patents.unclear_place',
    ['region_code', 'record_id', 'why', 'proposals'],
    projected.flatMap(({ id, projection }) =>
      projection.place.unclear
        ? [[region, id, projection.place.unclear.why, JSON.stringify(projection.place.unclear.proposals)]]
        : [],
    ),
  )
}

function publicForm(projection: Projection): string {
  if (projection.open === null) return 'none'
  return projection.open === 'same' ? 'same' : 'own'
}

function cells(columns: RecordColumns): (string | number | null)[] {
  return recordColumns.map((name) => (name === 'status_spans' ? JSON.stringify(columns[name]) : columns[name]))
}
