import { done, type Outcome, refuse } from '#kernel/outcome'
import { type ActContext, defineAct, type StaleRefusal, upToDate } from '#platform/acts'
import { JoinHolder } from '../contract.ts'
import { markPairs, moveNames, settleHolder, writeDecision } from '../store/decisions.ts'
import { type HolderState, holderBy } from '../store/holders.ts'
import { lockNames } from '../store/lock-names.ts'
import { withId } from './with-id.ts'

/** 合并权利人: the names of the other become this one's. Refuses holder-unknown, same-holder, stale. */
export const joinHolders = defineAct({
  word: 'enterprises.join',
  label: '合并权利人',
  part: '权利人',
  input: JoinHolder.extend(withId),
  run: async (context, input) => {
    await lockNames(context.tx, context.region)
    const into = await holderBy(context.tx, context.region, input.id)
    if (!into.done) return into
    const other = await holderBy(context.tx, context.region, input.other)
    if (!other.done) return other
    if (into.value.id === other.value.id) return refuse({ code: 'same-holder' })
    const current = await upToDate(context, { kind: 'holder', id: input.id }, input.version)
    if (!current.done) return current
    const otherCurrent = await upToDate(context, { kind: 'holder', id: input.other }, input.otherVersion)
    if (!otherCurrent.done) return otherCurrent
    await join(context, into.value, other.value, input.reason)
    return done({
      reply: { id: into.value.id },
      subject: { kind: 'holder', id: into.value.id, label: into.value.name },
      sentence: `将权利人“${other.value.name}”的${other.value.names.length}个名称并入“${into.value.name}”，理由：${input.reason}`,
      facts: { names: other.value.names.map(({ name }) => name), from: other.value.id },
    })
  },
})

export async function join(context: ActContext, into: HolderState, other: HolderState, reason: string): Promise<string> {
  const decision = { kind: 'joined', fromHolder: other.id, toHolder: into.id } as const
  const id = await writeDecision(context, decision, reason)
  await markPairs(context, [into.id, other.id], 'joined', id)
  await moveNames(
    context,
    other.names.map((name) => name.id),
    { id, ...decision },
    reason,
  )
  await settleHolder(context, into.id)
  await settleHolder(context, other.id)
  return id
}

/** Whether neither holder was touched since its page was looked at. */
export async function bothUpToDate(
  context: ActContext,
  [one, other]: readonly [string, string],
  looked: string,
): Promise<Outcome<void, StaleRefusal>> {
  const first = await upToDate(context, { kind: 'holder', id: one }, looked)
  return first.done ? upToDate(context, { kind: 'holder', id: other }, looked) : first
}
