import { sql } from 'kysely'
import { z } from 'zod'
import { done } from '#kernel/outcome'
import { defineAct, type Listener } from '#platform/acts'
import { addJob } from '#platform/jobs'
import { calendarOf, limitsOf } from '../calendar-of.ts'
import { answerLimit } from '../rules/answer-limit.ts'
import { movedLimits } from '../rules/moved-limits.ts'
import { openLimits, saveLimit } from '../store/kept-limits.ts'
import { saveMoved } from '../store/moved-limits.ts'

export const part = '工作日历'

/**
 * 重新计算期限: after a change of the calendar or of a rule was approved, every open limit that rested on it is counted again,
 * and those that come out otherwise are listed with whom they belong to. Done twice it changes nothing more.
 */
export const countKeptLimits = defineAct({
  word: 'calendar.count-kept-limits',
  label: '重新计算期限',
  part,
  input: z.object({ change: z.uuid(), catalogue: z.enum(['limits', 'holidays']), entry: z.string(), title: z.string() }),
  run: async (context, { change, catalogue, entry, title }) => {
    const { tx, region } = context
    // One at a time, and no limit is kept meanwhile by the rules of before.
    await sql`lock table calendar.kept_limit in share row exclusive mode`.execute(tx)
    const kept = await openLimits(tx, region, catalogue === 'limits' ? { rule: entry } : {})
    const [entries, calendar] = [await limitsOf(tx, region), await calendarOf(tx, region)]
    const moved = movedLimits(kept, entries, calendar, calendar)
    for (const { kept: was } of moved) {
      const answered = answerLimit(entries, was.question, calendar)
      if (!answered.done) continue
      const { dueOn, provisional } = answered.value
      await saveLimit(context, { ...was, answer: answered.value, dueOn, provisional })
      await saveMoved(context, change, was, { dueOn, provisional })
    }
    return done({
      reply: { counted: kept.length, moved: moved.length },
      subject: { kind: 'catalogue-change', id: change, label: title },
      sentence: `因“${title}”的变更重新计算在办期限${kept.length}项，其中${moved.length}项的届满日有变化`,
      facts: { limits: moved.map(({ kept: was }) => was.id) },
    })
  },
})

/** Hears that a catalogue was changed: what rested on it is counted again once the approval is committed. */
export const countAfterChange: Listener = async ({ tx, region }, fact) => {
  if (fact.catalogue !== 'limits' && fact.catalogue !== 'holidays') return
  const { change, catalogue, entry, title } = fact
  await addJob(tx, 'calendar.count-kept-limits', { region, change, catalogue, entry, title }, `count after ${String(change)}`)
}
