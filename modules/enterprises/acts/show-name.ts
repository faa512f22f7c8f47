import { sql } from 'kysely'
import { done, refuse } from '#kernel/outcome'
import { defineAct, upToDate } from '#platform/acts'
import { ShowName } from '../contract.ts'
import { settleHolder } from '../store/decisions.ts'
import { holderBy } from '../store/holders.ts'
import { lockNames } from '../store/lock-names.ts'
import { withId } from './with-id.ts'

/** 选定显示名称: under which of its names a holder is shown; null leaves it to the rule. Refuses holder-unknown, name-not-here, stale. */
export const showName = defineAct({
  word: 'enterprises.show-name',
  label: '选定显示名称',
  part: '权利人',
  input: ShowName.extend(withId),
  run: async (context, input) => {
    const { tx, region } = context
    await lockNames(tx, region)
    const holder = await holderBy(tx, region, input.id)
    if (!holder.done) return holder
    const current = await upToDate(context, { kind: 'holder', id: input.id }, input.version)
    if (!current.done) return current
    if (input.name !== null && !holder.value.names.some(({ name }) => name === input.name))
      return refuse({ code: 'name-not-here', name: input.name })
    await sql`
      update enterprises.holder
      set name = coalesce(${input.name}, name), name_by_hand = ${input.name !== null}
      where region_code = ${region} and id = ${input.id}`.execute(tx)
    await settleHolder(context, input.id)
    const sentence =
      input.name === null
        ? `权利人“${holder.value.name}”的显示名称恢复为由系统选定`
        : `将权利人“${holder.value.name}”的显示名称选定为“${input.name}”`
    return done({
      reply: { id: input.id },
      subject: { kind: 'holder', id: input.id, label: input.name ?? holder.value.name },
      sentence,
    })
  },
})
