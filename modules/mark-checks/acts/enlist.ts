import { sql } from 'kysely'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { addJob } from '#platform/jobs'
import { EnlistRows } from '../contract.ts'
import { answerMarks } from '../reads/answer.ts'
import type { ListAsked } from '../rules/read-list.ts'
import { listBy, rowsToEnlist } from '../store/lists.ts'
import { keepCheck } from './keep-check.ts'
import { mostListRows, part, place, placeOf } from './lists.ts'

/**
 * 列入待联网核查清单: rows of a list that the register could not answer, all of them or those chosen; a job makes an officer's check of
 * each. Rows that are on it already are left as they are. Refuses list-unknown, list-still-checking, list-enlisting, nothing-to-enlist.
 */
export const enlist = defineAct({
  word: 'mark-checks.enlist',
  label: '列入待联网核查清单',
  part,
  input: EnlistRows.extend({ id: z.string().max(64), ...place.shape }),
  place: placeOf,
  run: async ({ tx, region, actor }, { id, rows, county }) => {
    const found = await listBy(tx, region, id, true)
    if (!found.done) return found
    const list = found.value
    if (list.state !== 'finished') return refuse({ code: 'list-still-checking' })
    if (list.enlisting) return refuse({ code: 'list-enlisting' })
    const some = await rowsToEnlist(tx, region, id, { rows, after: 0, limit: mostListRows })
    if (some.length === 0) return refuse({ code: 'nothing-to-enlist' })
    await sql`
      update mark_checks.list
      set enlisting = true, enlist_failure = null, enlist_total = ${list.enlisted + some.length}
      where region_code = ${region} and id = ${id}`.execute(tx)
    await addJob(tx, 'mark-checks.enlist', { region, id, rows, county, by: { id: actor.id, name: actor.name } }, `enlist ${id}`)
    return done({
      reply: { id },
      subject: { kind: 'mark-list', id, label: list.name },
      sentence: `将“${list.name}”的${some.length}行列入待联网核查清单`,
    })
  },
})

/**
 * One row of a list, asked anew and kept as a check of the officer who put the list on 待联网核查清单. Refuses row-enlisted where it is a
 * check already, row-unknown where it is none to look up.
 */
export const enlistRow = defineAct({
  word: 'mark-checks.enlist-row',
  label: '清单中的标识列入待联网核查',
  part,
  input: z.object({ list: z.uuid(), row: z.number().int(), ...place.shape }),
  place: placeOf,
  run: async (context, { list, row, county }) => {
    const { tx, region, today } = context
    const { rows } = await sql<{ asked: ListAsked; cells: string[]; rowNumber: number; name: string; taken: boolean }>`
      select r.asked, r.cells, r.row_number as "rowNumber", l.name,
             exists (
               select from mark_checks.check c
               where c.region_code = r.region_code and c.list_id = r.list_id and c.list_row = r.ordinal) as taken
      from mark_checks.list_row r
      join mark_checks.list l on l.region_code = r.region_code and l.id = r.list_id
      where r.region_code = ${region} and r.list_id = ${list} and r.ordinal = ${row} and r.to_look_up
      for update of r`.execute(tx)
    const [found] = rows
    if (found === undefined) return refuse({ code: 'row-unknown' })
    if (found.taken) return refuse({ code: 'row-enlisted' })
    const asked = { ...found.asked, today }
    const [answered] = await answerMarks(tx, { region, today }, [asked])
    const note = `清单“${found.name}”第${found.rowNumber}行：${found.cells.filter(Boolean).join('　')}`.slice(0, 500)
    return done(await keepCheck(context, { county, asked, note, answered: answered!, from: { list, row } }))
  },
})
