import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears, type PlainDate, plainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { shippedFees } from '../fee-catalogue.ts'
import { type AnnuityRequest, annuity } from './annuity.ts'
import { compensationAnnuity } from './compensation.ts'
import { restoration } from './restoration.ts'

const day = plainDate
const fees = shippedFees()
const calendar = shippedCalendar()
const ask = (request: AnnuityRequest) => annuity(request, fees, calendar)
/** A right by its filing and grant day. */
const asked = (right: AnnuityRequest['right'], filed: string, granted: string, year: number, rest: object = {}) => {
  const days = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value]))
  const came = ask({ right, filedOn: day(filed), grantedOn: day(granted), year, ...days })
  return came.done ? came.value : came.refusal
}

describe('an annuity (专利法实施细则 第一百一十五条)', () => {
  it('is due on the filing day’s anniversary and rolls to a working day; grace counts from the nominal day (trap 14)', () => {
    expect(asked('invention', '2019-03-15', '2022-06-10', 8)).toMatchObject({
      dueOn: '2026-03-16',
      graceEndsOn: '2026-09-15',
      fee: 2000,
      payable: 2000,
      lateFee: 0,
      total: 2000,
      expiresOn: '2039-03-15',
      state: 'not-due',
      provisional: false,
    })
  })

  it('falls on the last day of a month that has no such day (第五条)', () => {
    expect(asked('utility-model', '2020-02-29', '2020-09-01', 2)).toMatchObject({
      dueOn: '2021-03-01',
      graceEndsOn: '2021-08-30',
    })
  })

  it.each([
    ['2026-03-15', 'on-time', 0],
    ['2026-03-16', 'on-time', 0],
    ['2026-03-17', 'in-grace', 0],
    ['2026-04-15', 'in-grace', 0],
    ['2026-04-16', 'in-grace', 100],
    ['2026-05-15', 'in-grace', 100],
    ['2026-05-16', 'in-grace', 200],
    ['2026-07-15', 'in-grace', 300],
    ['2026-08-15', 'in-grace', 400],
    ['2026-08-16', 'in-grace', 500],
    ['2026-09-15', 'in-grace', 500],
  ] as const)(
    'paid %s is %s with a late fee of %i, in months counted from the nominal day (审查指南 第五部分第九章)',
    (paidOn, state, lateFee) => {
      expect(asked('invention', '2019-03-15', '2022-06-10', 8, { paidOn: day(paidOn) })).toMatchObject({
        state,
        lateFee,
        total: 2000 + lateFee,
      })
    },
  )

  it('cannot be paid any more when grace is over', () => {
    expect(asked('invention', '2019-03-15', '2022-06-10', 8, { paidOn: day('2026-09-16') })).toMatchObject({
      state: 'too-late',
      total: null,
    })
  })

  it('has month edges from the nominal day, never chained: of the 31st they stand at the 31st again', () => {
    const paid = (on: string) => asked('utility-model', '2020-08-31', '2021-03-01', 4, { paidOn: day(on) })
    expect(paid('2023-09-30')).toMatchObject({ lateFee: 0 })
    expect(paid('2023-10-01')).toMatchObject({ lateFee: 45 })
    expect(paid('2023-10-31')).toMatchObject({ lateFee: 45 })
    expect(paid('2024-02-29')).toMatchObject({ lateFee: 225, state: 'in-grace' })
    expect(paid('2024-03-01')).toMatchObject({ state: 'too-late' })
  })

  it('is still in the sixth month where the end of grace rolls', () => {
    // 2025-02-03 + 6 months is a Sunday.
    const paid = (on: string) => asked('utility-model', '2020-02-03', '2020-10-10', 6, { paidOn: day(on) })
    expect(paid('2025-08-04')).toMatchObject({ state: 'in-grace', lateFee: 300 })
    expect(paid('2025-08-05')).toMatchObject({ state: 'too-late', total: null })
  })

  it('of the year of the grant is paid at registration (第一百一十四条)', () => {
    expect(asked('invention', '2019-03-15', '2022-06-10', 4, { reduction: 0.85 })).toMatchObject({
      dueOn: null,
      graceEndsOn: null,
      fee: 1200,
      payable: 180,
      lateFee: 0,
      total: 180,
      state: 'paid-at-grant',
    })
    // Granted on the anniversary: the patent year that begins then.
    expect(asked('invention', '2019-03-15', '2022-03-15', 4)).toMatchObject({ state: 'paid-at-grant' })
    expect(asked('invention', '2019-03-15', '2022-03-14', 4)).toMatchObject({ state: 'not-due' })
  })

  it('of years before the grant and beyond the term there is none', () => {
    expect(asked('invention', '2019-03-15', '2022-06-10', 3)).toMatchObject({ code: 'year-before-grant', first: 4 })
    expect(asked('invention', '2019-03-15', '2022-06-10', 21)).toMatchObject({ code: 'year-beyond-term', last: 20 })
    expect(asked('utility-model', '2019-03-15', '2019-06-10', 11)).toMatchObject({ code: 'year-beyond-term', last: 10 })
    expect(asked('design', '2021-05-31', '2021-12-01', 11)).toMatchObject({ code: 'year-beyond-term', last: 10 })
    expect(asked('invention', '2019-03-15', '2019-03-14', 1)).toMatchObject({ code: 'granted-before-filing' })
    expect(asked('utility-model', '2019-03-15', '2029-03-15', 10)).toMatchObject({
      code: 'granted-after-term',
      endsOn: '2029-03-15',
    })
    expect(asked('invention', '1985-03-31', '1990-03-14', 8)).toMatchObject({ code: 'term-unknown' })
    expect(asked('invention', '1990-03-01', '1993-03-14', 8)).toMatchObject({ code: 'fee-unknown' })
  })

  it('of designs in years 11 to 15 is 3,000 (trap 13; 发改价格〔2022〕465号)', () => {
    expect(asked('design', '2021-06-01', '2021-12-01', 12)).toMatchObject({
      fee: 3000,
      expiresOn: '2036-06-01',
      provisional: true,
    })
  })
})

describe('annuities by year and reduction (缴费服务指南, A7)', () => {
  const years = { invention: [1, 4, 7, 10, 13, 16], 'utility-model': [1, 4, 6, 9], design: [1, 4, 6, 9, 11] } as const
  it.each([
    ['invention', 0, [900, 1200, 2000, 4000, 6000, 8000]],
    ['invention', 0.85, [135, 180, 300, 600, 900, 1200]],
    ['invention', 0.7, [270, 360, 600, 1200, 1800, 2400]],
    ['utility-model', 0, [600, 900, 1200, 2000]],
    ['utility-model', 0.85, [90, 135, 180, 300]],
    ['utility-model', 0.7, [180, 270, 360, 600]],
    ['design', 0, [600, 900, 1200, 2000, 3000]],
    ['design', 0.85, [90, 135, 180, 300, 450]],
    ['design', 0.7, [180, 270, 360, 600, 900]],
  ] as const)('%s with %d off', (right, reduction, payable) => {
    // Granted in the very year asked for, so that every year is a reduced one.
    const answers = years[right].map((year) => {
      const granted = addDays(addYears(day('2021-06-01'), year - 1), 20)
      return asked(right, '2021-06-01', granted, year, { reduction })
    })
    expect(answers.map((one) => ('payable' in one ? one.payable : one))).toEqual(payable)
  })

  it('granted in year 4: reduced in years 4 to 13 (trap 18; 财税〔2018〕37号)', () => {
    const pay = (year: number) => asked('invention', '2016-03-15', '2019-06-10', year, { reduction: 0.85 })
    expect(pay(13)).toMatchObject({ fee: 6000, payable: 900 })
    expect(pay(14)).toMatchObject({ fee: 6000, payable: 6000 })
  })

  it('due before 2018-08-01: six years only', () => {
    const pay = (year: number) => asked('invention', '2010-07-31', '2011-01-05', year, { reduction: 0.7 })
    expect(pay(6)).toMatchObject({ dueOn: '2015-07-31', payable: 360 })
    expect(pay(7)).toMatchObject({ dueOn: '2016-08-01', payable: 2000 })
    expect(pay(9)).toMatchObject({ dueOn: '2018-07-31', payable: 2000 })
    expect(pay(10)).toMatchObject({ dueOn: '2019-07-31', payable: 1200 })
    expect(pay(11)).toMatchObject({ payable: 4000 })
  })

  it('late fees are of the full annuity (traps 103, 104)', () => {
    expect(asked('invention', '2010-03-15', '2016-06-10', 16, { reduction: 0.85, paidOn: day('2025-09-10') })).toMatchObject({
      payable: 1200,
      lateFee: 2000,
      total: 3200,
    })
    // Granted too early for the reduction to last to year 16.
    expect(asked('invention', '2010-03-15', '2013-06-10', 16, { reduction: 0.85 })).toMatchObject({ payable: 8000 })
    expect(asked('utility-model', '2020-02-03', '2020-10-10', 6, { reduction: 0.7, paidOn: day('2025-05-20') })).toMatchObject({
      payable: 360,
      lateFee: 180,
      total: 540,
    })
  })

  it('an open licence takes 15 % off, and not beside a better reduction (财税〔2024〕23号)', () => {
    const openLicence = [day('2024-08-01'), day('2026-07-31')]
    const pay = (filed: string, rest: object) => asked('invention', filed, '2022-06-10', 8, { openLicence, ...rest })
    expect(pay('2019-03-15', {})).toMatchObject({ payable: 1700 })
    expect(pay('2019-03-15', { reduction: 0.85 })).toMatchObject({ payable: 300 })
    expect(pay('2019-09-15', {})).toMatchObject({ payable: 2000 })
    expect(asked('invention', '2010-03-15', '2012-06-10', 17, { openLicence, reduction: 0.85 })).toMatchObject({ payable: 6800 })
    const before = [day('2023-01-01'), day('2026-07-31')]
    expect(asked('invention', '2017-03-15', '2020-06-10', 8, { openLicence: before })).toMatchObject({ payable: 2000 })
  })
})

describe('the annuity of a compensated term (缴费服务指南)', () => {
  const asks = (compensatedUntil: string, paidOn: PlainDate | null = null) =>
    compensationAnnuity({ filedOn: day('2010-03-15'), compensatedUntil: day(compensatedUntil), paidOn }, fees)

  it('of two years and five months is 16,000, once, before the twenty years end (trap 107)', () => {
    expect(asks('2032-08-15')).toMatchObject({ value: { dueBefore: '2030-03-15', fullYears: 2, fee: 16000, state: 'not-due' } })
    expect(asks('2032-08-15', day('2030-03-14'))).toMatchObject({
      value: { state: 'on-time', total: 16000, expiresOn: '2032-08-15' },
    })
    expect(asks('2032-08-15', day('2030-03-16'))).toMatchObject({
      value: { state: 'too-late', total: null, expiresOn: '2030-03-15' },
    })
    expect(asks('2031-03-14')).toMatchObject({ value: { fullYears: 0, fee: 0 } })
    expect(asks('2030-03-15')).toMatchObject({ refusal: { code: 'not-compensated' } })
  })
})

describe('restoration (专利法实施细则 第六条)', () => {
  it('is asked for within two months of the notice, with a fee', () => {
    expect(restoration({ why: 'justified', noticeOn: day('2026-08-01') }, fees, calendar)).toMatchObject({
      requestBy: '2026-10-08',
      fee: 1000,
    })
  })

  it('after force majeure within two months of its end, two years from the limit at most, without a fee', () => {
    const asks = (obstacleEndedOn: string) =>
      restoration(
        { why: 'force-majeure', obstacleEndedOn: day(obstacleEndedOn), limitEndedOn: day('2024-03-15') },
        fees,
        calendar,
      )
    expect(asks('2025-01-10')).toMatchObject({ requestBy: '2025-03-10', fee: 0 })
    expect(asks('2026-02-10')).toMatchObject({ requestBy: '2026-03-16', fee: 0 })
  })
})

describe('any annuity', () => {
  const request = fc
    .record({
      right: fc.constantFrom('invention', 'utility-model', 'design') as fc.Arbitrary<AnnuityRequest['right']>,
      filedOn: fc.integer({ min: 0, max: 8000 }).map((n) => addDays(day('2002-01-01'), n)),
      months: fc.integer({ min: 0, max: 90 }),
      year: fc.integer({ min: 1, max: 20 }),
      reduction: fc.constantFrom(0, 0.7, 0.85),
      licensed: fc.boolean(),
    })
    .map(({ months, licensed, ...rest }) => ({
      ...rest,
      grantedOn: addMonths(rest.filedOn, months),
      openLicence: licensed ? ([addYears(rest.filedOn, 5), addYears(rest.filedOn, 18)] as const) : null,
    }))
    .filter((one) => ask(one).done)
  const answer = (one: AnnuityRequest) => {
    const came = ask(one)
    if (!came.done) throw new Error(came.refusal.code)
    return came.value
  }

  it('never costs less for being paid later', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 200 }), (one, at, later) => {
        const nominal = addYears(one.filedOn, one.year - 1)
        const cost = (paidOn: PlainDate) => answer({ ...one, paidOn }).total ?? Number.POSITIVE_INFINITY
        expect(cost(addDays(nominal, at + later))).toBeGreaterThanOrEqual(cost(addDays(nominal, at)))
      }),
      { numRuns: 500 },
    )
  })

  it('is due on the anniversary or a little after, and its grace ends half a year after that', () => {
    fc.assert(
      fc.property(request, (one) => {
        const { dueOn, graceEndsOn, state } = answer(one)
        expect(dueOn === null).toBe(state === 'paid-at-grant')
        if (dueOn === null) return
        const nominal = addYears(one.filedOn, one.year - 1)
        expect(dueOn >= nominal && dueOn <= addDays(nominal, 12)).toBe(true)
        expect(graceEndsOn! >= addMonths(nominal, 6) && graceEndsOn! <= addDays(addMonths(nominal, 6), 12)).toBe(true)
        expect(calendar.isWorkday(dueOn) && calendar.isWorkday(graceEndsOn!)).toBe(true)
      }),
    )
  })

  it('never costs more for a reduction, and its late fee does not know of one', () => {
    fc.assert(
      fc.property(request, fc.integer({ min: 0, max: 184 }), (one, late) => {
        const paidOn = addDays(addYears(one.filedOn, one.year - 1), late)
        const [full, reduced] = [answer({ ...one, reduction: 0, paidOn }), answer({ ...one, paidOn })]
        expect(reduced.payable).toBeLessThanOrEqual(full.payable)
        expect(reduced.lateFee).toBe(full.lateFee)
        expect(reduced.fee).toBe(full.fee)
      }),
    )
  })
})
