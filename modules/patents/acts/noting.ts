import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { canonical } from '#kernel/register'
import type { PlainDate } from '#kernel/time'
import type { ActContext, Deed } from '#platform/acts'
import { decisionKey } from '../reads/record/decision-key.ts'
import { type LoadedRecord, loadRecord } from '../reads/record/load-record.ts'
import type { PatentFields } from '../rules/fields.ts'
import { called, lockedRegister, writeDecision } from './deciding.ts'

/** Something a person notes about a right beside what sources say (登记): what, and how the trail says it. */
export interface Noting {
  readonly number: string
  readonly reason: string
  readonly subject: string
  readonly fields: PatentFields
  /** The days it speaks of: none may lie ahead. */
  readonly days: readonly PlainDate[]
  /** 「登记…」, with the record's name put in. */
  readonly sentence: (label: string) => string
  /** What else the record must be. */
  readonly fits?: (record: LoadedRecord) => Refusal | null
}

/**
 * Adds a note to the record as an observation of the first rank; nothing gives way to it. Notes are the office's own findings and are
 * published where the record is. Refuses patent-unknown, no-key, day-ahead, note-known, and what `fits` refuses.
 */
export async function writeNote(context: ActContext, noting: Noting): Promise<Outcome<Deed<{ id: string }>, Refusal>> {
  const client = await lockedRegister(context)
  const loaded = await loadRecord(client, context.region, noting.number)
  if (!loaded.done) return loaded
  const record = loaded.value
  if (noting.days.some((day) => day > context.today)) return refuse({ code: 'day-ahead', today: context.today } as Refusal)
  const unfit = noting.fits?.(record) ?? null
  if (unfit !== null) return refuse(unfit)
  const key = decisionKey(record)
  if (key === null) return refuse({ code: 'no-key' })
  const fields: PatentFields = { ...noting.fields, joins: [key] }
  if (record.observations.some((one) => canonical(one.fields) === canonical(fields))) return refuse({ code: 'note-known' })
  const id = await writeDecision(context, client, {
    fields,
    publishable: true,
    subject: noting.subject,
    reason: noting.reason,
    instead: [],
  })
  const { title, label } = called(record)
  return done({
    reply: { id },
    subject: { kind: 'patent', id, label: title },
    sentence: `${noting.sentence(label)}，依据：${noting.reason}`,
    facts: { about: noting.subject },
  })
}
