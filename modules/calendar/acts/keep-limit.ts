import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { done, type Outcome, refuse } from '#kernel/outcome'
import type { ActContext } from '#platform/acts'
import { calendarOf, limitsOf } from '../calendar-of.ts'
import { type AnswerRefusal, answerLimit, type LimitAnswer, type LimitQuestion } from '../rules/answer-limit.ts'
import { limitOn } from '../rules/find-limit.ts'
import { closeLimit, type KeptRow, type LimitHolder, type LimitSubject, openLimits, saveLimit } from '../store/kept-limits.ts'

/** A limit that begins to run for a matter. */
export interface LimitToKeep extends LimitHolder {
  readonly question: LimitQuestion
  readonly subject: LimitSubject
}

/** What was kept: under which id, and when it is due. */
export interface Kept {
  readonly id: string
  readonly answer: LimitAnswer
}

/**
 * Counts a limit and keeps it in the book of limits (登记期限), inside the act of the desk whose matter it is. When the
 * calendar or the rule changes it is counted again. Refuses what counting refuses.
 */
export async function keepLimit(context: ActContext, limit: LimitToKeep): Promise<Outcome<Kept, AnswerRefusal>> {
  return keepAs(context, uuidv7(), limit)
}

/** Counts a kept limit anew, with another start, suspension or extension (重新计算). Refuses limit-unknown and what counting refuses. */
export async function countAgain(
  context: ActContext,
  id: string,
  question: LimitQuestion,
): Promise<Outcome<Kept, AnswerRefusal | { code: 'limit-unknown' }>> {
  const [known] = await openLimits(context.tx, context.region, { id })
  return known ? keepAs(context, id, { ...known, question }) : refuse({ code: 'limit-unknown' })
}

/** Closes a kept limit: met, moot, or kept by mistake, as the reason says (办结期限). Refuses limit-unknown. */
export async function releaseLimit(
  context: ActContext,
  id: string,
  reason: string,
): Promise<Outcome<void, { code: 'limit-unknown' }>> {
  return (await closeLimit(context, id, reason)) ? done(undefined) : refuse({ code: 'limit-unknown' })
}

async function keepAs(context: ActContext, id: string, limit: LimitToKeep): Promise<Outcome<Kept, AnswerRefusal>> {
  const { tx, region } = context
  // Counting again waits for this act, and this act for it: no limit slips in by the rules of before.
  await sql`lock table calendar.kept_limit in row exclusive mode`.execute(tx)
  const entries = await limitsOf(tx, region)
  const { question } = limit
  const rule = limitOn(entries, question.rule, question.from)
  if (!rule.done) return rule
  const answered = answerLimit(entries, question, await calendarOf(tx, region))
  if (!answered.done) return answered
  const { dueOn, provisional } = answered.value
  const row: KeptRow = { ...limit, id, title: rule.value.body.name, answer: answered.value, dueOn, provisional }
  await saveLimit(context, row)
  return done({ id, answer: answered.value })
}
