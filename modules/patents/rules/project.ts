import { type Folded, fold, type Observation, precedence } from '#kernel/register'
import { type PlainDate, plainDate, readPlainDate, type WorkCalendar, yearOf } from '#kernel/time'
import type { LegalEvent, PatentFields, Payment, Publication, Right } from './fields.ts'
import { applicationBody, publicationKey, readNumber } from './numbers.ts'
import { patentRegister, questioned } from './register.ts'
import { type SearchColumns, searchColumns } from './search-columns.ts'
import { nextChange, type Status, type StatusFact, type StatusSpan, statusOn, statusSpans } from './status.ts'

/** Where a record stands, as the rules of other modules see it; given in, since a rule asks nobody. */
export interface Surroundings {
  /** The day for which the status column is made. */
  readonly today: PlainDate
  /** By which limits roll. */
  readonly calendar: WorkCalendar
  readonly placeOf: (record: Folded<PatentFields>) => PlaceOfRecord
  readonly holderKindOf: (name: string) => HolderKind
}

export type HolderKind = 'enterprise' | 'university' | 'institute' | 'government' | 'individual' | 'other' | 'unknown'

export interface PlaceOfRecord {
  /** Division code of the county; null where none is decided or it is the prefecture itself. */
  readonly county: number | null
  /** Why it is for the queue; null where it is clear or the holder sits elsewhere. */
  readonly unclear: {
    readonly why: string
    readonly proposals: readonly { readonly county: string; readonly by: string }[]
  } | null
}

/** A span as it is stored: from, status, because and, where it differs, the day it was told. */
export type SpanColumns = readonly [PlainDate, Status, string, PlainDate?]

export const columnsOfSpan = ({ from, status, because, toldOn }: StatusSpan): SpanColumns =>
  toldOn === undefined ? [from, status, because] : [from, status, because, toldOn]

export const spanOfColumns = ([from, status, because, toldOn]: SpanColumns): StatusSpan => ({
  from,
  status,
  because,
  ...(toldOn === undefined ? {} : { toldOn }),
})

/** The columns of `patents.record` and `patents.public_record`, but for region and id. */
export interface RecordColumns extends SearchColumns {
  readonly application_number: string | null
  readonly publication_number: string | null
  readonly right_kind: Right | null
  readonly title: string
  readonly applicants: string
  readonly inventors: string
  readonly main_ipc: string | null
  readonly ipc_section: string | null
  readonly ipc_class: string | null
  readonly county: number | null
  readonly holder_kind: HolderKind
  readonly status: Status
  readonly status_spans: readonly SpanColumns[]
  readonly status_next_on: PlainDate | null
  readonly filed_on: PlainDate | null
  readonly filed_year: number | null
  readonly published_on: PlainDate | null
  readonly granted_on: PlainDate | null
  readonly sort_on: PlainDate
  readonly disagreements: number
  readonly abstract: string
}

/** One record as it is stored: what the office sees, what the public sees, and what waits for a decision. */
export interface Projection {
  readonly office: RecordColumns
  /** `same`: the public sees the same; null: nothing. */
  readonly open: RecordColumns | 'same' | null
  readonly disputed: readonly (keyof PatentFields)[]
  readonly place: PlaceOfRecord
}

/** Between names in one column: it stands in no name. */
export const nameSeparator = '；'

/** The record that these observations make, as columns: the pure middle of every import, decision and undo. */
export function project(observations: readonly Observation<PatentFields>[], around: Surroundings): Projection {
  const record = fold(patentRegister, observations)
  const place = around.placeOf(record)
  const disputed = questioned.filter(
    (name) => (record[name]?.others.length ?? 0) > 0 && !decidedByHand(observations, record[name]!.from),
  )
  const office = columnsOf(record, observations, place.county, disputed.length, around)
  const publishable = observations.every((one) => one.sightings.some((sighting) => sighting.publishable))
  if (publishable) return { office, open: wasAnnounced(record, office) ? 'same' : null, disputed, place }
  const seen = publicPart(observations)
  if (!seen.some((one) => one.fields.joins === undefined && one.fields.decidedPlace === undefined))
    return { office, open: null, disputed, place }
  const folded = fold(patentRegister, seen)
  const open = columnsOf(folded, seen, around.placeOf(folded).county, 0, around)
  return { office, open: wasAnnounced(folded, open) ? open : null, disputed, place }
}

const ungranted: ReadonlySet<Status> = new Set(['pending', 'withdrawn', 'rejected', 'unknown'])

/**
 * Whether the gazette has told of it: until an application is published or announced, whoever handles it keeps it secret
 * (专利法 第二十一条第三款), and no list of CNIPA's own cases makes it public.
 */
function wasAnnounced(record: Folded<PatentFields>, { status_spans }: RecordColumns): boolean {
  const { publications, grantedOn, events } = record
  return (
    [publications?.value, events?.value].some((list) => Array.isArray(list) && list.length > 0) ||
    grantedOn !== undefined ||
    status_spans.some(([, status]) => !ungranted.has(status))
  )
}

/** The observations that may be published, as their publishable sightings make them. */
export function publicPart<One extends Observation<PatentFields>>(observations: readonly One[]): One[] {
  return observations
    .map((one) => ({ ...one, sightings: one.sightings.filter((sighting) => sighting.publishable) }))
    .filter((one) => one.sightings.length > 0)
}

function decidedByHand(observations: readonly Observation<PatentFields>[], digest: string): boolean {
  return observations.some((one) => one.digest === digest && one.sightings.some((sighting) => sighting.rank === 0))
}

function columnsOf(
  record: Folded<PatentFields>,
  observations: readonly Observation<PatentFields>[],
  county: number | null,
  disagreements: number,
  around: Surroundings,
): RecordColumns {
  const value = <Name extends keyof PatentFields>(name: Name) => record[name]?.value as PatentFields[Name]
  const identity = identityOf(record)
  const title = value('title') ?? value('titleTranslated') ?? '（未载明名称）'
  const applicants = value('applicants') ?? value('holders') ?? []
  const inventors = value('inventors') ?? []
  const filedOn = value('filedOn') ?? null
  const spans = spansOf(record, observations, around.calendar)
  const status = statusOn(spans, around.today)
  const mainIpc = value('mainIpc') ?? value('ipc')?.[0] ?? value('locarno')?.[0] ?? null
  const ipc = mainIpc !== null && /^[A-H]\d\d/.test(mainIpc) ? mainIpc : null
  const publications = value('publications') ?? []
  const searched = searchColumns({
    titles: [
      title,
      ...(value('title') !== undefined && value('titleTranslated') !== undefined ? [value('titleTranslated')!] : []),
    ],
    applicants: [...new Set([...applicants, ...(value('holders') ?? [])])],
    inventors,
    numbers: numbersOf(identity.applicationNumber, publications),
    abstract: value('abstract') ?? '',
    classes: [
      ...new Set([
        ...(mainIpc === null ? [] : [mainIpc]),
        ...(value('ipc') ?? []),
        ...(value('locarno') ?? []),
        ...(value('cpc') ?? []),
      ]),
    ],
  })
  return {
    ...searched,
    application_number: identity.applicationNumber,
    publication_number: identity.publicationNumber,
    right_kind: identity.right,
    title,
    applicants: applicants.join(nameSeparator),
    inventors: inventors.join(nameSeparator),
    main_ipc: mainIpc,
    ipc_section: ipc?.slice(0, 1) ?? null,
    ipc_class: ipc?.slice(0, 3) ?? null,
    county,
    holder_kind: applicants[0] === undefined ? 'unknown' : around.holderKindOf(applicants[0]),
    status: status.status,
    status_spans: spans.map(columnsOfSpan),
    status_next_on: nextChange(spans, around.today),
    filed_on: filedOn,
    filed_year: filedOn === null ? null : yearOf(filedOn),
    published_on: publications.find((one) => one.on !== undefined)?.on ?? null,
    granted_on: grantDayOf(record),
    sort_on: filedOn ?? publications.find((one) => one.on !== undefined)?.on ?? plainDate('0001-01-01'),
    disagreements,
    abstract: value('abstract') ?? '',
  }
}

/** The numbers of a record in canonical form, and what they tell of the kind of right. */
export function identityOf(record: Folded<PatentFields>): {
  readonly applicationNumber: string | null
  readonly publicationNumber: string | null
  readonly right: Right | null
} {
  const printed = record.applicationNumber?.value as string | undefined
  const read = printed === undefined ? null : readNumber(printed)
  const isApplication = read?.kind === 'application-number' || read?.kind === 'patent-number'
  const old = printed !== undefined && !isApplication ? applicationBody(printed) : null
  const publications = (record.publications?.value as readonly Publication[] | undefined) ?? []
  const last = publications.at(-1)
  const publication = last ? readNumber(last.number) : null
  return {
    applicationNumber: isApplication ? read!.canonical!.replace(/^ZL/, '') : (old ?? (printed === undefined ? null : printed)),
    publicationNumber: last ? (publicationKey(last.number) ?? last.number) : null,
    right: (record.right?.value as Right | undefined) ?? (isApplication ? read!.right : null) ?? publication?.right ?? null,
  }
}

/** Every number by which the record is to be found. */
function numbersOf(applicationNumber: string | null, publications: readonly Publication[]): string[] {
  const printed = publications.map(({ number }) => publicationKey(number) ?? number)
  return [...new Set([...(applicationNumber === null ? [] : [applicationNumber]), ...printed])]
}

/** The day of the announcement of grant: its own column, else the first document whose kind letter is a grant's. */
export function grantDayOf(record: Folded<PatentFields>): PlainDate | null {
  const own = record.grantedOn?.value as PlainDate | undefined
  if (own !== undefined) return own
  const publications = (record.publications?.value as readonly Publication[] | undefined) ?? []
  const granting = publications.find(({ number, on }) => on !== undefined && isGrant(number, on))
  return granting?.on ?? null
}

/**
 * Whether a document announces a grant (domain: kind codes by period): C, Y, D since 1993; B, U, S since 2010-04-07;
 * before 1993 B, U and S were published before the grant.
 */
function isGrant(number: string, on: PlainDate): boolean {
  const letter = /([A-Z])\d?$/.exec(publicationKey(number) ?? '')?.[1]
  if (letter === undefined) return false
  if ('CYD'.includes(letter)) return on >= '1993-01-01'
  return 'BUS'.includes(letter) && on >= '2010-04-07'
}

/** Status from day to day, out of every source's words, events, documents and payments. */
export function spansOf(
  record: Folded<PatentFields>,
  observations: readonly Observation<PatentFields>[],
  calendar: WorkCalendar,
): StatusSpan[] {
  const facts: StatusFact[] = []
  for (const { fields, sightings } of observations) {
    const best = sightings.reduce((a, b) => (precedence(a, b) <= 0 ? a : b))
    for (const event of fields.events ?? []) {
      const on = endDayOf(event) ?? event.on
      if (on !== undefined) facts.push({ on, word: wordOfEvent(event), rank: best.rank, toldOn: event.on })
    }
    if (fields.statusWord !== undefined) facts.push({ on: fields.statusOn ?? best.day, word: fields.statusWord, rank: best.rank })
  }
  return statusSpans(
    {
      right: identityOf(record).right,
      filedOn: (record.filedOn?.value as PlainDate | undefined) ?? null,
      grantedOn: grantDayOf(record),
      compensatedUntil: (record.compensatedUntil?.value as PlainDate | undefined) ?? null,
    },
    facts,
    { calendar, payments: (record.payments?.value as readonly Payment[] | undefined) ?? [] },
  )
}

/** The gazette announces an end long after its day and names that in the text: 终止日期:20150315. */
function endDayOf({ text }: LegalEvent): PlainDate | null {
  const found = /终止日期?[:：]?\s*(\d{8}|\d{4}[-./年]\d{1,2}[-./月]\d{1,2})/u.exec(text ?? '')
  return found ? readPlainDate(found[1]!) : null
}

/** `专利权的终止` alone does not tell its ground; its text may. */
function wordOfEvent(event: LegalEvent): string {
  return event.text !== undefined && event.text.length < 40 && /终止|无效|放弃/.test(event.word)
    ? `${event.word}（${event.text}）`
    : event.word
}
