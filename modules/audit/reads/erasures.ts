import { type Kysely, sql } from 'kysely'
import { nextActs } from '#kernel/procedure'
import { entriesText } from '#platform/trail'
import type { Erasure } from '../contract.ts'
import { erasureProcedure } from '../rules/erasure-procedure.ts'
import { type ErasureRow, erasuresBy } from '../store/erasures.ts'
import { auditWords } from '../words.ts'

/** What is shown of the words that are to go. */
const shownWords = 50

/** The erasings of words, those that wait first, as this person may go on with them. */
export async function erasures(db: Kysely<unknown>, region: number, person: string): Promise<Erasure[]> {
  const rows = await erasuresBy(db, region, 100)
  const versions = await versionsOf(db, region)
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      version: String(versions.get(row.id) ?? 0),
      state: row.state,
      stateLabel: erasureProcedure.states[row.state],
      entries: entriesText(row.entries),
      count: row.entries.length,
      reason: row.reason,
      proposer: row.proposer,
      proposedAt: row.proposedAt.toISOString(),
      decider: row.decider,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decision: row.decision,
      words: row.state === 'proposed' ? await wordsOf(db, region, row.entries.slice(0, shownWords)) : [],
      next: next(row, person),
    })),
  )
}

function next(row: ErasureRow, person: string): Erasure['next'] {
  const before = [{ act: 'propose', by: row.proposedBy }] as const
  return nextActs(erasureProcedure, row.state, person, before).flatMap(({ act, label, refusal }) => {
    if (act === 'propose' || (act === 'withdraw' && row.proposedBy !== person)) return []
    return [{ act, label, sentence: refusal?.code === 'same-person' ? auditWords['same-person']() : null }]
  })
}

async function versionsOf(db: Kysely<unknown>, region: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; n: number }>`
    select subject_id as id, max(n) as n
    from trail.entry
    where region_code = ${region} and subject_kind = 'trail-erasure'
    group by subject_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

async function wordsOf(db: Kysely<unknown>, region: number, entries: readonly number[]): Promise<Erasure['words']> {
  const { rows } = await sql<{ n: number; at: Date; sentence: string }>`
    select n, at, detail->>'sentence' as sentence
    from trail.entry
    join trail.detail using (region_code, n)
    where region_code = ${region} and n = any(${entries}::bigint[])
    order by n`.execute(db)
  return rows.map(({ n, at, sentence }) => ({ n, at: at.toISOString(), sentence }))
}
