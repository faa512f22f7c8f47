import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#kernel/time'
import { shippedCalendar } from '../shipped-calendar.ts'
import { shippedLimits } from '../shipped-limits.ts'
import { answerLimit, type LimitQuestion } from './answer-limit.ts'
import { arrangedCalendar } from './arranged-calendar.ts'
import { type KeptLimit, movedLimits } from './moved-limits.ts'

const weekendsOnly = arrangedCalendar({ days: [], settledYears: [2026], region: 622900 })
const kept = (question: LimitQuestion, calendar = shippedCalendar()): KeptLimit => {
  const came = answerLimit(shippedLimits(), question, calendar)
  if (!came.done) throw new Error(came.refusal.code)
  return { question, dueOn: came.value.dueOn, provisional: came.value.provisional }
}

test('a notice that comes moves what was told before it, and nothing else', () => {
  const early = kept({ rule: 'clue.verify', from: plainDate('2026-03-02') }, weekendsOnly)
  const late = kept({ rule: 'clue.verify', from: plainDate('2026-09-21') }, weekendsOnly)
  expect(movedLimits([early, late], shippedLimits(), weekendsOnly, shippedCalendar())).toEqual([
    { kept: late, dueOn: '2026-10-19', provisional: false, cause: 'calendar' },
  ])
})

test('what was provisional and becomes certain is told, even where the day stays', () => {
  const question: LimitQuestion = { rule: 'party.defence', from: plainDate('2027-05-10') }
  const settled = arrangedCalendar({ days: [], settledYears: [2027], region: 622900 })
  expect(movedLimits([kept(question)], shippedLimits(), shippedCalendar(), settled)).toMatchObject([
    { dueOn: '2027-05-17', provisional: false, cause: 'calendar' },
  ])
})

test('a day that no calendar gives was told from something else', () => {
  const one = { ...kept({ rule: 'fine.pay', from: plainDate('2026-06-01') }), dueOn: plainDate('2026-06-20') }
  expect(movedLimits([one], shippedLimits(), shippedCalendar(), shippedCalendar())).toMatchObject([
    { dueOn: '2026-06-16', cause: 'other' },
  ])
})

test('the same calendar moves nothing, and what moved stays when counted again', () => {
  const rules = ['clue.verify', 'decision', 'seizure.end', 'infringe.conclude', 'hearing.notice'] as const
  const anyQuestion = fc
    .tuple(fc.constantFrom(...rules), fc.integer({ min: 0, max: 600 }))
    .map(([rule, n]): LimitQuestion => ({ rule, from: addDays(plainDate('2025-03-01'), n) }))
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 8 }), (questions) => {
      const all = questions.map((question) => kept(question, weekendsOnly))
      expect(movedLimits(all, shippedLimits(), weekendsOnly, weekendsOnly)).toEqual([])
      const moved = movedLimits(all, shippedLimits(), weekendsOnly, shippedCalendar())
      const now = all.map((one) => {
        const change = moved.find((each) => each.kept === one)
        return change ? { ...one, dueOn: change.dueOn, provisional: change.provisional } : one
      })
      expect(movedLimits(now, shippedLimits(), shippedCalendar(), shippedCalendar())).toEqual([])
    }),
  )
})
