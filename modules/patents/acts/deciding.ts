import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { calendarOf } from '#modules/calendar'
import type { ActContext } from '#platform/acts'
import { findRecord } from '../reads/record/find-record.ts'
import type { LoadedRecord } from '../reads/record/load-record.ts'
import { surroundings } from '../reads/surroundings.ts'
import type { PatentFields } from '../rules/fields.ts'
import { changeRegister, handObservation } from '../store/change-register.ts'
import { clientOf, type RegisterClient } from '../store/client.ts'
import type { Kept } from '../store/observations.ts'
import { lockRegister } from '../store/take-batch.ts'

/** The register, locked to the end of the act. */
export async function lockedRegister({ tx, region }: ActContext): Promise<RegisterClient> {
  const client = clientOf(tx)
  await lockRegister(client, region)
  return client
}

/** The county that a record stands with, for the permission; null where it is the prefecture's, or there is no such record. */
export async function placeOfRecord({ tx, region }: ActContext, number: string): Promise<number | null> {
  const id = await findRecord(clientOf(tx), region, number)
  if (id === null) return null
  const { rows } = await sql<{ county: number | null }>`
    select county from patents.record where region_code = ${region} and id = ${id}`.execute(tx)
  return rows[0]?.county ?? null
}

/** One decision: what is said, about what, why; `instead` are the decisions it takes the place of. */
export interface Deciding {
  readonly fields: PatentFields
  readonly publishable: boolean
  readonly subject: string
  readonly reason: string
  readonly instead: readonly Kept[]
}

/** Writes a decision by hand down and folds the records that it touches. Answers with the record it now stands in. */
export async function writeDecision(context: ActContext, client: RegisterClient, deciding: Deciding): Promise<string> {
  const { region, today, actor, now } = context
  const hand = await handObservation(client, region, { ...deciding, today })
  const around = surroundings(region, today, await calendarOf(context.tx, region))
  const recordOf = await changeRegister(client, region, { away: deciding.instead, added: [hand] }, around)
  await client.query(
    `insert into patents.decision (region_code, id, observation_id, subject, reason, decided_by, decided_name, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [region, uuidv7(), hand.id, deciding.subject, deciding.reason, actor.id ?? actor.via, actor.name, now],
  )
  return recordOf.get(hand.id)!
}

/** Takes decisions back and folds again. Answers with the record in which `stays` now stands. */
export async function takeBack(context: ActContext, client: RegisterClient, away: readonly Kept[], stays: Kept): Promise<string> {
  const { region, today } = context
  const around = surroundings(region, today, await calendarOf(context.tx, region))
  const recordOf = await changeRegister(client, region, { away }, around)
  return recordOf.get(stays.id) ?? stays.recordId!
}

/** The observations of a record that are decisions about this. */
export function decidedAbout({ observations, decisions }: LoadedRecord, subject: string): Kept[] {
  return observations.filter((one) => decisions.get(one.id)?.subject === subject)
}

/** An observation of a source, in which the record goes on whatever is decided. */
export const sourceIn = ({ observations }: LoadedRecord): Kept => observations.find((one) => one.format !== 'hand')!

/** A record as sentences name it: “名称”（号码）. */
export function called({ folded, observations }: LoadedRecord): { readonly title: string; readonly label: string } {
  const title = String(folded.title?.value ?? folded.titleTranslated?.value ?? '（未载明名称）')
  const number = folded.applicationNumber?.value ?? observations.flatMap((one) => one.fields.publications ?? [])[0]?.number
  return { title, label: `“${title}”${number === undefined ? '' : `（${String(number)}）`}` }
}

export const shortened = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
