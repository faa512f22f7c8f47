import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, fen, formatWan, formatYuan, inYuan, readMoney, share, yuan } from './index.ts'

describe('money', () => {
  it.each([
    ['1,234.50', 123450],
    ['￥900元', 90000],
    ['3万元', 3000000],
    ['1.5万', 1500000],
    ['-0.01', -1],
    ['０', 0],
  ])('reads %s', (text, expected) => {
    expect(readMoney(text)).toBe(expected)
  })

  it.each(['', '1.234', '万', '1e3', '12,5x', '99999999999999999999'])('does not read %s', (text) => {
    expect(readMoney(text)).toBeNull()
  })

  it('is written as it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
        expect(readMoney(formatYuan(fen(amount)))).toBe(amount)
      }),
    )
  })

  it('is shared with halves going up, and the parts of a whole never lose a fen in all', () => {
    expect(share(fen(90000), 15, 100)).toBe(13500)
    expect(share(fen(5), 1, 2)).toBe(3)
    expect(share(fen(-5), 1, 2)).toBe(-3)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 100 }), (amount, percent) => {
        const [part, rest] = [share(fen(amount), percent, 100), share(fen(amount), 100 - percent, 100)]
        expect(Math.abs(add(part, rest) - amount)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('counts yuan exactly and prints 万元 with two decimals', () => {
    expect(yuan(1.005)).toBe(101)
    expect(yuan(0.1 + 0.2)).toBe(30)
    expect(inYuan(fen(13550))).toBe(135.5)
    expect(formatWan(yuan(550000))).toBe('55.00')
    expect(formatWan(yuan(-12345.67))).toBe('-1.23')
  })
})
