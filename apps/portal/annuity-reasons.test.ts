import { expect, test } from 'vitest'
import { plainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import { compensationAnnuity, shippedFees } from '#modules/patents'
import { compensationBasis, reasonedAnnuity } from './annuity-reasons.ts'

const request = { right: 'invention', filedOn: plainDate('2013-03-09'), grantedOn: plainDate('2016-05-04'), year: 12 } as const

test('each number has the article that belongs to it', () => {
  const reasoned = reasonedAnnuity(
    { ...request, reduction: 0.85, paidOn: plainDate('2024-06-20') },
    shippedFees(),
    shippedCalendar(),
  )
  expect(reasoned?.nominal).toBe('2024-03-09')
  expect(reasoned?.answer).toMatchObject({ dueOn: '2024-03-11', payable: 600, lateFee: 600, total: 1200 })
  expect(reasoned?.basis).toEqual({
    days: '专利法实施细则 第五条、第一百一十五条',
    fee: '专利法 第四十三条；专利收费标准',
    reduction: '财税〔2018〕37号',
    late: '专利审查指南 第五部分第九章',
    term: '专利法 第四十二条第一款',
  })
})

test('what was not asked for has no article', () => {
  const reasoned = reasonedAnnuity(request, shippedFees(), shippedCalendar())
  expect(reasoned?.basis).toMatchObject({ reduction: null, late: null })
  expect(reasonedAnnuity({ ...request, year: 30 }, shippedFees(), shippedCalendar())).toBeNull()
})

test('of an open licence and a reduction the better one is taken, with its own article', () => {
  const late = { ...request, year: 13, openLicence: [plainDate('2025-01-01'), plainDate('2025-12-31')] } as const
  const reasoned = (more: object) => reasonedAnnuity({ ...late, ...more }, shippedFees(), shippedCalendar())
  expect(reasoned({})).toMatchObject({
    answer: { fee: 6000, payable: 5100 },
    reduced: { by: 'open-licence', percent: 15 },
    basis: { reduction: '财税〔2024〕23号；国家知识产权局公告第594号' },
  })
  expect(reasoned({ reduction: 0.7 })).toMatchObject({ reduced: { by: 'reduction', percent: 70 } })
  expect(reasoned({ openLicence: [plainDate('2025-03-10'), plainDate('2025-12-31')] })).toMatchObject({ reduced: null })
})

test('each number of a compensated term has its article', () => {
  const came = compensationAnnuity({ filedOn: request.filedOn, compensatedUntil: plainDate('2035-06-01') }, shippedFees())
  expect(came.done && compensationBasis(came.value)).toEqual({
    term: '专利法 第四十二条',
    fee: '财税〔2024〕23号；国家知识产权局公告第594号',
    days: '缴费服务指南（2026年）',
  })
})
