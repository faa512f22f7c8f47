import type { Kysely } from 'kysely'
import { type Folded, fold } from '#kernel/register'
import type { PlainDate } from '#kernel/time'
import type { PatentFields } from '../rules/fields.ts'
import { licencesOf } from '../rules/licences.ts'
import { keysOfMark, type MarkRegister, type RegisterEntry } from '../rules/marks/index.ts'
import { grantDayOf, identityOf } from '../rules/project.ts'
import { patentRegister } from '../rules/register.ts'
import { clientOf, type RegisterClient } from '../store/client.ts'
import { type LoadedRecord, loadRecords } from './record/load-record.ts'
import { asOf, type StoredColumns, spansOfColumns } from './record/record.ts'
import { sourceLabel } from './record/sources.ts'

/** Whose register is asked: all the office knows, or what publishable sources say. */
export interface MarkRegisterOf {
  readonly region: number
  readonly today: PlainDate
  readonly projection: 'office' | 'public'
}

/**
 * What the register knows of the numbers in these marks, read at once, so that the pure rule can ask it: `checkMark(asked,
 * await markRegister(db, …, [asked.text]), table)`. Some thousand marks at a time.
 */
export async function markRegister(db: Kysely<unknown>, of: MarkRegisterOf, texts: readonly string[]): Promise<MarkRegister> {
  const client = clientOf(db)
  const keys = [...new Set(texts.flatMap(keysOfMark))]
  const records = await recordsOfKeys(client, of.region, keys)
  const entries = await entriesOf(client, of, [...new Set(records.values())])
  return (key) => entries.get(records.get(key) ?? '') ?? null
}

/** Printed key → record id. A publication number without its kind letter stands for any of the application's documents. */
async function recordsOfKeys(client: RegisterClient, region: number, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const asked = new Map(keys.flatMap((key) => storedKeys(key).map((stored) => [stored, key] as const)))
  const { rows } = await client.query<{ key: string; record_id: string }>(
    'select key, record_id from patents.record_key where region_code = $1 and key = any($2::text[])',
    [region, [...asked.keys()]],
  )
  return new Map(rows.map((row) => [asked.get(row.key)!, row.record_id]))
}

function storedKeys(key: string): string[] {
  if (/^\d/.test(key)) return [`A${key}`]
  return /\d$/.test(key) && !/[A-Z]\d$/.test(key) ? [...'ABCUYSD'].map((letter) => `P${key}${letter}`) : [`P${key}`]
}

async function entriesOf(
  client: RegisterClient,
  of: MarkRegisterOf,
  ids: readonly string[],
): Promise<Map<string, RegisterEntry>> {
  if (ids.length === 0) return new Map()
  const columns = await columnsOf(client, of, ids)
  const records = await loadRecords(client, of.region, ids)
  return new Map(
    records.flatMap((record) => {
      const stored = columns.get(record.id)
      const seen = of.projection === 'office' ? record : openPart(record)
      return stored && seen.observations.length > 0 ? [[record.id, entryOf(seen, stored, of.today)] as const] : []
    }),
  )
}

type Columns = Pick<StoredColumns, 'status_spans'>

async function columnsOf(client: RegisterClient, of: MarkRegisterOf, ids: readonly string[]): Promise<Map<string, Columns>> {
  const open = of.projection === 'public'
  const { rows } = await client.query<Columns & { id: string }>(
    `select id, status_spans from patents.record where region_code = $1 and id = any($2::uuid[]) ${open ? `and public_form = 'same'` : ''}
     ${open ? 'union all select id, status_spans from patents.public_record where region_code = $1 and id = any($2::uuid[])' : ''}`,
    [of.region, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The record as its publishable sightings alone make it. */
function openPart(record: LoadedRecord): LoadedRecord {
  const observations = record.observations
    .map((one) => ({ ...one, sightings: one.sightings.filter(({ publishable }) => publishable) }))
    .filter(({ sightings }) => sightings.length > 0)
  return { ...record, observations, folded: fold(patentRegister, observations) }
}

function entryOf(record: LoadedRecord, stored: Columns, today: PlainDate): RegisterEntry {
  const folded: Folded<PatentFields> = record.folded
  const said = <Name extends keyof PatentFields>(name: Name) => folded[name]?.value as PatentFields[Name]
  const identity = identityOf(folded)
  const formats = new Set(record.observations.map((one) => one.format).filter((format) => format !== 'hand'))
  return {
    number: identity.applicationNumber ?? identity.publicationNumber ?? record.id,
    right: identity.right,
    filedOn: said('filedOn') ?? null,
    grantedOn: grantDayOf(folded),
    holders: said('holders') ?? said('applicants') ?? [],
    licences: licencesOf(record.observations.map((one) => one.fields)),
    spans: spansOfColumns(stored),
    asOf: asOf(record, today),
    source: [...formats].map(sourceLabel).join('、'),
  }
}
