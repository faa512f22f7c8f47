import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { trademarkTerm } from './term.ts'

const term = (registered: string, on: string, renewals = 0) =>
  trademarkTerm({ registeredOn: plainDate(registered), renewals, on: plainDate(on) }, shippedCalendar())

describe('a trademark’s term (商标法 第三十九条、第四十条; 2026: 第四十四条)', () => {
  it('is ten years from the registration, renewed in its last twelve months or the six after', () => {
    expect(term('2016-05-14', '2020-01-01')).toEqual({
      validThrough: '2026-05-13',
      renewalOpensOn: '2025-05-13',
      renewalDueOn: '2026-05-13',
      graceEndsOn: '2026-11-13',
      state: 'in-force',
      basis: '商标法（2019年） 第三十九条、第四十条',
      provisional: false,
    })
  })

  it.each([
    ['2016-05-13', 'not-registered'],
    ['2025-05-12', 'in-force'],
    ['2025-05-13', 'renewable'],
    ['2026-05-13', 'renewable'],
    ['2026-05-14', 'in-grace'],
    ['2026-11-13', 'in-grace'],
    ['2026-11-14', 'ended'],
  ] as const)('on %s it is %s', (on, state) => {
    expect(term('2016-05-14', on).state).toBe(state)
  })

  it('is that of the text in force on the day: it changes on 2027-01-01', () => {
    expect(term('2016-12-21', '2026-12-31').basis).toContain('2019')
    expect(term('2016-12-21', '2027-01-01').basis).toBe('商标法（2026年） 第四十四条')
  })

  it('rolls due day and grace, each by itself, and says where a year is not announced', () => {
    // 2026-10-03 stands in the holidays; 2027-04-03 is a Saturday of a year without a notice.
    expect(term('2016-10-04', '2026-09-01')).toMatchObject({
      validThrough: '2026-10-03',
      renewalDueOn: '2026-10-08',
      graceEndsOn: '2027-04-05',
      provisional: true,
    })
  })

  it('goes on by ten years with every renewal, without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 3 }), (days, renewals) => {
        const registered = addDays(plainDate('1995-01-01'), days)
        const [now, next] = [term(registered, registered, renewals), term(registered, registered, renewals + 1)]
        expect(next.validThrough.slice(0, 4)).toBe(String(Number(now.validThrough.slice(0, 4)) + 10))
        expect(now.renewalOpensOn < now.validThrough && now.validThrough <= now.renewalDueOn).toBe(true)
      }),
    )
  })
})
