import type { Kysely } from 'kysely'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { addYears, type PlainDate } from '#kernel/time'
import { calendarOf } from '#modules/calendar'
import { entriesOf } from '#modules/catalogues'
import type { AnnuityPage, AnnuityRow as Row } from '../../contract.ts'
import { feeCatalogue } from '../../fee-catalogue.ts'
import { type AnnuityFacts, type AnnuityRow, annuitySchedule, type Schedule } from '../../rules/annuity-schedule.ts'
import { nextSentence, termSentence } from '../../rules/annuity-sentence.ts'
import type { PatentFields } from '../../rules/fields.ts'
import { statusNames } from '../../rules/names.ts'
import { grantDayOf, identityOf } from '../../rules/project.ts'
import { type Status, statusOn } from '../../rules/status.ts'
import { termEnd } from '../../rules/terms.ts'
import { clientOf, type RegisterClient } from '../../store/client.ts'
import { patentWords } from '../../words.ts'
import { type LoadedRecord, loadRecord } from './load-record.ts'
import { notesOf } from './notes.ts'
import { spansOfColumns, storedColumns } from './record.ts'
import { sourcesOf } from './sources.ts'

interface At {
  readonly region: number
  readonly today: PlainDate
}

/** A record with its annuities as they stand on a day; `schedule` refuses where there is nothing to reckon them from. */
interface Reckoned {
  readonly record: LoadedRecord
  readonly status: Status
  readonly schedule: Outcome<Schedule & { readonly facts: AnnuityFacts }, Refusal>
}

async function reckoned(db: Kysely<unknown>, { region, today }: At, number: string): Promise<Outcome<Reckoned, Refusal>> {
  const client = clientOf(db)
  const loaded = await loadRecord(client, region, number)
  if (!loaded.done) return loaded
  const record = loaded.value
  const spans = spansOfColumns(await storedColumns(client, region, record.id))
  const facts = factsOf(record, spans)
  const status = statusOn(spans, today).status
  if (!facts.done) return done({ record, status, schedule: facts })
  const [fees, calendar] = [await entriesOf(db, region, feeCatalogue), await calendarOf(db, region)]
  const schedule = annuitySchedule(facts.value, fees, calendar, today)
  return done({ record, status, schedule: done({ ...schedule, facts: facts.value }) })
}

function factsOf({ folded }: LoadedRecord, spans: AnnuityFacts['spans']): Outcome<AnnuityFacts, Refusal> {
  const said = <Name extends keyof PatentFields>(name: Name) => folded[name]?.value as PatentFields[Name]
  const { right } = identityOf(folded)
  const [filedOn, grantedOn] = [said('filedOn'), grantDayOf(folded)]
  if (right === null || filedOn === undefined) return refuse({ code: 'bibliography-missing' })
  if (grantedOn === null) return refuse({ code: 'not-granted' })
  return done({
    right,
    filedOn,
    grantedOn,
    spans,
    payments: said('payments') ?? [],
    reductions: said('reductions') ?? [],
    openLicences: said('openLicences') ?? [],
  })
}

/** 年费与期限: the page's section, by effective fees and working days. `may` answers whether the reader may note anything. */
export async function annuityPage(
  db: Kysely<unknown>,
  at: At,
  number: string,
  may: (record: LoadedRecord, county: number | null) => Promise<AnnuityPage['may']>,
): Promise<Outcome<AnnuityPage, Refusal>> {
  const found = await reckoned(db, at, number)
  if (!found.done) return found
  const { record, status, schedule } = found.value
  const client = clientOf(db)
  const { number: printed, county } = await headOf(client, at.region, record.id)
  const sourceOf = await sourcesOf(client, at.region, [record])
  const base = {
    id: record.id,
    number: printed,
    on: at.today,
    status,
    notes: notesOf(record, sourceOf),
    may: await may(record, county),
  }
  if (!schedule.done) {
    const why = patentWords[schedule.refusal.code as 'not-granted']()
    return done({ ...base, why, expiresOn: null, term: null, next: null, nextYear: null, rows: [] })
  }
  const { rows, next, facts } = schedule.value
  const end = termEnd(facts)
  const compensated = (record.folded.compensatedUntil?.value as PlainDate | undefined) ?? null
  return done({
    ...base,
    why: null,
    expiresOn: end === null ? null : (compensated ?? end.on),
    term: end === null ? null : termSentence(end, compensated),
    next: next === null ? null : nextSentence(next, at.today, addYears(facts.filedOn, next.year - 1)),
    nextYear: next?.year ?? null,
    rows: rows.map(rowOnWire),
  })
}

function rowOnWire(row: AnnuityRow): Row {
  const { answer } = row
  return {
    year: row.year,
    dueOn: row.dueOn,
    graceEndsOn: row.graceEndsOn,
    fee: answer?.fee ?? null,
    payable: answer?.payable ?? null,
    lateFee: answer?.lateFee ?? null,
    total: answer?.total ?? null,
    reducedBy: row.reducedBy,
    state: row.state,
    paidOn: row.payments.at(-1)?.on ?? null,
    short: row.short,
    paidReduced: row.paidReduced,
    basis: answer?.basis ?? null,
    provisional: answer?.provisional ?? false,
  }
}

async function headOf(
  client: RegisterClient,
  region: number,
  id: string,
): Promise<{ readonly number: string | null; readonly county: number | null }> {
  const { rows } = await client.query<{ number: string | null; county: number | null }>(
    'select application_number as number, county from patents.record where region_code = $1 and id = $2',
    [region, id],
  )
  return rows[0]!
}

/**
 * `annuity NUMBER --on DATE`: the annuity that is to be paid next on that day, or for want of which the right lapsed, as the register
 * knows today. Refuses patent-unknown, bibliography-missing, not-granted, no-annuity-left, fee-unknown.
 */
export async function annuityOf(db: Kysely<unknown>, at: At, number: string): Promise<Outcome<object, Refusal>> {
  const found = await reckoned(db, at, number)
  if (!found.done) return found
  const { record, status, schedule } = found.value
  if (!schedule.done) return schedule
  const { next, facts } = schedule.value
  if (next === null) return refuse({ code: 'no-annuity-left', status: statusNames[status] } as Refusal)
  if (next.answer === null) return refuse({ code: 'fee-unknown', on: next.dueOn ?? facts.grantedOn } as Refusal)
  const { applicationNumber } = identityOf(record.folded)
  return done({ number: applicationNumber, on: at.today, status, year: next.year, ...next.answer })
}
