import { type Kysely, sql } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import type { Disagreement, QueueCounts, Twin, UnclearPlace } from '../contract.ts'
import type { PatentFields } from '../rules/fields.ts'
import { isList, linesOf } from '../rules/printed.ts'
import { clientOf } from '../store/client.ts'
import { loadRecords } from './record/load-record.ts'
import { sourcesOf } from './record/sources.ts'
import { versionOf } from './record/version.ts'
import { rowsOf } from './rows.ts'
import { surroundings } from './surroundings.ts'
import { livingPairs, pairColumns, shownTwins, type TwinPair } from './twins.ts'

/** Whose queues, on which day. */
export interface QueueWires {
  readonly db: Kysely<unknown>
  readonly region: number
  readonly today: PlainDate
}

export interface PageAsked {
  readonly cursor?: string | undefined
  readonly limit: number
}

interface Page<Row> {
  rows: Row[]
  next: string | null
  count: number
}

type Paged<Row> = Promise<Outcome<Page<Row>, { code: 'not-a-cursor' }>>

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Pairs that nobody decided and no file has joined. */
const openPairs = `${livingPairs} where t.region_code = $1 and t.decision is null and a.record_id <> b.record_id`

/** How many questions wait in each queue (疑难数量). */
export async function queueCounts({ db, region }: Omit<QueueWires, 'today'>): Promise<QueueCounts> {
  const { rows } = await clientOf(db).query<{ disagreements: number; twins: number; places: number }>(
    `select (select count(*) from patents.disagreement where region_code = $1) as disagreements,
            (select count(*) ${openPairs}) as twins,
            (select count(*) from patents.unclear_place where region_code = $1) as places`,
    [region],
  )
  return rows[0]!
}

/** 来源不一致: fields on which sources disagree, each with the values that differ, the one shown first. Refuses not-a-cursor. */
export async function disagreements({ db, region }: QueueWires, { cursor, limit }: PageAsked): Paged<Disagreement> {
  const after = cursor === undefined ? null : /^([0-9a-f-]{36})\.(\w{1,40})$/.exec(cursor)
  if (cursor !== undefined && !(after && uuid.test(after[1]!))) return refuse({ code: 'not-a-cursor' })
  const { rows } = await sql<{ record_id: string; field: keyof PatentFields }>`
    select record_id, field
    from patents.disagreement
    where region_code = ${region}
      and (${after?.[1] ?? null}::uuid is null or (record_id, field) > (${after?.[1] ?? null}::uuid, ${after?.[2] ?? null}))
    order by record_id, field
    limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const client = clientOf(db)
  const ids = [...new Set(page.map((row) => row.record_id))]
  const records = await loadRecords(client, region, ids)
  const shown = await rowsOf(client, region, ids)
  const sourceOf = await sourcesOf(client, region, records)
  const last = page.at(-1)
  return done({
    rows: page.flatMap(({ record_id, field }) => {
      const record = records.find((one) => one.id === record_id)
      const row = shown.get(record_id)
      const folded = record?.folded[field]
      if (!record || !row || !folded) return []
      const values = [folded, ...folded.others].map(({ value, from }) => ({
        lines: linesOf(field, value),
        source: sourceOf(record.observations.find((one) => one.digest === from)!),
      }))
      return [{ ...row, version: versionOf(record), field, list: isList(field), values }]
    }),
    next: rows.length > limit ? `${last!.record_id}.${last!.field}` : null,
    count: (await queueCounts({ db, region })).disagreements,
  })
}

/** 疑似重复: pairs that may be one right. Refuses not-a-cursor. */
export async function openTwins({ db, region, today }: QueueWires, { cursor, limit }: PageAsked): Paged<Twin> {
  if (cursor !== undefined && !uuid.test(cursor)) return refuse({ code: 'not-a-cursor' })
  const client = clientOf(db)
  const { rows } = await client.query<TwinPair>(
    `select ${pairColumns} ${openPairs} and ($2::uuid is null or t.id > $2::uuid) order by t.id limit $3`,
    [region, cursor ?? null, limit + 1],
  )
  const page = rows.slice(0, limit)
  return done({
    rows: await shownTwins(client, region, page, surroundings(region, today)),
    next: rows.length > limit ? page.at(-1)!.id : null,
    count: (await queueCounts({ db, region })).twins,
  })
}

const proposedBy: Readonly<Record<string, string>> = {
  address: '依据地址',
  'source-words': '依据来源标注',
  'credit-code': '依据统一社会信用代码',
}

/** 县市不明: records whose county is doubtful or contradicted, with what speaks for which. Refuses not-a-cursor. */
export async function unclearPlaces({ db, region }: QueueWires, { cursor, limit }: PageAsked): Paged<UnclearPlace> {
  if (cursor !== undefined && !uuid.test(cursor)) return refuse({ code: 'not-a-cursor' })
  const { rows } = await sql<{ record_id: string; why: string; proposals: { county: string; by: string }[] }>`
    select record_id, why, proposals
    from patents.unclear_place
    where region_code = ${region} and (${cursor ?? null}::uuid is null or record_id > ${cursor ?? null}::uuid)
    order by record_id
    limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const client = clientOf(db)
  const ids = page.map((row) => row.record_id)
  const records = await loadRecords(client, region, ids)
  const shown = await rowsOf(client, region, ids)
  return done({
    rows: page.flatMap(({ record_id, why, proposals }) => {
      const record = records.find((one) => one.id === record_id)
      const row = shown.get(record_id)
      if (!record || !row) return []
      const said = (name: 'address' | 'creditCode') => (record.folded[name]?.value as string | undefined) ?? null
      return [
        {
          ...row,
          version: versionOf(record),
          address: said('address'),
          creditCode: said('creditCode'),
          why,
          proposals: proposals.map(({ county, by }) => ({ county, by: proposedBy[by] ?? by })),
        },
      ]
    }),
    next: rows.length > limit ? page.at(-1)!.record_id : null,
    count: (await queueCounts({ db, region })).places,
  })
}
