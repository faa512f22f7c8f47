import { describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { shippedFees } from '../fee-catalogue.ts'
import { type Owner, reductionRate, reductionRequest, reductionRequestBy } from './reduction.ts'

const day = plainDate
const person = (monthlyIncome: number): Owner => ({ kind: 'individual', monthlyIncome })
const firm = (taxableIncome: number): Owner => ({ kind: 'enterprise', taxableIncome })
const school: Owner = { kind: 'institution' }
const rate = (on: string, ...owners: Owner[]) => {
  const came = reductionRate(owners, day(on), shippedFees())
  return came.done ? came.value.rate : came.refusal
}

describe('who pays less (专利收费减缴办法)', () => {
  it('one owner 85 %, two or more 70 %', () => {
    expect(rate('2026-01-05', person(4999))).toBe(0.85)
    expect(rate('2026-01-05', firm(999_999))).toBe(0.85)
    expect(rate('2026-01-05', school)).toBe(0.85)
    expect(rate('2026-01-05', person(0), firm(1), school)).toBe(0.7)
  })

  it('each owner must qualify (trap 20); the threshold itself is too much', () => {
    expect(rate('2026-01-05', school, person(5000))).toMatchObject({ code: 'owner-over-threshold', n: 2, threshold: 5000 })
    expect(rate('2026-01-05', firm(1_000_000))).toMatchObject({ code: 'owner-over-threshold', n: 1 })
  })

  it('before 2019-07-01 by the lower thresholds', () => {
    expect(rate('2019-06-30', person(3499))).toBe(0.85)
    expect(rate('2019-06-30', person(3500))).toMatchObject({ threshold: 3500 })
    expect(rate('2019-06-30', firm(300_000))).toMatchObject({ threshold: 300_000 })
    expect(rate('2019-07-01', person(3500))).toBe(0.85)
  })

  it('what the catalogue does not hold is not guessed', () => {
    expect(rate('2015-01-05', school)).toMatchObject({ code: 'reduction-unknown' })
    expect(rate('2026-01-05')).toMatchObject({ code: 'owner-missing' })
  })
})

describe('when to ask (缴费服务指南)', () => {
  it('two months and fifteen days before the fee is due (trap 106)', () => {
    expect(reductionRequestBy(day('2026-03-15'))).toBe('2025-12-31')
    expect(reductionRequest(day('2026-03-15'), day('2025-12-31'))).toBe('in-time')
    expect(reductionRequest(day('2026-03-15'), day('2026-01-01'))).toBe('late')
    expect(reductionRequest(day('2026-03-15'), day('2026-03-16'))).toBe('already-due')
  })
})
