import type { Kysely } from 'kysely'
import type { KeptLimit, MovedLimit } from '../contract.ts'
import { movedSentence } from '../rules/moved-sentence.ts'
import { openLimits } from '../store/kept-limits.ts'
import { movedRows } from '../store/moved-limits.ts'

/** The limits that run, the first due first; one person's, or everybody's. */
export async function keptPage(db: Kysely<unknown>, region: number, person: string | null): Promise<KeptLimit[]> {
  const rows = await openLimits(db, region, { limit: 500, ...(person === null ? {} : { person }) })
  return rows.map(({ id, title, subject, person: holder, question, dueOn, provisional }) => ({
    id,
    rule: question.rule,
    title,
    subject,
    person: holder?.name ?? null,
    from: question.from,
    dueOn,
    provisional,
  }))
}

/** The limits that came out otherwise, the latest first. */
export async function movedPage(db: Kysely<unknown>, region: number): Promise<MovedLimit[]> {
  const rows = await movedRows(db, region)
  return rows.map((row) => ({
    id: row.id,
    sentence: movedSentence(row),
    change: row.change,
    at: row.movedAt.toISOString(),
    seenBy: row.seenBy,
  }))
}
