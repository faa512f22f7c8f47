import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '#kernel/time'
import { believedUntil, nextChange, type StatusFact, statusOn, statusSpans, termEnd } from './status.ts'

const day = plainDate
const invention = { right: 'invention', filedOn: day('2010-03-15'), grantedOn: day('2013-05-08') } as const
const fact = (on: string, word: string, rank = 20): StatusFact => ({ on: day(on), word, rank })
const at = (on: string, facts: StatusFact[], bibliography: Parameters<typeof statusSpans>[0] = invention) =>
  statusOn(statusSpans(bibliography, facts), day(on)).status

describe('status on a day', () => {
  it.each([
    ['before filing nothing is known', '2010-03-14', [], 'unknown'],
    ['filed and not yet granted', '2012-01-01', [], 'pending'],
    ['granted', '2013-05-08', [], 'in-force'],
    ['believed to the end of the next grace period', '2014-09-14', [], 'in-force'],
    ['not beyond it: nobody said so', '2014-09-15', [], 'unknown'],
    ['said to be in force in 2020', '2020-08-25', [fact('2020-08-25', '有权')], 'in-force'],
    ['which lasts to 2021-09-14', '2021-09-14', [fact('2020-08-25', '有权')], 'in-force'],
    ['and not longer', '2021-09-15', [fact('2020-08-25', '有权')], 'unknown'],
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
    fc.assert(
      fc.property(facts, fc.boolean(), (given, granted) => {
        const spans = statusSpans({ ...invention, grantedOn: granted ? invention.grantedOn : null }, given)
        const days = spans.map((span) => span.from)
        expect(days).toEqual([...new Set(days)].sort())
        expect(statusSpans({ ...invention, grantedOn: granted ? invention.grantedOn : null }, [...given].reverse())).toEqual(
          spans,
        )
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
    expect(believedUntil(day('2010-03-15'), day('2015-03-15'))).toBe('2016-09-15')
    expect(believedUntil(day('2010-03-15'), day('2015-03-14'))).toBe('2015-09-15')
  })
})
