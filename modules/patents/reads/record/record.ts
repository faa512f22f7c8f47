import type { Kysely } from 'kysely'
import { done, type Outcome } from '#kernel/outcome'
import type { PlainDate } from '#kernel/time'
import { gazetteer, placeSentences } from '#modules/regions'
import type { HolderKind, NextAct, PatentRecord } from '../../contract.ts'
import type { PatentFields } from '../../rules/fields.ts'
import { type SpanColumns, spanOfColumns } from '../../rules/project.ts'
import type { StatusSpan } from '../../rules/status.ts'
import { statusSentence } from '../../rules/status-sentence.ts'
import { clientOf, type RegisterClient } from '../../store/client.ts'
import { rowsOf } from '../rows.ts'
import { placeDecision, surroundings } from '../surroundings.ts'
import { twinsOf } from '../twins.ts'
import { classesOf } from './classes.ts'
import { eventsOf, happenedOn } from './events.ts'
import { decisionOn, fieldsOf, handDecision } from './fields.ts'
import { bestSighting, type LoadedRecord, loadRecord } from './load-record.ts'
import { sourcesOf } from './sources.ts'
import { versionOf } from './version.ts'

/** The stored columns that are not made anew for the page. */
export interface StoredColumns {
  readonly status_spans: readonly SpanColumns[]
  readonly status_next_on: PlainDate | null
  readonly published_on: PlainDate | null
  readonly granted_on: PlainDate | null
  readonly holder_kind: HolderKind
  readonly public_form: 'none' | 'same' | 'own'
}

/**
 * One patent as the office sees it: every field with its sources, classes, events, twins, county and status with their reasons.
 * `acts` answers whether the reader may decide, given the record's county. Refuses patent-unknown.
 */
export async function patentRecord(
  db: Kysely<unknown>,
  { region, today }: { readonly region: number; readonly today: PlainDate },
  number: string,
  acts: (record: LoadedRecord, county: number | null) => Promise<NextAct[]>,
): Promise<Outcome<PatentRecord, { code: 'patent-unknown' }>> {
  const client = clientOf(db)
  const loaded = await loadRecord(client, region, number)
  if (!loaded.done) return loaded
  const record = loaded.value
  const row = (await rowsOf(client, region, [record.id])).get(record.id)!
  const stored = await storedColumns(client, region, record.id)
  const sourceOf = await sourcesOf(client, region, [record])
  const county = decisionOn(record, 'decidedPlace')
  const place = placeDecision(region, record.folded)
  return done({
    ...row,
    version: versionOf(record),
    statusSentence: sentenceOf(record, row.right, stored, today),
    statusNextOn: stored.status_next_on,
    publishedOn: stored.published_on,
    grantedOn: stored.granted_on,
    holderKind: stored.holder_kind,
    publicForm: stored.public_form,
    countyReason: place.reasons.length === 0 ? null : placeSentences(place.reasons),
    countyDecision: county === null ? null : handDecision(county, [placeName(region, record)]),
    fields: fieldsOf(record, sourceOf, stored.public_form !== 'none'),
    classes: await classesOf(client, record),
    events: eventsOf(record, sourceOf),
    twins: await twinsOf(client, region, record.id, surroundings(region, today)),
    sources: record.observations.map(sourceOf),
    acts: await acts(record, row.county === null ? null : Number(row.county)),
  })
}

export async function storedColumns(client: RegisterClient, region: number, id: string): Promise<StoredColumns> {
  const { rows } = await client.query<StoredColumns & Record<string, unknown>>(
    `select status_spans, status_next_on, published_on, granted_on, holder_kind, public_form
     from patents.record
     where region_code = $1 and id = $2`,
    [region, id],
  )
  return rows[0]!
}

function placeName(region: number, { folded }: LoadedRecord): string {
  const code = folded.decidedPlace?.value as number
  return code === region ? '州本级' : (gazetteer(region).division(code)?.name ?? String(code))
}

export const spansOfColumns = ({ status_spans }: Pick<StoredColumns, 'status_spans'>): StatusSpan[] =>
  status_spans.map(spanOfColumns)

/** The latest day that a source speaks of, and today at the latest. */
export function asOf(record: LoadedRecord, today: PlainDate): PlainDate {
  const days = record.observations.filter((one) => one.format !== 'hand').map((one) => bestSighting(one).day)
  return (
    days
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? today
  )
}

function sentenceOf(record: LoadedRecord, right: PatentRecord['right'], stored: StoredColumns, today: PlainDate): string {
  const said = <Name extends keyof PatentFields>(name: Name) => record.folded[name]?.value as PatentFields[Name]
  return statusSentence({
    right,
    filedOn: said('filedOn') ?? null,
    holders: said('holders') ?? said('applicants') ?? [],
    spans: spansOfColumns(stored),
    today,
    asOf: asOf(record, today),
    happenedOn: (day) => happenedOn(record, day),
  })
}
