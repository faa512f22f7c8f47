import type { PoolClient } from 'pg'
import { dropImport } from '#kernel/register'
import { calendarOf } from '#modules/calendar'
import { surroundings } from '../reads/surroundings.ts'
import { type Kept, ofRecords } from '../store/observations.ts'
import { raiseVersion } from '../store/register-version.ts'
import { saveRecords } from '../store/save-records.ts'
import { lockRegister } from '../store/take-batch.ts'
import { type ImportWires, inBatch } from './import-wires.ts'

/** 撤销整批导入: record by record its sightings go and the rest is folded anew; may be broken off and gone on with. */
export async function undoFile(wires: ImportWires, region: number, importId: string): Promise<void> {
  const around = surroundings(region, wires.clock.today(), await calendarOf(wires.wire.kysely, region))
  for (;;) {
    const left = await inBatch(wires.wire, async (client) => {
      await lockRegister(client, region)
      const { rows } = await client.query<{ record_id: string }>(
        `select distinct o.record_id
         from (select observation_id from patents.sighting where region_code = $1 and import_id = $2 order by ordinal limit 1000) s
         join patents.observation o on o.region_code = $1 and o.id = s.observation_id`,
        [region, importId],
      )
      const records = rows.map((row) => row.record_id)
      if (records.length === 0) return 0
      const observations = await ofRecords(client, region, records)
      await takeOut(client, region, importId, observations)
      const rest = dropImport(observations, importId) as Kept[]
      const recordOf = await saveRecords(client, region, rest, records, around)
      for (const one of rest) {
        if (recordOf.get(one.id) !== one.recordId) {
          await client.query('update patents.observation set record_id = $3 where region_code = $1 and id = $2', [
            region,
            one.id,
            recordOf.get(one.id),
          ])
        }
      }
      await raiseVersion(client, region)
      return records.length
    })
    if (left === 0) break
  }
  await wires.wire.pool.query('delete from patents.refused_row where region_code = $1 and import_id = $2', [region, importId])
}

/** The import's sightings of these observations, and the observations that nobody else saw. */
async function takeOut(client: PoolClient, region: number, importId: string, observations: readonly Kept[]): Promise<void> {
  const ids = observations.map((one) => one.id)
  await client.query(
    'delete from patents.sighting where region_code = $1 and import_id = $2 and observation_id = any($3::uuid[])',
    [region, importId, ids],
  )
  const gone = observations
    .filter((one) => one.sightings.every((sighting) => sighting.importId === importId))
    .map((one) => one.id)
  await client.query('delete from patents.observation where region_code = $1 and id = any($2::uuid[])', [region, gone])
}
