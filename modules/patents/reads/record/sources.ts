import { dayInShanghai } from '#platform/clock'
import type { Source } from '../../contract.ts'
import { sources } from '../../formats/index.ts'
import type { PatentFormat } from '../../rules/fields.ts'
import type { RegisterClient } from '../../store/client.ts'
import type { Kept } from '../../store/observations.ts'
import { bestSighting, type LoadedRecord } from './load-record.ts'

/** Observation id → where it comes from, as the wire tells it. */
export type SourceOf = (observation: Kept) => Source

/** The source as the office calls it. */
export const sourceLabel = (format: string): string =>
  format === 'hand' ? '人工核定' : (sources[format as PatentFormat]?.name ?? format)

/** Where the observations of these records stood: the file and row of the sighting that speaks for each. */
export async function sourcesOf(client: RegisterClient, region: number, records: readonly LoadedRecord[]): Promise<SourceOf> {
  const observations = records.flatMap((record) => record.observations)
  const { rows } = await client.query<{
    observation_id: string
    import_id: string
    row_number: number
    entry: string | null
    file_name: string
  }>(
    `select s.observation_id, s.import_id, s.row_number, s.entry, i.file_name
     from patents.sighting s
     join patents.import i on i.region_code = s.region_code and i.id = s.import_id
     where s.region_code = $1 and s.observation_id = any($2::uuid[])`,
    [region, observations.map((one) => one.id)],
  )
  const decisions = new Map(records.flatMap((record) => [...record.decisions]))
  return (one) => {
    const best = bestSighting(one)
    const publishable = one.sightings.some((sighting) => sighting.publishable)
    const decision = decisions.get(one.id)
    if (one.format === 'hand') {
      const day = decision ? dayInShanghai(decision.at) : best.day
      return { id: one.id, format: 'hand', label: sourceLabel('hand'), file: null, row: null, day, publishable, importId: null }
    }
    const at = rows.find((row) => row.observation_id === one.id && row.import_id === best.importId && row.row_number === best.row)
    return {
      id: one.id,
      format: one.format,
      label: sourceLabel(one.format),
      file: at ? (at.entry === null ? at.file_name : `${at.file_name}（${at.entry}）`) : null,
      row: best.row,
      day: best.day,
      publishable,
      importId: best.importId,
    }
  }
}
