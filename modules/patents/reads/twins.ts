import type { Kysely } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { meet } from '#kernel/register'
import type { PlainDate } from '#kernel/time'
import type { Twin, TwinSide } from '../contract.ts'
import { nameSeparator, project, type Surroundings } from '../rules/project.ts'
import { clientOf, type RegisterClient } from '../store/client.ts'
import type { Kept } from '../store/observations.ts'
import { type LoadedRecord, loadRecords } from './record/load-record.ts'
import { sourceLabel } from './record/sources.ts'
import { rowOfColumns } from './rows.ts'
import { surroundings } from './surroundings.ts'

/** A pair as it is stored, with the records that bear its keys today. */
export interface TwinPair {
  readonly id: string
  readonly firstKey: string
  readonly secondKey: string
  readonly why: string
  readonly decision: 'joined' | 'not-same' | null
  readonly first: string
  readonly second: string
  /** Place of the last trail entry about it. */
  readonly version: number
}

/** For a query over `t`: both records are there; `a` and `b` are their keys. */
export const livingPairs = `
  from patents.twin t
  join patents.record_key a on a.region_code = t.region_code and a.key = t.first_key
  join patents.record_key b on b.region_code = t.region_code and b.key = t.second_key
  join patents.record ra on ra.region_code = a.region_code and ra.id = a.record_id
  join patents.record rb on rb.region_code = b.region_code and rb.id = b.record_id`

export const pairColumns = `
  t.id, t.first_key as "firstKey", t.second_key as "secondKey", t.why, t.decision, a.record_id as first, b.record_id as second,
  coalesce((select max(n) from trail.entry e
            where e.region_code = t.region_code and e.subject_kind = 'twin' and e.subject_id = t.id::text), 0) as version`

/** The pairs that a record belongs to, decided ones too. */
export async function twinsOf(client: RegisterClient, region: number, record: string, around: Surroundings): Promise<Twin[]> {
  const { rows } = await client.query<TwinPair>(
    `select ${pairColumns} ${livingPairs}
     where t.region_code = $1 and (a.record_id = $2 or b.record_id = $2)
       and (a.record_id <> b.record_id or t.decision = 'joined')
     order by t.id`,
    [region, record],
  )
  return shownTwins(client, region, rows, around)
}

/** One pair. Refuses twin-unknown where it is gone. */
export async function twinBy(
  db: Kysely<unknown>,
  { region, today }: { readonly region: number; readonly today: PlainDate },
  id: string,
): Promise<Outcome<Twin, { code: 'twin-unknown' }>> {
  const client = clientOf(db)
  const pair = await pairBy(client, region, id)
  if (pair === null) return refuse({ code: 'twin-unknown' })
  const [twin] = await shownTwins(client, region, [pair], surroundings(region, today))
  return done(twin!)
}

export async function pairBy(client: RegisterClient, region: number, id: string): Promise<TwinPair | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null
  const { rows } = await client.query<TwinPair>(`select ${pairColumns} ${livingPairs} where t.region_code = $1 and t.id = $2`, [
    region,
    id,
  ])
  return rows[0] ?? null
}

/** Pairs with both sides as a person compares them; what was joined is shown parted as it would be. */
export async function shownTwins(
  client: RegisterClient,
  region: number,
  pairs: readonly TwinPair[],
  around: Surroundings,
): Promise<Twin[]> {
  const records = new Map(
    (await loadRecords(client, region, [...new Set(pairs.flatMap(({ first, second }) => [first, second]))])).map((one) => [
      one.id,
      one,
    ]),
  )
  return pairs.map((pair) => ({
    id: pair.id,
    version: String(pair.version),
    why: pair.why,
    decision: pair.decision,
    sides: sidesOf(pair, records, around),
  }))
}

function sidesOf(pair: TwinPair, records: ReadonlyMap<string, LoadedRecord>, around: Surroundings): [TwinSide, TwinSide] {
  const [first, second] = [records.get(pair.first)!, records.get(pair.second)!]
  if (first.id !== second.id)
    return [sideOf(first.id, first.observations, around), sideOf(second.id, second.observations, around)]
  const parts = meet(first.observations.filter((one) => !joinsBoth(one, pair)))
  const partOf = (key: string) =>
    (parts.find((part) => part.some((one) => one.keys.includes(key))) ?? first.observations) as readonly Kept[]
  const [a, b] = [partOf(pair.firstKey), partOf(pair.secondKey)]
  // The other side is found by one of its own observations.
  return [sideOf(first.id, a, around), sideOf(b[0]!.id, b, around)]
}

export const joinsBoth = (
  one: Pick<Kept, 'format' | 'keys'>,
  { firstKey, secondKey }: Pick<TwinPair, 'firstKey' | 'secondKey'>,
): boolean => one.format === 'hand' && one.keys.includes(firstKey) && one.keys.includes(secondKey)

function sideOf(id: string, observations: readonly Kept[], around: Surroundings): TwinSide {
  const { office } = project(observations, around)
  return {
    ...rowOfColumns(id, office),
    inventors: office.inventors.split(nameSeparator).filter(Boolean),
    sources: [...new Set(observations.filter((one) => one.format !== 'hand').map((one) => sourceLabel(one.format)))],
  }
}
