import { done, type Outcome, refuse } from '#kernel/outcome'
import { compareText, type Folded, fold, precedence } from '#kernel/register'
import type { PatentFields } from '../../rules/fields.ts'
import { patentRegister } from '../../rules/register.ts'
import type { RegisterClient } from '../../store/client.ts'
import { type Decision, decisionsOf } from '../../store/decisions.ts'
import { type Kept, ofRecords } from '../../store/observations.ts'
import { findRecord } from './find-record.ts'

/** A record as its sources and the decisions about it make it. */
export interface LoadedRecord {
  readonly id: string
  /** In the order in which they are believed. */
  readonly observations: readonly Kept[]
  readonly folded: Folded<PatentFields>
  /** By the id of the observation that each of them is. */
  readonly decisions: ReadonlyMap<string, Decision>
}

/** The record of a printed number or id. Refuses patent-unknown. */
export async function loadRecord(
  client: RegisterClient,
  region: number,
  number: string,
): Promise<Outcome<LoadedRecord, { code: 'patent-unknown' }>> {
  const id = await findRecord(client, region, number)
  const [record] = id === null ? [] : await loadRecords(client, region, [id])
  return record ? done(record) : refuse({ code: 'patent-unknown' })
}

/** These records, in the order asked; ids without a record are left out. */
export async function loadRecords(client: RegisterClient, region: number, ids: readonly string[]): Promise<LoadedRecord[]> {
  const observations = await ofRecords(client, region, ids)
  const decisions = await decisionsOf(client, region, observations)
  return ids.flatMap((id) => {
    const own = observations.filter((one) => one.recordId === id)
    return own.length === 0 ? [] : [{ id, observations: inOrder(own), folded: fold(patentRegister, own), decisions }]
  })
}

/** The order in which the fold believes them: rank, then the later source day, then content. */
export function inOrder(observations: readonly Kept[]): Kept[] {
  return observations
    .map((one) => ({ one, best: bestSighting(one) }))
    .sort((a, b) => a.best.rank - b.best.rank || compareText(b.best.day, a.best.day) || compareText(a.one.digest, b.one.digest))
    .map(({ one }) => one)
}

export const bestSighting = (one: Kept) => one.sightings.reduce((a, b) => (precedence(a, b) <= 0 ? a : b))
