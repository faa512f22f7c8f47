import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { done, refuse } from '#kernel/outcome'
import { addDays, plainDate } from '#kernel/time'
import { defineAct, upToDate } from '#platform/acts'
import { SetSeries } from '../contract.ts'
import { nameOn } from '../rules/tree.ts'
import { lockUnit, placeOfUnit } from '../store.ts'
import { withId } from './with-id.ts'

/** 设定文号: the prefix a unit writes on one kind of paper from a day on. Refuses unit-unknown, unit-closed, day-too-early, stale. */
export const setSeries = defineAct({
  word: 'units.set-series',
  label: '设定文号',
  part: '机构人员与权限',
  input: SetSeries.extend(withId),
  place: (context, input) => placeOfUnit(context, input.id),
  run: async (context, input) => {
    const { tx, region } = context
    const unit = await lockUnit(context, input.id)
    if (!unit.done) return unit
    const current = await upToDate(context, { kind: 'unit', id: input.id }, input.version)
    if (!current.done) return current
    if (unit.value.closedOn !== null) return refuse({ code: 'unit-closed' })
    const from = plainDate(input.from)
    const { rows } = await sql<{ from_day: string }>`
      select from_day
      from units.number_series
      where region_code = ${region} and unit_id = ${input.id} and paper = ${input.paper} and to_day is null`.execute(tx)
    if (rows[0] && from <= rows[0].from_day) return refuse({ code: 'day-too-early', after: rows[0].from_day })
    await sql`
      update units.number_series set to_day = ${addDays(from, -1)}
      where region_code = ${region} and unit_id = ${input.id} and paper = ${input.paper} and to_day is null`.execute(tx)
    await sql`
      insert into units.number_series (region_code, id, unit_id, paper, prefix, from_day)
      values (${region}, ${uuidv7()}, ${input.id}, ${input.paper}, ${input.prefix}, ${from})`.execute(tx)
    const name = nameOn(unit.value.names, context.today).name
    return done({
      reply: { id: input.id },
      subject: { kind: 'unit', id: input.id, label: name },
      sentence: `设定“${name}”${input.paper}的文号为“${input.prefix}”，自${input.from}起`,
    })
  },
})
