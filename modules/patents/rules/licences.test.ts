import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '#kernel/time'
import { licencesOf, licensedOn } from './licences.ts'

const day = plainDate

describe('licences that sources tell (许可)', () => {
  it('an open licence in use names its licensees; one that names nobody licenses nobody', () => {
    expect(
      licencesOf([
        { openLicences: [{ from: day('2025-01-01'), to: day('2025-12-31'), licensees: ['演示甲厂', '演示乙厂'] }] },
        { openLicences: [{ from: day('2026-01-01') }] },
      ]),
    ).toEqual([
      { name: '演示甲厂', from: '2025-01-01', to: '2025-12-31' },
      { name: '演示乙厂', from: '2025-01-01', to: '2025-12-31' },
    ])
  })

  it('a contract on record holds from its announcement to its cancellation', () => {
    const text = '合同备案号:2011990000001 让与人:演示公司 受让人:演示甲厂 许可种类:普通许可'
    const made = { on: day('2011-05-04'), word: '专利实施许可合同备案的生效', text }
    const ended = { on: day('2015-08-12'), word: '专利实施许可合同备案的注销', text }
    expect(licencesOf([{ events: [made] }])).toEqual([{ name: '演示甲厂', from: '2011-05-04', to: null }])
    expect(licencesOf([{ events: [ended] }, { events: [made] }])).toEqual([
      { name: '演示甲厂', from: '2011-05-04', to: '2015-08-12' },
    ])
    // An assignment has a 受让人 too, who is no licensee.
    expect(licencesOf([{ events: [{ word: '专利权的转移', text: '受让人:演示乙厂' }] }])).toEqual([])
  })

  it('a database’s list of licensees is taken with its day where it names one alone, and once', () => {
    const extra = { 被许可人: '演示甲厂', 当前被许可人: '演示甲厂', 许可合同备案日期: '2018-03-01' }
    expect(licencesOf([{ extra }, { extra }])).toEqual([{ name: '演示甲厂', from: '2018-03-01', to: null }])
    expect(licencesOf([{ extra: { 被许可人: '演示甲厂; 演示乙厂', 许可生效日: '2018-03-01' } }])).toEqual([
      { name: '演示甲厂', from: null, to: null },
      { name: '演示乙厂', from: null, to: null },
    ])
  })

  it('a licence is in use on its first and last day and on none beside them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 3000 }), (start, length) => {
        const from = addDays(day('2000-01-01'), start)
        const to = addDays(from, length)
        const licence = { name: '演示甲厂', from, to }
        expect([addDays(from, -1), from, to, addDays(to, 1)].map((one) => licensedOn(licence, one))).toEqual([
          false,
          true,
          true,
          false,
        ])
      }),
    )
  })
})
