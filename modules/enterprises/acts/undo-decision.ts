import { sql } from 'kysely'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { UndoDecision } from '../contract.ts'
import { decisionBy, moveBack, settleHolder } from '../store/decisions.ts'
import { anyHolder } from '../store/holders.ts'
import { lockNames } from '../store/lock-names.ts'
import { bothUpToDate } from './join-holders.ts'
import { withId } from './with-id.ts'

/**
 * 撤销权利人核定: names go back to where and what they were, pairs back into the queue. Refuses decision-unknown, stale, and
 * moved-since where a later decision moved one of the names: that one is undone first.
 */
export const undoDecision = defineAct({
  word: 'enterprises.undo-decision',
  label: '撤销权利人核定',
  part: '权利人',
  input: UndoDecision.extend(withId),
  run: async (context, input) => {
    const { tx, region, now } = context
    await lockNames(tx, region)
    const decision = await decisionBy(context, input.id)
    if (!decision) return refuse({ code: 'decision-unknown' })
    const current = await bothUpToDate(context, [decision.fromHolder, decision.toHolder], input.version)
    if (!current.done) return current
    if (!(await moveBack(context, decision))) return refuse({ code: 'moved-since' })
    const pairs = await sql<{ id: string }>`
      update enterprises.likely
      set decision = null, decision_id = null
      where region_code = ${region} and decision_id = ${decision.id}
      returning id`.execute(tx)
    await sql`
      update enterprises.decision set undone_at = ${now}
      where region_code = ${region} and id = ${decision.id}`.execute(tx)
    await settleHolder(context, decision.fromHolder)
    await settleHolder(context, decision.toHolder)
    const [from, to] = [await anyHolder(tx, region, decision.fromHolder), await anyHolder(tx, region, decision.toHolder)]
    const subject = decision.kind === 'separated' ? from! : to!
    const of = { joined: '合并', separated: '分开', apart: '“不是同一家”' }[decision.kind]
    return done({
      reply: { holder: subject.id, pair: pairs.rows[0]?.id ?? null },
      subject: { kind: 'holder', id: subject.id, label: subject.name },
      sentence: `撤销权利人“${from!.name}”与“${to!.name}”的${of}核定，理由：${input.reason}`,
      facts: { decision: decision.id, kind: decision.kind },
    })
  },
})
