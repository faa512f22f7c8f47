import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { done, refuse } from '#kernel/outcome'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { SeparateName } from '../contract.ts'
import { placeReader } from '../reads/place-reader.ts'
import { holderKindOf } from '../rules/holder-kind.ts'
import { compareNames } from '../rules/names.ts'
import { moveNames, settleHolder, writeDecision } from '../store/decisions.ts'
import { holderBy, type NameRow } from '../store/holders.ts'
import { lockNames } from '../store/lock-names.ts'
import { withId } from './with-id.ts'

/**
 * 分开名称: a name becomes a holder of its own, whoever had unified it, and the rules leave it alone from then on.
 * Refuses holder-unknown, name-not-here, only-name, stale.
 */
export const separateName = defineAct({
  word: 'enterprises.separate',
  label: '分开名称',
  part: '权利人',
  input: SeparateName.extend(withId),
  run: async (context, input) => {
    const { tx, region } = context
    await lockNames(tx, region)
    const holder = await holderBy(tx, region, input.id)
    if (!holder.done) return holder
    const current = await upToDate(context, { kind: 'holder', id: input.id }, input.version)
    if (!current.done) return current
    const name = holder.value.names.find((one) => one.name === input.name)
    if (!name) return refuse({ code: 'name-not-here', name: input.name })
    const beside = holder.value.names.find((one) => one !== name)
    if (!beside) return refuse({ code: 'only-name' })
    const apart = uuidv7()
    await sql`
      insert into enterprises.holder (region_code, id, name, kind, names)
      values (${region}, ${apart}, ${name.name}, ${holderKindOf(name.name).kind}, 1)`.execute(tx)
    const decision = { kind: 'separated', fromHolder: input.id, toHolder: apart } as const
    const id = await writeDecision(context, decision, input.reason)
    await moveNames(context, [name.id], { id, ...decision }, input.reason)
    await settlePair(context, [name, beside], [apart, input.id], id)
    await settleHolder(context, input.id)
    return done({
      reply: { id: input.id, apart },
      subject: { kind: 'holder', id: input.id, label: holder.value.name },
      sentence: `将名称“${name.name}”从权利人“${holder.value.name}”中分开，理由：${input.reason}`,
      facts: { name: name.name, apart },
    })
  },
})

/** The two holders are known as decided from now on, so that no spelling learnt later brings them into the queue. */
async function settlePair(
  { tx, region }: ActContext,
  [name, beside]: readonly [NameRow, NameRow],
  holders: readonly [string, string],
  decisionId: string,
): Promise<void> {
  const { reason } = compareNames(name.name, beside.name, placeReader(region))
  const [one, other] = name.id < beside.id ? holders : [holders[1], holders[0]]
  await sql`
    insert into enterprises.likely
      (region_code, id, one_name, other_name, one_holder, other_holder, reason, decision, decision_id)
    values (${region}, ${uuidv7()}, ${Math.min(name.id, beside.id)}, ${Math.max(name.id, beside.id)}, ${one}, ${other},
            ${JSON.stringify(reason)}::jsonb, 'apart', ${decisionId})
    on conflict (region_code, one_name, other_name) do nothing`.execute(tx)
}
