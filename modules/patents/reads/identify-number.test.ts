import { expect, test } from 'vitest'
import { identifyNumber } from './identify-number.ts'

test('信用代码答信用代码，其余照号码规则', () => {
  expect(identifyNumber('91350211m0000xuf46')).toEqual({
    kind: 'credit-code',
    canonical: '91350211M0000XUF46',
    checkDigit: { given: '6', expected: 'R', valid: false },
    right: null,
    year: null,
  })
  expect(identifyNumber('91310115MA9BADTYPE1').kind).toBe('unknown')
  expect(identifyNumber('ZL 2016 1 0259567.X').canonical).toBe('ZL201610259567.X')
  expect(identifyNumber('12345678').kind).toBe('trademark-number')
})
