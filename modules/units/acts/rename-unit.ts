import { done, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { defineAct, upToDate } from '#platform/acts'
import { RenameUnit } from '../contract.ts'
import { nameOn, renamed } from '../rules/tree.ts'
import { lockUnit, placeOfUnit, saveNames } from '../store.ts'
import { withId } from './with-id.ts'

/** 更名: from a day on, seal and all; the earlier name stays with its days. Refuses unit-unknown, unit-closed, day-too-early, stale. */
export const renameUnit = defineAct({
  word: 'units.rename',
  label: '机构更名',
  part: '机构人员与权限',
  input: RenameUnit.extend(withId),
  place: (context, input) => placeOfUnit(context, input.id),
  run: async (context, input) => {
    const unit = await lockUnit(context, input.id)
    if (!unit.done) return unit
    const current = await upToDate(context, { kind: 'unit', id: input.id }, input.version)
    if (!current.done) return current
    if (unit.value.closedOn !== null) return refuse({ code: 'unit-closed' })
    const names = renamed(unit.value.names, {
      from: plainDate(input.from),
      name: input.name,
      sealName: input.sealName,
      basis: input.basis,
    })
    if (!names.done) return names
    await saveNames(context, input.id, names.value)
    const before = nameOn(unit.value.names, context.today).name
    return done({
      reply: { id: input.id },
      subject: { kind: 'unit', id: input.id, label: input.name },
      sentence: `将机构“${before}”自${input.from}起更名为“${input.name}”`,
      facts: { before, after: input.name, from: input.from, basis: input.basis },
    })
  },
})
