import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkDigit, supplyCheckDigit } from './numbers.ts'
import { misprintOf } from './numbers-misprint.ts'

test.each([
  ['201899000012.5', '2018990000125'],
  ['CN201899000012.5', '2018990000125'],
  ['ZL 2018 9 9000012．5', '2018990000125'],
  ['申请号：201899000012.5', '2018990000125'],
  ['ZL20101061327.6', '201010613276'],
  ['CN202310123456A', '202310123456A'],
])('%s is known again as %s', (text, again) => {
  expect(misprintOf(text)).toBe(again)
})

test.each(['201899000012.3', '201899000012', 'ZL20102058××××.2', 'ZL20102058XXXX.2', '****11671741.3', 'ZL9.6', '无', ''])(
  '%j is right, or too little of it is legible',
  (text) => {
    expect(misprintOf(text)).toBeNull()
  },
)

test('of all check digits of a number exactly the right one is no misprint', () => {
  const body = fc
    .tuple(fc.integer({ min: 2004, max: 2030 }), fc.constantFrom(1, 2, 3), fc.integer({ min: 0, max: 9_999_999 }))
    .map(([year, type, serial]) => `${year}${type}${String(serial).padStart(7, '0')}`)
  fc.assert(
    fc.property(body, fc.constantFrom(...'0123456789X'), (digits, given) => {
      expect(misprintOf(`CN${digits}.${given}`)).toBe(given === checkDigit(digits) ? null : digits + given)
      expect(misprintOf(supplyCheckDigit(digits))).toBeNull()
    }),
  )
})
