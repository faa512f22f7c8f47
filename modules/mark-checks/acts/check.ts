import { done, refuse } from '#kernel/outcome'
import { gazetteer } from '#modules/regions'
import { defineAct } from '#platform/acts'
import { dayInShanghai } from '#platform/clock'
import { RecordCheck } from '../contract.ts'
import { answerMarks } from '../reads/answer.ts'
import type { KeptAsked } from '../store/checks.ts'
import { keepCheck } from './keep-check.ts'

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
  run: async (context, { county, note, ...asked }) => {
    const { tx, region, today, madeAt } = context
    if (county !== null && !gazetteer(region).counties.some(({ code }) => String(code) === county))
      return refuse({ code: 'place-unknown' })
    const mark = { ...asked, today: [dayInShanghai(madeAt), today].sort()[0]! }
    const [answered] = await answerMarks(tx, { region, today }, [mark])
    return done(await keepCheck(context, { county, asked: mark as KeptAsked, note, answered: answered!, from: null }))
  },
})
