import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { ActContext, Deed } from '#platform/acts'
import type { Answered } from '../reads/answer.ts'
import { outcomeNames, toLookUp } from '../rules/outcome-names.ts'
import { checkSubject, type KeptAsked } from '../store/checks.ts'

/** A check as it is kept: what was asked, and what the register said at that moment. */
export interface NewCheck {
  readonly county: string | null
  readonly asked: KeptAsked
  readonly note: string
  readonly answered: Answered
  /** The row of a list it was made from (批量核验). */
  readonly from: { readonly list: string; readonly row: number } | null
}

/** Writes an officer's check; what the register cannot answer and bears a number goes on 待联网核查清单. */
export async function keepCheck(context: ActContext, check: NewCheck): Promise<Deed<{ id: string }>> {
  const { tx, region, actor, now, madeAt } = context
  const { answer, register, registerVersion, registerAsOf } = check.answered
  const id = uuidv7()
  const state = toLookUp(answer) ? 'waiting' : 'settled'
  await sql`
    insert into mark_checks.check
      (region_code, id, county, state, asked, note, canonical, right_kind, table_row, outcome, clause, answer, register, register_version,
       register_as_of, made_at, arrived_at, checked_by, checked_name, list_id, list_row)
    values
      (${region}, ${id}, ${check.county === null ? null : Number(check.county)}, ${state}, ${JSON.stringify(check.asked)}, ${check.note},
       ${answer.canonical}, ${answer.right}, ${answer.row}, ${answer.outcome}, ${answer.clause}, ${JSON.stringify(answer)},
       ${JSON.stringify(register)}, ${registerVersion}, ${registerAsOf}, ${madeAt}, ${now}, ${actor.id ?? actor.via}, ${actor.name},
       ${check.from?.list ?? null}, ${check.from?.row ?? null})`.execute(tx)
  const waiting = state === 'waiting' ? '，列入待联网核查清单' : ''
  const subject = checkSubject({ id, canonical: answer.canonical, asked: check.asked })
  return {
    reply: { id },
    subject,
    sentence: `核验专利标识“${subject.label}”，结论：${outcomeNames[answer.outcome]}${waiting}`,
    facts: { outcome: answer.outcome, clause: answer.clause, registerVersion, ...(check.from ? { list: check.from.list } : {}) },
  }
}
