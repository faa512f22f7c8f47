import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, plainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { shippedFees } from '../fee-catalogue.ts'
import { type AnnuityFacts, annuitySchedule } from './annuity-schedule.ts'
import type { Payment } from './fields.ts'
import { type StatusFact, statusSpans } from './status.ts'

const day = plainDate
const calendar = shippedCalendar()
const right = { right: 'invention', filedOn: day('2010-03-15'), grantedOn: day('2013-05-08') } as const
const facts = (
  words: readonly StatusFact[],
  payments: readonly Payment[] = [],
  rest: Partial<AnnuityFacts> = {},
): AnnuityFacts => ({
  ...right,
  spans: statusSpans(right, words, { calendar, payments }),
  payments,
  reductions: [],
  openLicences: [],
  ...rest,
})
const said = (on: string, word: string): StatusFact => ({ on: day(on), word, rank: 20 })
const paid = (year: number, on: string, amount?: number): Payment => ({
  year,
  on: day(on),
  ...(amount === undefined ? {} : { amount }),
})
const schedule = (given: AnnuityFacts, today: string) => annuitySchedule(given, shippedFees(), calendar, day(today))
const states = (given: AnnuityFacts, today: string) =>
  Object.fromEntries(schedule(given, today).rows.map((row) => [row.year, row.state]))

describe('the annuities of a right, year by year', () => {
  it('are those from the grant to the end of the term', () => {
    expect(schedule(facts([]), '2014-01-01').rows.map((row) => row.year)).toEqual(Array.from({ length: 17 }, (_, at) => at + 4))
  })

  it('stand as payments and sources tell, and what nobody tells is not known', () => {
    const given = facts([said('2018-10-08', '有权')], [paid(6, '2015-03-01'), paid(7, '2016-08-01'), paid(8, '2017-10-01')])
    expect(states(given, '2020-08-25')).toMatchObject({
      4: 'paid-at-grant',
      5: 'confirmed',
      6: 'paid',
      7: 'paid-in-grace',
      8: 'paid-too-late',
      9: 'confirmed',
      10: 'unconfirmed',
      11: 'in-grace',
      12: 'not-due',
      20: 'not-due',
    })
    expect(schedule(given, '2020-08-25').next?.year).toBe(11)
  })

  it('end with the one for want of which the right lapsed', () => {
    const given = facts([said('2018-10-08', '有权'), said('2019-11-20', '未缴年费专利权终止')])
    expect(states(given, '2020-08-25')).toMatchObject({ 9: 'confirmed', 10: 'missed', 11: 'ended', 20: 'ended' })
    expect(schedule(given, '2020-08-25').next).toMatchObject({
      year: 10,
      answer: { state: 'too-late', total: null, lateFee: 1000 },
    })
  })

  it('cost what they cost on the day they were paid, and today where they are late', () => {
    const late = schedule(facts([], [paid(6, '2015-08-20')]), '2016-05-20').rows
    expect(late.find((row) => row.year === 6)?.answer).toMatchObject({ fee: 1200, lateFee: 300 })
    expect(late.find((row) => row.year === 7)?.answer).toMatchObject({ fee: 2000, lateFee: 200, total: 2200 })
  })

  it('are compared with what was paid: a sum that fits a reduction is told, another is short', () => {
    const row = (amount: number) =>
      schedule(facts([], [paid(9, '2018-03-01', amount)]), '2018-05-01').rows.find((one) => one.year === 9)
    expect(row(200_000)).toMatchObject({ short: null, paidReduced: null })
    expect(row(30_000)).toMatchObject({ short: null, paidReduced: 0.85 })
    expect(row(60_000)).toMatchObject({ short: null, paidReduced: 0.7 })
    expect(row(150_000)).toMatchObject({ short: 500, paidReduced: null })
    expect(row(200_100)).toMatchObject({ short: -1 })
  })

  it('are lightened by what was approved before they fell due', () => {
    const given = facts([], [], {
      reductions: [{ rate: 0.85, on: day('2015-01-05') }],
      openLicences: [{ from: day('2024-08-01') }],
    })
    const pay = (year: number) => schedule(given, '2015-02-01').rows.find((row) => row.year === year)
    expect(pay(5)).toMatchObject({ reducedBy: null, answer: { payable: 1200 } })
    expect(pay(6)).toMatchObject({ reducedBy: 'reduction', answer: { payable: 180 } })
    expect(pay(14)).toMatchObject({ reducedBy: null, answer: { payable: 6000 } })
    expect(pay(16)).toMatchObject({ reducedBy: 'open-licence', answer: { payable: 6800 } })
  })

  it('have one state each on every day, and one that is next while the right lives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ year: fc.integer({ min: 5, max: 20 }), late: fc.integer({ min: -300, max: 250 }) }), {
          maxLength: 5,
        }),
        fc.integer({ min: 0, max: 6000 }),
        (payments, days) => {
          const given = facts(
            [],
            payments.map(({ year, late }) => ({ year, on: addDays(addYears(right.filedOn, year - 1), late) })),
          )
          const { rows, next } = schedule(given, addDays(right.grantedOn, days))
          expect(rows).toHaveLength(17)
          for (const row of rows) expect(row.state === 'paid-at-grant').toBe(row.year === 4)
          if (next) expect(['in-grace', 'not-due']).toContain(next.state)
        },
      ),
    )
  })
})
