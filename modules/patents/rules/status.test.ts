import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addYears, plainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import type { Payment } from './fields.ts'
import { believedThrough, nextChange, type StatusFact, statusOn, statusSpans } from './status.ts'
import { patentYear, termEnd } from './terms.ts'

const day = plainDate
const invention = { right: 'invention', filedOn: day('2010-03-15'), grantedOn: day('2013-05-08') } as const
const fact = (on: string, word: string, rank = 20): StatusFact => ({ on: day(on), word, rank })
const calendar = shippedCalendar()
const paid = (year: Payment['year'], on: string): Payment => ({ year, on: day(on) })
const spansOf = (
  facts: readonly StatusFact[],
  payments: readonly Payment[] = [],
  bibliography: Parameters<typeof statusSpans>[0] = invention,
) => statusSpans(bibliography, facts, { calendar, payments })
const at = (on: string, facts: StatusFact[], bibliography: Parameters<typeof statusSpans>[0] = invention) =>
  statusOn(spansOf(facts, [], bibliography), day(on)).status

describe('status on a day', () => {
  it.each([
    ['before filing nothing is known', '2010-03-14', [], 'unknown'],
    ['filed and not yet granted', '2012-01-01', [], 'pending'],
    ['granted', '2013-05-08', [], 'in-force'],
    ['believed to the last day of the next grace', '2014-09-15', [], 'in-force'],
    ['not beyond it: nobody said so', '2014-09-16', [], 'unknown'],
    ['said to be in force in 2020', '2020-08-25', [fact('2020-08-25', '有权')], 'in-force'],
    ['which lasts to 2021-09-15', '2021-09-15', [fact('2020-08-25', '有权')], 'in-force'],
    ['and not longer', '2021-09-16', [fact('2020-08-25', '有权')], 'unknown'],
    ['and all the while before, since it was granted', '2017-01-01', [fact('2020-08-25', '有权')], 'in-force'],
    ['not before where it was restored', '2017-01-01', [fact('2020-08-25', '权利恢复')], 'unknown'],
    ['lapsed for unpaid fees', '2016-01-01', [fact('2015-03-15', '未缴年费专利权终止')], 'lapsed'],
    ['restored', '2016-06-01', [fact('2015-03-15', '未缴年费专利权终止'), fact('2016-05-01', '权利恢复')], 'in-force'],
    ['an end without a ground is no lapse', '2016-01-01', [fact('2015-03-15', '失效')], 'unknown'],
    ['the term’s end ends it', '2030-03-15', [fact('2029-08-25', '有权')], 'expired'],
    [
      'of one day the better source',
      '2016-01-01',
      [fact('2015-03-15', '有权', 30), fact('2015-03-15', '未缴年费专利权终止', 10)],
      'lapsed',
    ],
    ['a later publication does not reopen', '2013-06-01', [fact('2013-06-01', '公开')], 'in-force'],
    ['words that say nothing change nothing', '2014-01-01', [fact('2013-12-01', '专利权质押合同登记的生效')], 'in-force'],
  ] as const)('%s', (_, on, facts, expected) => {
    expect(at(on, [...facts])).toBe(expected)
  })

  it('without any word about it a right is unknown, never in force', () => {
    expect(at('2020-01-01', [], { ...invention, grantedOn: null })).toBe('unknown')
  })

  it('an application refused stays refused', () => {
    expect(at('2020-01-01', [fact('2012-06-01', '发明专利申请公布后的驳回')], { ...invention, grantedOn: null })).toBe('rejected')
  })

  it('spans are in order, and a status is found on every later day', () => {
    const words = fc.constantFrom(
      '授权',
      '有权',
      '失效',
      '未缴年费专利权终止',
      '权利恢复',
      '公开',
      '专利权有效期届满',
      '不知所云',
    )
    const facts = fc.array(
      fc.record({
        on: fc.integer({ min: 0, max: 9000 }).map((n) => addDays(day('2010-03-15'), n)),
        word: words,
        rank: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 6 },
    )
    const payments = fc.array(
      fc.record({
        on: fc.integer({ min: 0, max: 9000 }).map((n) => addDays(day('2010-03-15'), n)),
        year: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(facts, payments, fc.boolean(), (given, bought, granted) => {
        const bibliography = { ...invention, grantedOn: granted ? invention.grantedOn : null }
        const spans = spansOf(given, bought, bibliography)
        const days = spans.map((span) => span.from)
        expect(days).toEqual([...new Set(days)].sort())
        expect(spansOf([...given].reverse(), [...bought].reverse(), bibliography)).toEqual(spans)
        // No gap: from the first span on every day has a status with its reason, and the last day of the term is past.
        for (const span of spans) expect(statusOn(spans, addDays(span.from, 1)).because).not.toBeNull()
        expect(statusOn(spans, day('2060-01-01')).status).not.toMatch(/^in-/)
        for (const span of spans) expect(statusOn(spans, span.from).status).toBe(span.status)
        for (const [index, span] of spans.entries()) expect(nextChange(spans, span.from)).toBe(spans[index + 1]?.from ?? null)
      }),
    )
  })
})

describe('terms (专利法 第四十二条)', () => {
  it.each([
    ['invention', '2010-03-15', '2030-03-15'],
    ['utility-model', '2012-02-29', '2022-02-28'],
    ['design', '2021-05-31', '2031-05-31'],
    ['design', '2021-06-01', '2036-06-01'],
  ] as const)('%s filed %s ends %s', (right, filedOn, expected) => {
    expect(termEnd({ right, filedOn: day(filedOn) })?.on).toBe(expected)
  })

  it('a word on the due day itself counts for the year that begins', () => {
    expect(believedThrough(day('2010-03-15'), day('2015-03-15'), calendar)).toBe('2016-09-18')
    expect(believedThrough(day('2010-03-15'), day('2015-03-14'), calendar)).toBe('2015-09-15')
  })

  it('a patent year begins on the anniversary', () => {
    expect(patentYear(day('2010-03-15'), day('2011-03-14'))).toBe(1)
    expect(patentYear(day('2010-03-15'), day('2011-03-15'))).toBe(2)
    expect(patentYear(day('2012-02-29'), day('2013-02-28'))).toBe(2)
    expect(patentYear(day('2012-02-29'), day('2012-02-28'))).toBe(0)
  })
})

describe('a lapse goes back to its due day (专利法实施细则 第一百一十五条, trap 17)', () => {
  it('and an announcement that names the day of the end is remembered with its own', () => {
    const announced = { ...fact('2021-03-15', '专利权的终止（未缴年费专利权终止）'), toldOn: day('2022-05-10') }
    expect(spansOf([announced], [paid(11, '2020-03-01')]).at(-1)).toMatchObject({
      from: '2021-03-15',
      status: 'lapsed',
      toldOn: '2022-05-10',
    })
  })

  const unpaid = '未缴年费专利权终止'
  it('where only one annuity can have been missed', () => {
    const spans = spansOf([fact('2020-10-08', '有权'), fact('2021-12-07', unpaid)])
    expect(spans.at(-1)).toEqual({ from: '2021-03-15', status: 'lapsed', because: `said:${unpaid}`, toldOn: '2021-12-07' })
    expect(statusOn(spans, day('2021-03-14')).status).toBe('in-force')
  })

  it('even to before a word that the right was alive, said while grace ran', () => {
    expect(at('2020-03-15', [fact('2020-08-25', '有权'), fact('2020-12-07', unpaid)])).toBe('lapsed')
  })

  it('to no day that is certain where several can: it is over at the last, and unknown from the first', () => {
    const spans = spansOf([fact('2020-08-25', unpaid)])
    const on = (text: string) => statusOn(spans, day(text))
    expect(on('2014-03-14').status).toBe('in-force')
    expect(on('2014-03-15')).toEqual({ status: 'unknown', because: 'lapse-day-unknown' })
    expect(on('2019-03-14').status).toBe('unknown')
    expect(on('2019-03-15').status).toBe('lapsed')
  })

  it('not before an annuity that was paid', () => {
    const spans = spansOf([fact('2020-08-25', unpaid)], [paid(9, '2018-03-01')])
    expect(spans.at(-1)).toMatchObject({ from: '2019-03-15', status: 'lapsed' })
    expect(statusOn(spans, day('2019-03-14')).status).toBe('in-force')
  })

  it('whoever repeats it later does not move it', () => {
    const spans = spansOf([fact('2015-03-15', unpaid), fact('2020-08-25', unpaid), fact('2020-09-25', '无权')])
    expect(spans.at(-1)).toMatchObject({ from: '2015-03-15', status: 'lapsed' })
  })
})

describe('payments', () => {
  it('of a year carry the right to the grace of the next', () => {
    const spans = spansOf([], [paid(5, '2014-03-01')])
    expect(statusOn(spans, day('2015-09-15')).status).toBe('in-force')
    expect(statusOn(spans, day('2015-09-16'))).toEqual({ status: 'unknown', because: 'not-confirmed-since' })
  })

  it('in advance reach further than a later word', () => {
    const spans = spansOf([fact('2014-02-01', '有权')], [paid(5, '2014-01-10')])
    expect(statusOn(spans, day('2015-09-15')).status).toBe('in-force')
  })

  it('after grace bring nothing back, and a word that it was restored does', () => {
    const late = paid(5, '2014-10-20')
    expect(statusOn(spansOf([], [late]), day('2014-11-01')).status).toBe('unknown')
    expect(statusOn(spansOf([fact('2015-01-05', '权利的恢复')], [late]), day('2015-02-01')).status).toBe('in-force')
  })

  it('within grace end it', () => {
    const waiting = fact('2014-06-01', '等年费滞纳金')
    const spans = spansOf([waiting], [paid(5, '2014-07-01')])
    const on = (text: string) => statusOn(spans, day(text)).status
    // 2014-03-15 is a Saturday.
    expect([on('2014-03-17'), on('2014-03-18'), on('2014-06-30'), on('2014-07-01')]).toEqual([
      'in-force',
      'in-grace',
      'in-grace',
      'in-force',
    ])
    expect(statusOn(spansOf([waiting]), day('2014-09-15')).status).toBe('in-grace')
    expect(statusOn(spansOf([waiting]), day('2014-09-16'))).toEqual({ status: 'unknown', because: 'grace-over:等年费滞纳金' })
  })

  it('of a compensated term carry the right over the twenty years, want of them leaves it unknown', () => {
    const compensated = { ...invention, compensatedUntil: day('2032-08-15') }
    const said = [fact('2029-08-25', '有权')]
    expect(statusOn(spansOf(said, [paid('compensation', '2030-03-01')], compensated), day('2032-08-14')).status).toBe('in-force')
    expect(statusOn(spansOf(said, [paid('compensation', '2030-03-15')], compensated), day('2031-01-01'))).toEqual({
      status: 'unknown',
      because: 'compensation-unpaid',
    })
    expect(statusOn(spansOf(said, [], compensated), day('2032-08-15')).status).toBe('expired')
  })
})

describe('a term that ended', () => {
  it('was paid for to its end where a source says that it expired', () => {
    const spans = spansOf([fact('2030-08-25', '期限届满')])
    expect(statusOn(spans, day('2029-01-01')).status).toBe('in-force')
    expect(spans.at(-1)).toEqual({ from: '2030-03-15', status: 'expired', because: 'said:期限届满', toldOn: '2030-08-25' })
  })

  it('ends a right that was paid for', () => {
    expect(spansOf([], [paid(20, '2029-03-01')]).at(-1)).toMatchObject({ from: '2030-03-15', status: 'expired' })
  })
})

it('a later payment of a year never shortens what the register believes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 19 }), fc.integer({ min: -300, max: 180 }), (year, late) => {
      const nominal = addYears(invention.filedOn, year - 1)
      const on = addDays(nominal, late)
      const spans = spansOf([fact(addDays(nominal, -310), '有权')], [{ year, on }])
      expect(statusOn(spans, addYears(nominal, 1)).status).toBe('in-force')
    }),
  )
})
