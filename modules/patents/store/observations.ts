import { createHash } from 'node:crypto'
import { canonical, type Observation } from '#kernel/register'
import type { PlainDate } from '#kernel/time'
import type { PatentFields } from '../rules/fields.ts'
import { patentRegister } from '../rules/register.ts'
import type { RegisterClient } from './client.ts'

/** An observation of the register with the record it stands in; undefined while it has none. */
export interface Kept extends Observation<PatentFields> {
  readonly recordId: string | undefined
  readonly format: string
}

/** Stands for what one row of one kind of source says, wherever it is said. Hexadecimal SHA-256. */
export function digestOf(format: string, fields: PatentFields): string {
  return createHash('sha256').update(format).update('\0').update(canonical(fields)).digest('hex')
}

interface KeptRow {
  id: string
  record_id: string
  format: string
  digest: Buffer
  fields: PatentFields
  sightings: { i: string; r: number; k: number; d: PlainDate; p: boolean }[]
}

/** The columns of an observation with its sightings, for a query over `o`. */
const columns = `
  o.id, o.record_id, o.format, o.digest, o.fields,
  (select json_agg(json_build_object('i', s.import_id, 'r', s.row_number, 'k', i.rank, 'd', i.source_day, 'p', i.publishable))
   from patents.sighting s
   join patents.import i on i.region_code = s.region_code and i.id = s.import_id
   where s.region_code = o.region_code and s.observation_id = o.id) as sightings`

/** All observations of the records that bear one of these keys, or hold one of these contents. */
export async function nearKeys(
  client: RegisterClient,
  region: number,
  keys: readonly string[],
  digests: readonly string[],
): Promise<Kept[]> {
  const { rows } = await client.query<KeptRow>({
    name: 'near-keys',
    text: `
      select ${columns}
      from patents.observation o
      where o.region_code = $1
        and o.record_id in (
          select record_id from patents.record_key where region_code = $1 and key = any($2::text[])
          union
          select record_id from patents.observation where region_code = $1 and digest = any($3::bytea[]))`,
    values: [region, keys, digests.map((digest) => Buffer.from(digest, 'hex'))],
  })
  return rows.map(keptOf)
}

/** All observations of these records. */
export async function ofRecords(client: RegisterClient, region: number, records: readonly string[]): Promise<Kept[]> {
  const { rows } = await client.query<KeptRow>(
    `select ${columns} from patents.observation o where o.region_code = $1 and o.record_id = any($2::uuid[])`,
    [region, records],
  )
  return rows.map(keptOf)
}

function keptOf(row: KeptRow): Kept {
  return {
    id: row.id,
    recordId: row.record_id,
    format: row.format,
    digest: row.digest.toString('hex'),
    keys: patentRegister.keysOf(row.fields),
    fields: row.fields,
    sightings: (row.sightings ?? []).map((one) => ({ importId: one.i, row: one.r, rank: one.k, day: one.d, publishable: one.p })),
  }
}
