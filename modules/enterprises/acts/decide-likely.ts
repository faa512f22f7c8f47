import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { DecideLikely } from '../contract.ts'
import { markPairs, writeDecision } from '../store/decisions.ts'
import { holderBy } from '../store/holders.ts'
import { pairBy } from '../store/likely.ts'
import { lockNames } from '../store/lock-names.ts'
import { bothUpToDate, join } from './join-holders.ts'
import { withId } from './with-id.ts'

/**
 * 核定疑似相同: the two are one holder, and are joined into the one with more names; or they are not, and are never asked about
 * again. Refuses pair-unknown, pair-decided, holder-unknown, stale.
 */
export const decideLikely = defineAct({
  word: 'enterprises.decide-likely',
  label: '核定名称疑似相同',
  part: '权利人',
  input: DecideLikely.extend(withId),
  run: async (context, input) => {
    const { tx, region } = context
    await lockNames(tx, region)
    const pair = await pairBy(tx, region, input.id)
    if (!pair) return refuse({ code: 'pair-unknown' })
    const current = await bothUpToDate(context, [pair.oneHolder, pair.otherHolder], input.version)
    if (!current.done) return current
    if (pair.decision !== null || pair.oneHolder === pair.otherHolder) return refuse({ code: 'pair-decided' })
    const one = await holderBy(tx, region, pair.oneHolder)
    if (!one.done) return one
    const other = await holderBy(tx, region, pair.otherHolder)
    if (!other.done) return other
    const [kept, gone] = other.value.names.length > one.value.names.length ? [other.value, one.value] : [one.value, other.value]
    const subject = { kind: 'holder', id: kept.id, label: kept.name }
    if (input.decision === 'joined') {
      await join(context, kept, gone, input.reason)
      const sentence = `核定权利人“${gone.name}”与“${kept.name}”为同一家并合并，理由：${input.reason}`
      return done({ reply: { id: input.id }, subject, sentence, facts: { from: gone.id } })
    }
    const apart = await writeDecision(context, { kind: 'apart', fromHolder: gone.id, toHolder: kept.id }, input.reason)
    await markPairs(context, [kept.id, gone.id], 'apart', apart)
    const sentence = `核定权利人“${gone.name}”与“${kept.name}”不是同一家，理由：${input.reason}`
    return done({ reply: { id: input.id }, subject, sentence, facts: { other: gone.id } })
  },
})
