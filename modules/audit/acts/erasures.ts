import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { mayDo } from '#kernel/procedure'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { entriesText, eraseDetails, erasing, readEntries } from '#platform/trail'
import { DecideErasure, mostDetails, ProposeErasure } from '../contract.ts'
import { type ErasureAct, erasureProcedure } from '../rules/erasure-procedure.ts'
import { mayErase } from '../rules/may-erase.ts'
import { addErasure, type ErasureRow, entriesWithWords, handOf, lockErasure, settleErasure } from '../store/erasures.ts'

const part = '操作日志'
const kind = 'trail-erasure'
const withId = { id: z.string().max(64) }
const subjectOf = (id: string, entries: readonly number[]) => ({ kind, id, label: `第${entriesText(entries)}条日志明细` })

/** An erasing locked for this act, if it is as it was looked at and this hand may. */
async function erasureFor(
  context: ActContext,
  act: ErasureAct,
  { id, version }: { id: string; version: string },
): Promise<Outcome<ErasureRow, Refusal>> {
  const erasure = await lockErasure(context, id)
  if (!erasure.done) return erasure
  const looked = await upToDate(context, { kind, id }, version)
  if (!looked.done) return looked
  const before = [{ act: 'propose', by: erasure.value.proposedBy }] as const
  const may = mayDo(erasureProcedure, erasure.value.state, { act, by: handOf(context) }, before)
  return may.done ? erasure : may
}

/**
 * 申请删除日志明细: which entries, and why the law has their words erased. Nothing is erased yet. Refuses entries-malformed,
 * details-unknown, details-to-be-kept, details-prove-erasure.
 */
export const proposeErasure = defineAct({
  word: 'audit.propose-erasure',
  label: '申请删除日志明细',
  part,
  input: ProposeErasure,
  run: async (context, input) => {
    const numbers = readEntries(input.entries, mostDetails)
    if (!numbers) return refuse({ code: 'entries-malformed', most: mostDetails })
    const entries = await entriesWithWords(context, numbers)
    if (!entries.done) return entries
    const may = mayErase(entries.value, context.today)
    if (!may.done) return may
    const id = uuidv7()
    await addErasure(context, id, numbers, input.reason)
    return done({
      reply: { id },
      subject: subjectOf(id, numbers),
      sentence: `申请删除第${entriesText(numbers)}条操作日志的明细（共${numbers.length}条），理由：${input.reason}`,
    })
  },
})

/**
 * 批准删除日志明细, by another person than who asked: the words go, their digests stay in the chain. Refuses erasure-unknown,
 * stale, not-in-this-state, same-person, details-unknown.
 */
export const approveErasure = defineAct({
  word: 'audit.approve-erasure',
  label: '批准删除日志明细',
  part,
  secondPerson: true,
  input: z.object({ ...withId, version: z.string() }),
  run: async (context, input) => {
    const erasure = await erasureFor(context, 'approve', input)
    if (!erasure.done) return erasure
    const { entries, proposer } = erasure.value
    const found = await entriesWithWords(context, entries)
    if (!found.done) return found
    await eraseDetails(context.tx, context.region, entries)
    await settleErasure(context, input.id, 'erased', null)
    const text = entriesText(entries)
    return done({
      reply: { id: input.id },
      subject: { kind: erasing.kind, id: text, label: `第${text}条日志明细` },
      sentence: `批准${proposer}的申请，删除第${text}条操作日志的明细（共${entries.length}条）`,
      facts: { erasure: input.id },
    })
  },
})

/** 退回日志明细删除申请, by another person than who asked. Refuses erasure-unknown, stale, not-in-this-state, same-person. */
export const returnErasure = defineAct({
  word: 'audit.return-erasure',
  label: '退回日志明细删除申请',
  part,
  input: DecideErasure.extend(withId),
  run: async (context, input) => {
    const erasure = await erasureFor(context, 'return', input)
    if (!erasure.done) return erasure
    await settleErasure(context, input.id, 'returned', input.reason)
    return done({
      reply: { id: input.id },
      subject: subjectOf(input.id, erasure.value.entries),
      sentence: `退回${erasure.value.proposer}的日志明细删除申请，理由：${input.reason}`,
    })
  },
})

/** 撤回日志明细删除申请, by who asked. Refuses erasure-unknown, not-proposer, stale, not-in-this-state. */
export const withdrawErasure = defineAct({
  word: 'audit.withdraw-erasure',
  label: '撤回日志明细删除申请',
  part,
  input: DecideErasure.extend(withId),
  run: async (context, input) => {
    const erasure = await erasureFor(context, 'withdraw', input)
    if (!erasure.done) return erasure
    if (erasure.value.proposedBy !== handOf(context)) return refuse({ code: 'not-proposer', proposer: erasure.value.proposer })
    await settleErasure(context, input.id, 'withdrawn', input.reason)
    return done({
      reply: { id: input.id },
      subject: subjectOf(input.id, erasure.value.entries),
      sentence: `撤回日志明细删除申请，理由：${input.reason}`,
    })
  },
})
