import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  type CountedLimit,
  countLimit,
  daysBetween,
  type LimitRun,
  type LimitTerms,
  type Period,
  plainDate,
} from './index.ts'
import { anyCalendar, anyDay, anyHolidays, inventedCalendar } from './testing/calendars.ts'

const terms = (n: number, unit: LimitTerms['unit'], rest: Partial<LimitTerms> = {}): LimitTerms => ({
  n,
  unit,
  counted: 'after',
  roll: unit !== 'WD' && unit !== 'H',
  extend: [],
  ...rest,
})

function counted(of: LimitTerms, run: LimitRun, calendar = inventedCalendar([])): CountedLimit {
  const came = countLimit(of, run, calendar)
  if (!came.done) throw new Error(`refused: ${came.refusal.code}`)
  return came.value
}

const anyTerms: fc.Arbitrary<LimitTerms> = fc
  .tuple(fc.constantFrom('D', 'WD', 'M', 'Y'), fc.integer({ min: 1, max: 90 }), fc.boolean(), fc.boolean())
  .map(([unit, n, roll, half]) => {
    const size = unit === 'Y' ? Math.ceil(n / 20) : unit === 'M' ? Math.ceil(n / 4) + (half ? 0.5 : 0) : n
    return terms(size, unit, {
      roll,
      extend: [
        { n: size, unit },
        { n: null, unit: null },
      ],
    })
  })

/** Near the count, so that most of them meet it. */
const anyRun: fc.Arbitrary<{ from: LimitRun['from']; suspended: Period[] }> = fc
  .tuple(anyDay, fc.array(fc.tuple(fc.integer({ min: -20, max: 200 }), fc.integer({ min: 0, max: 30 })), { maxLength: 4 }))
  .map(([from, periods]) => ({
    from,
    suspended: periods.map(([after, n]): Period => [addDays(from, after), addDays(from, after + n)]),
  }))

describe('a limit', () => {
  it('does not count the day it starts on, and rolls once, last', () => {
    expect(counted(terms(15, 'D'), { from: plainDate('2026-11-06') }).dueOn).toBe('2026-11-23')
    expect(counted(terms(15, 'D', { roll: false }), { from: plainDate('2026-11-06') }).dueOn).toBe('2026-11-21')
  })

  it('in months ends on the corresponding day or the last of the month, half a month being 15 days', () => {
    expect(counted(terms(1, 'M', { roll: false }), { from: plainDate('2026-01-31') }).dueOn).toBe('2026-02-28')
    expect(counted(terms(2.5, 'M', { roll: false }), { from: plainDate('2026-01-10') }).dueOn).toBe('2026-03-25')
    expect(counted(terms(2.5, 'M', { counted: 'before' }), { from: plainDate('2026-03-15') }).dueOn).toBe('2025-12-31')
    expect(counted(terms(1, 'Y', { roll: false }), { from: plainDate('2024-02-29') }).dueOn).toBe('2025-02-28')
  })

  it('is extended from the end it has, not from the one it rolled to', () => {
    const rule = terms(30, 'D', { extend: [{ n: 30, unit: 'D' }] })
    // 30 days end on Saturday 2026-10-31.
    expect(counted(rule, { from: plainDate('2026-10-01') }).dueOn).toBe('2026-11-02')
    expect(counted(rule, { from: plainDate('2026-10-01'), extended: 1 }).endsOn).toBe('2026-11-30')
    const months = terms(3, 'M', { roll: false, extend: [{ n: 1, unit: 'M' }] })
    expect(counted(months, { from: plainDate('2026-11-30'), extended: 1 }).dueOn).toBe('2027-03-28')
  })

  it('takes a named day where a step has no number, and within the number where it has one', () => {
    const rule = terms(10, 'D', {
      roll: false,
      extend: [
        { n: 5, unit: 'D' },
        { n: null, unit: null },
      ],
    })
    const from = plainDate('2026-06-01')
    const to = (day: string, extended?: number) =>
      countLimit(rule, { from, extendedTo: plainDate(day), ...(extended && { extended }) }, inventedCalendar([]))
    expect(to('2026-06-14')).toMatchObject({ value: { dueOn: '2026-06-14' } })
    expect(to('2026-07-20')).toMatchObject({ value: { dueOn: '2026-07-20' } })
    expect(to('2026-07-20', 2)).toMatchObject({ value: { dueOn: '2026-07-20' } })
    expect(to('2026-07-20', 1)).toEqual({
      done: false,
      refusal: { code: 'extended-to-too-late', day: '2026-07-20', latest: '2026-06-16' },
    })
    expect(to('2026-06-11')).toMatchObject({ refusal: { code: 'extended-to-not-later' } })
    expect(countLimit(rule, { from, extended: 2 }, inventedCalendar([]))).toEqual({
      done: false,
      refusal: { code: 'needs-extended-to', step: 2 },
    })
    expect(countLimit(rule, { from, extended: 3 }, inventedCalendar([]))).toMatchObject({
      refusal: { code: 'no-such-extension', asked: 3, steps: 2 },
    })
  })

  it('runs no suspension that began after its end or ended before its start', () => {
    const rule = terms(10, 'D', { roll: false })
    const from = plainDate('2026-06-01')
    const due = (...suspended: [string, string][]) =>
      counted(rule, { from, suspended: suspended.map(([a, b]): Period => [plainDate(a), plainDate(b)]) }).dueOn
    expect(due(['2026-05-20', '2026-06-01'])).toBe('2026-06-11')
    expect(due(['2026-05-20', '2026-06-02'])).toBe('2026-06-12')
    expect(due(['2026-06-11', '2026-06-12'])).toBe('2026-06-13')
    expect(due(['2026-06-12', '2026-06-20'])).toBe('2026-06-11')
    // The second meets the count only because the first moved it on; days named twice count once.
    expect(due(['2026-06-05', '2026-06-07'], ['2026-06-13', '2026-06-13'], ['2026-06-06', '2026-06-06'])).toBe('2026-06-15')
  })

  it('in hours runs through nights and holidays and asks for the time of day', () => {
    const rule = terms(24, 'H')
    const calendar = inventedCalendar([plainDate('2026-10-01')])
    expect(counted(rule, { from: plainDate('2026-09-30'), at: '17:00' }, calendar)).toMatchObject({
      dueOn: '2026-10-01',
      dueAt: '2026-10-01T17:00',
    })
    expect(countLimit(rule, { from: plainDate('2026-09-30') }, calendar)).toMatchObject({
      refusal: { code: 'needs-time-of-day' },
    })
    expect(countLimit(rule, { from: plainDate('2026-09-30'), at: '17:00', extended: 1 }, calendar)).toMatchObject({
      refusal: { code: 'runs-on' },
    })
  })

  it('before an event leaves its whole number of working days between', () => {
    const before = fc.integer({ min: 0, max: 30 })
    fc.assert(
      fc.property(anyDay, before, anyCalendar, (from, n, calendar) => {
        const { dueOn } = counted(terms(n, 'WD', { counted: 'before' }), { from }, calendar)
        const between = Array.from({ length: daysBetween(dueOn, from) - 1 }, (_, k) => addDays(dueOn, k + 1))
        expect(between.filter(calendar.isWorkday)).toHaveLength(n)
        expect(calendar.isWorkday(dueOn)).toBe(true)
      }),
    )
  })

  it('with a window opens so long before its end, with a grace ends so long after', () => {
    const renewal = terms(0, 'D', { counted: 'before', opens: { n: 12, unit: 'M' }, grace: { n: 6, unit: 'M' } })
    expect(counted(renewal, { from: plainDate('2026-02-21') })).toMatchObject({
      opensOn: '2025-02-21',
      dueOn: '2026-02-21',
      graceEndsOn: '2026-08-21',
    })
  })
})

describe('whatever the limit', () => {
  it('its steps follow one another without gap and add up to the due day', () => {
    fc.assert(
      fc.property(anyTerms, anyRun, fc.integer({ min: 0, max: 1 }), anyCalendar, (rule, run, extended, calendar) => {
        const { dueOn, steps } = counted(rule, { ...run, extended }, calendar)
        const chain = steps.filter(({ kind }) => !['unused', 'window', 'grace'].includes(kind))
        expect(chain[0]).toEqual({ kind: 'start', from: run.from, to: run.from, days: 0 })
        chain.slice(1).forEach((step, n) => {
          expect(step.from).toBe(addDays(chain[n]!.to, 1))
          expect(step.days).toBe(daysBetween(step.from, step.to) + 1)
        })
        expect(chain.at(-1)!.to).toBe(dueOn)
        expect(
          addDays(
            run.from,
            chain.reduce((sum, { days }) => sum + days, 0),
          ),
        ).toBe(dueOn)
      }),
    )
  })

  it('counts as many working days as it has, none of them suspended', () => {
    fc.assert(
      fc.property(anyRun, fc.integer({ min: 1, max: 60 }), anyCalendar, (run, n, calendar) => {
        const { steps } = counted(terms(n, 'WD'), run, calendar)
        const days = steps
          .filter(({ kind }) => kind === 'counted')
          .flatMap(({ from, days: long }) => Array.from({ length: long }, (_, k) => addDays(from, k)))
        expect(days).toHaveLength(n)
        expect(days.every(calendar.isWorkday)).toBe(true)
        expect(days.some((day) => run.suspended.some(([a, b]) => a <= day && day <= b))).toBe(false)
      }),
    )
  })

  it('one suspension more never brings it forward', () => {
    fc.assert(
      fc.property(
        anyTerms,
        anyRun,
        fc.integer({ min: -10, max: 150 }),
        fc.nat({ max: 40 }),
        anyCalendar,
        (rule, run, at, long, calendar) => {
          const more: Period = [addDays(run.from, at), addDays(run.from, at + long)]
          const before = counted(rule, run, calendar).dueOn
          expect(counted(rule, { ...run, suspended: [...run.suspended, more] }, calendar).dueOn >= before).toBe(true)
        },
      ),
    )
  })

  it('agrees with counting on fingers, day by day', () => {
    fc.assert(
      fc.property(anyTerms, anyRun, anyCalendar, (rule, run, calendar) => {
        const suspended = (day: string) => run.suspended.some(([a, b]) => a <= day && day <= b)
        let day = run.from
        if (rule.unit === 'WD') {
          for (let left = rule.n; left > 0; ) {
            day = addDays(day, 1)
            if (calendar.isWorkday(day) && !suspended(day)) left--
          }
        } else {
          const months = rule.unit === 'Y' ? rule.n * 12 : Math.floor(rule.n)
          const plain = rule.unit === 'D' ? addDays(day, rule.n) : addMonths(day, months)
          let left = daysBetween(day, rule.unit === 'M' && rule.n % 1 ? addDays(plain, 15) : plain)
          while (left > 0) {
            day = addDays(day, 1)
            if (!suspended(day)) left--
          }
          while (rule.roll && !calendar.isWorkday(day)) day = addDays(day, 1)
        }
        expect(counted(rule, run, calendar).dueOn).toBe(day)
      }),
      { numRuns: 300 },
    )
  })

  it('suspended days named twice, or cut in two, count once', () => {
    fc.assert(
      fc.property(anyTerms, anyRun, anyCalendar, (rule, run, calendar) => {
        const cut = run.suspended.flatMap(([a, b]): Period[] => [
          [a, a],
          ...(a < b ? [[addDays(a, 1), b] as Period] : []),
          [a, b],
        ])
        expect(counted(rule, { ...run, suspended: cut }, calendar).dueOn).toBe(counted(rule, run, calendar).dueOn)
      }),
    )
  })

  it('a longer one is never due earlier', () => {
    fc.assert(
      fc.property(anyTerms, anyRun, anyCalendar, (rule, run, calendar) => {
        const longer = counted({ ...rule, n: rule.n + 1 }, run, calendar)
        expect(longer.dueOn >= counted(rule, run, calendar).dueOn).toBe(true)
      }),
    )
  })

  it('an extension, by number or to a day, never makes it earlier', () => {
    fc.assert(
      fc.property(anyTerms, anyRun, fc.integer({ min: 1, max: 400 }), anyCalendar, (rule, run, days, calendar) => {
        const plain = counted(rule, run, calendar)
        const extended = counted(rule, { ...run, extended: 1 }, calendar)
        expect(extended.dueOn >= plain.dueOn).toBe(true)
        const named = counted(rule, { ...run, extended: 2, extendedTo: addDays(extended.endsOn, days) }, calendar)
        expect(named.dueOn > extended.endsOn).toBe(true)
      }),
    )
  })

  it('one holiday more never brings it forward, and one before an event never puts the day off', () => {
    fc.assert(
      fc.property(anyTerms, anyRun, anyHolidays, fc.integer({ min: 0, max: 120 }), (rule, run, off, at) => {
        const [few, more] = [inventedCalendar(off), inventedCalendar([...off, addDays(run.from, at)])]
        expect(counted(rule, run, more).dueOn >= counted(rule, run, few).dueOn).toBe(true)
        const back = terms(7, 'WD', { counted: 'before' })
        const earlier = inventedCalendar([...off, addDays(run.from, -at)])
        expect(counted(back, { from: run.from }, earlier).dueOn <= counted(back, { from: run.from }, few).dueOn).toBe(true)
      }),
    )
  })

  it('is provisional exactly where a day that was looked at lies in a year without a notice', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), anyCalendar, (from, n, calendar) => {
        const { dueOn, provisional } = counted(terms(n, 'WD'), { from }, calendar)
        expect(provisional).toBe(dueOn >= '2027-01-01')
      }),
    )
  })
})
