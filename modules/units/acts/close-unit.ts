import { sql } from 'kysely'
import { done, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { defineAct, upToDate } from '#platform/acts'
import { CloseUnit } from '../contract.ts'
import { nameOn } from '../rules/tree.ts'
import { lockUnit, placeOfUnit } from '../store.ts'
import { withId } from './with-id.ts'

/** 撤销机构: its last day is told; its papers and numbers stay. Refuses unit-unknown, unit-closed, has-open-parts, day-too-early, stale. */
export const closeUnit = defineAct({
  word: 'units.close',
  label: '撤销机构',
  part: '机构人员与权限',
  input: CloseUnit.extend(withId),
  place: (context, input) => placeOfUnit(context, input.id),
  run: async (context, input) => {
    const unit = await lockUnit(context, input.id)
    if (!unit.done) return unit
    const current = await upToDate(context, { kind: 'unit', id: input.id }, input.version)
    if (!current.done) return current
    if (unit.value.closedOn !== null) return refuse({ code: 'unit-closed' })
    if (input.on < unit.value.openedOn) return refuse({ code: 'day-too-early', after: unit.value.openedOn })
    const parts = await sql<{ name: string }>`
      select (select n.name from units.unit_name n
              where n.region_code = u.region_code and n.unit_id = u.id
              order by n.from_day desc limit 1) as name
      from units.unit u
      where u.region_code = ${context.region} and u.parent_id = ${input.id} and u.closed_on is null
      order by name`.execute(context.tx)
    if (parts.rows.length > 0) return refuse({ code: 'has-open-parts', parts: parts.rows.map((part) => part.name) })
    await sql`
      update units.unit set closed_on = ${plainDate(input.on)}
      where region_code = ${context.region} and id = ${input.id}`.execute(context.tx)
    const name = nameOn(unit.value.names, context.today).name
    return done({
      reply: { id: input.id },
      subject: { kind: 'unit', id: input.id, label: name },
      sentence: `撤销机构“${name}”，截止日期${input.on}，原因：${input.reason}`,
    })
  },
})
