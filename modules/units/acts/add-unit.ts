import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { done, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { gazetteer, within } from '#modules/regions'
import { defineAct } from '#platform/acts'
import { AddUnit } from '../contract.ts'
import { lockUnit, placeOfUnit, saveNames } from '../store.ts'

/** 新设机构: under a unit, or as a root of the tree. Refuses unit-unknown, parent-closed, place-unknown. */
export const addUnit = defineAct({
  word: 'units.add',
  label: '新设机构',
  part: '机构人员与权限',
  input: AddUnit,
  place: (context, input) => placeOfUnit(context, input.parent),
  run: async (context, input) => {
    const place = Number(input.place)
    if (!within(place, context.region) || !gazetteer(context.region).division(place)) return refuse({ code: 'place-unknown' })
    if (input.parent !== null) {
      const parent = await lockUnit(context, input.parent)
      if (!parent.done) return parent
      if (parent.value.closedOn !== null) return refuse({ code: 'parent-closed' })
    }
    const id = uuidv7()
    const from = plainDate(input.from)
    await sql`
      insert into units.unit (region_code, id, parent_id, kind, place, opened_on)
      values (${context.region}, ${id}, ${input.parent}, ${input.kind}, ${place}, ${from})`.execute(context.tx)
    await saveNames(context, id, [{ from, to: null, name: input.name, sealName: input.sealName, basis: null }])
    return done({
      reply: { id },
      subject: { kind: 'unit', id, label: input.name },
      sentence: `新设机构“${input.name}”，自${input.from}起`,
    })
  },
})
