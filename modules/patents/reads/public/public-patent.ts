import type { Kysely } from 'kysely'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { fold } from '#kernel/register'
import type { PlainDate } from '#kernel/time'
import type { ClassCode, PatentRow } from '../../contract.ts'
import type { PatentFields } from '../../rules/fields.ts'
import { readNumber } from '../../rules/numbers.ts'
import { linesOf } from '../../rules/printed.ts'
import type { RecordColumns } from '../../rules/project.ts'
import { patentRegister } from '../../rules/register.ts'
import type { StatusSpan } from '../../rules/status.ts'
import { statusSentence } from '../../rules/status-sentence.ts'
import { clientOf, type RegisterClient } from '../../store/client.ts'
import { classesOf } from '../record/classes.ts'
import { eventsOf, happenedOn } from '../record/events.ts'
import { keysAsked } from '../record/find-record.ts'
import { type LoadedRecord, loadRecord } from '../record/load-record.ts'
import { asOf, spansOfColumns } from '../record/record.ts'
import { type SourceOf, sourcesOf } from '../record/sources.ts'
import { rowOfColumns } from '../rows.ts'

/** Where a public value comes from: the source and its day; the file and the row in it are the office's own. */
export interface PublicSource {
  readonly label: string
  readonly day: PlainDate | null
}

/** One patent as the public sees it (公开台账): folded from what publishable sources say, and nothing else. */
export interface PublicPatent extends PatentRow {
  readonly grantedOn: PlainDate | null
  /** 专利权人, or who applied, where no source names holders. */
  readonly holders: readonly string[]
  readonly spans: readonly StatusSpan[]
  /** The latest day of which a publishable source speaks. */
  readonly asOf: PlainDate
  readonly statusSentence: string
  /** Why the public may see the rest: 来源 of each value beside it. */
  readonly fields: readonly { readonly field: string; readonly lines: readonly string[]; readonly source: PublicSource }[]
  readonly classes: readonly ClassCode[]
  readonly events: readonly {
    readonly on: PlainDate | null
    readonly word: string
    readonly text: string | null
    readonly source: PublicSource
  }[]
  readonly sources: readonly PublicSource[]
}

/** What the gazette prints and a reader asks for. Addresses and credit codes of people stay with the office. */
const shown = [
  'applicationNumber',
  'publications',
  'right',
  'title',
  'titleTranslated',
  'applicants',
  'holders',
  'inventors',
  'agency',
  'filedOn',
  'grantedOn',
  'priorities',
  'divisionalOf',
  'internationalApplication',
  'internationalPublication',
  'nationalPhaseOn',
  'abstract',
] as const satisfies readonly (keyof PatentFields)[]

/**
 * The patent of a printed number, or of its record's id, as the public may see it. A number that only a source for the office
 * alone knows finds nothing, even where the record as such is public. Refuses patent-unknown.
 */
export async function publicPatent(
  db: Kysely<unknown>,
  { region, today }: { readonly region: number; readonly today: PlainDate },
  number: string,
): Promise<Outcome<PublicPatent, { code: 'patent-unknown' }>> {
  const client = clientOf(db)
  const loaded = await loadRecord(client, region, number)
  if (!loaded.done) return loaded
  const record = openPart(loaded.value)
  const columns = await publicColumns(client, region, record.id)
  if (!columns || !bears(record, columns, number)) return refuse({ code: 'patent-unknown' })
  const row = rowOfColumns(record.id, columns)
  const sourceOf = await sourcesOf(client, region, [record])
  const said = <Name extends keyof PatentFields>(name: Name) => record.folded[name]?.value as PatentFields[Name]
  const holders = said('holders') ?? said('applicants') ?? []
  const spans = spansOfColumns(columns)
  const day = asOf(record, today)
  return done({
    ...row,
    grantedOn: columns.granted_on,
    holders,
    spans,
    asOf: day,
    statusSentence: statusSentence({
      right: row.right,
      filedOn: said('filedOn') ?? null,
      holders,
      spans,
      today,
      asOf: day,
      happenedOn: (on) => happenedOn(record, on),
    }),
    fields: fieldsOf(record, sourceOf),
    classes: await classesOf(client, record),
    events: eventsOf(record, sourceOf).map(({ on, word, text, source }) => ({
      on: on as PlainDate | null,
      word,
      text,
      source: named(source),
    })),
    sources: together(record.observations.map((one) => named(sourceOf(one)))),
  })
}

/** The record as its publishable sightings alone make it. */
function openPart(record: LoadedRecord): LoadedRecord {
  const observations = record.observations
    .map((one) => ({ ...one, sightings: one.sightings.filter(({ publishable }) => publishable) }))
    .filter(({ sightings }) => sightings.length > 0)
  return { ...record, observations, folded: fold(patentRegister, observations) }
}

type PublicColumns = Pick<
  RecordColumns,
  | 'application_number'
  | 'publication_number'
  | 'title'
  | 'applicants'
  | 'filed_on'
  | 'status'
  | 'right_kind'
  | 'county'
  | 'main_ipc'
  | 'granted_on'
  | 'status_spans'
>

async function publicColumns(client: RegisterClient, region: number, id: string): Promise<PublicColumns | undefined> {
  const names =
    'application_number, publication_number, title, applicants, filed_on, status, right_kind, county, main_ipc, granted_on, status_spans'
  const { rows } = await client.query<PublicColumns & Record<string, unknown>>(
    `select ${names} from patents.record where region_code = $1 and id = $2 and public_form = 'same'
     union all
     select ${names} from patents.public_record where region_code = $1 and id = $2`,
    [region, id],
  )
  return rows[0]
}

/** Whether a source that may be published prints this number; the id of the record itself is nobody's secret. */
function bears(record: LoadedRecord, columns: PublicColumns, number: string): boolean {
  const text = number.trim()
  if (text === record.id) return true
  const asked = new Set(keysAsked(text))
  if (record.observations.some(({ keys }) => keys.some((key) => asked.has(key)))) return true
  const canonical = readNumber(text).canonical?.replace(/^ZL/, '')
  return [columns.application_number, columns.publication_number].some(
    (own) => own !== null && (own === text || own === canonical),
  )
}

function fieldsOf(record: LoadedRecord, sourceOf: SourceOf): PublicPatent['fields'] {
  return shown.flatMap((name) => {
    const field = record.folded[name]
    const believed = record.observations.find((one) => one.digest === field?.from)
    if (field === undefined || believed === undefined) return []
    return [{ field: name, lines: linesOf(name, field.value), source: named(sourceOf(believed)) }]
  })
}

const named = ({ label, day }: { readonly label: string; readonly day: string | null }): PublicSource => ({
  label,
  day: day as PlainDate | null,
})

/** Each source once, with its latest day. */
function together(sources: readonly PublicSource[]): PublicSource[] {
  const latest = new Map<string, PublicSource>()
  for (const one of sources) {
    const known = latest.get(one.label)
    if (known === undefined || (one.day ?? '') > (known.day ?? '')) latest.set(one.label, one)
  }
  return [...latest.values()]
}
