import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { done, refuse } from '#kernel/outcome'
import { gazetteer } from '#modules/regions'
import { defineAct } from '#platform/acts'
import { dayInShanghai } from '#platform/clock'
import { RecordCheck } from '../contract.ts'
import { answerMarks } from '../reads/answer.ts'
import { goesOnWorklist, outcomeNames } from '../rules/outcome-names.ts'
import { checkSubject } from '../store/checks.ts'

/**
 * 核验并记录: an officer's check, kept with what the register said at that moment. It adds and needs no version; the phone sends it
 * later with the moment it was made, and that moment's day is the day of the check. What the register cannot answer goes on
 * 待联网核查清单. Refuses place-unknown.
 */
export const recordCheck = defineAct({
  word: 'mark-checks.check',
  label: '核验并记录',
  part: '标识核验',
  input: RecordCheck,
  place: async (_, { county }) => (county === null ? null : Number(county)),
  run: async ({ tx, region, actor, now, today, madeAt }, { county, note, ...asked }) => {
    if (county !== null && !gazetteer(region).counties.some(({ code }) => String(code) === county))
      return refuse({ code: 'place-unknown' })
    const mark = { ...asked, today: [dayInShanghai(madeAt), today].sort()[0]! }
    const [answered] = await answerMarks(tx, { region, today }, [mark])
    const { answer, register, registerVersion, registerAsOf } = answered!
    // Without a number there is nothing to look up anywhere.
    const state = goesOnWorklist(answer.outcome) && answer.each.some((one) => one.canonical !== null) ? 'waiting' : 'settled'
    const check = { id: uuidv7(), canonical: answer.canonical, asked: mark }
    await sql`
      insert into mark_checks.check
        (region_code, id, county, state, asked, note, canonical, right_kind, table_row, outcome, clause, answer, register, register_version,
         register_as_of, made_at, arrived_at, checked_by, checked_name)
      values
        (${region}, ${check.id}, ${county === null ? null : Number(county)}, ${state}, ${JSON.stringify(check.asked)}, ${note},
         ${answer.canonical}, ${answer.right}, ${answer.row}, ${answer.outcome}, ${answer.clause}, ${JSON.stringify(answer)},
         ${JSON.stringify(register)}, ${registerVersion}, ${registerAsOf}, ${madeAt}, ${now}, ${actor.id ?? actor.via}, ${actor.name})`.execute(
      tx,
    )
    const waiting = state === 'waiting' ? '，列入待联网核查清单' : ''
    const subject = checkSubject(check)
    return done({
      reply: { id: check.id },
      subject,
      sentence: `核验专利标识“${subject.label}”，结论：${outcomeNames[answer.outcome]}${waiting}`,
      facts: { outcome: answer.outcome, clause: answer.clause, registerVersion },
    })
  },
})
