import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '#kernel/time'
import { builtInFormat, formatOfCode } from './number-format.ts'
import { isoDayText, numberText, plainNumber } from './number-text.ts'

const day = { shows: 'day' } as const

describe('numbers as a person reads them', () => {
  test.each([
    [201610259567.1, '201610259567.1'],
    [2.01610259567e11, '201610259567'],
    [1e20, '100000000000000000000'],
    [1e22, '10000000000000000000000'],
    [0.1 + 0.2, '0.3'],
    [1.5e-7, '0.00000015'],
    [-2e-9, '-0.000000002'],
    [-0, '0'],
    [45000, '45000'],
  ])('%d', (value, text) => expect(plainNumber(value)).toBe(text))

  test('no number ever shows an exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => /^-?\d+(\.\d+)?$/.test(plainNumber(value))),
    )
  })

  test.each([
    [0.85, '0%', '85%'],
    [0.07, '0.00%', '7%'],
    [12345, '00000000', '00012345'],
    [1.5, '[h]:mm', '36:00'],
    [0.25, 'General', '0.25'],
    [1234.5, '#,##0.00_);[Red]\\(#,##0.00\\)', '1234.5'],
    [12000, '0.00E+00', '12000'],
    [3, '0"台"', '3'],
  ])('%d in the format %s', (value, code, text) => expect(numberText(value, formatOfCode(code), false)).toBe(text))
})

describe('days', () => {
  test.each([
    'yyyy-mm-dd',
    'yyyy"年"m"月"d"日"',
    'yyyy年m月d日',
    '[$-804]yyyy"年"m"月";@',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'm/d/yy h:mm',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'e-m-d',
    '上午/下午h"时"mm"分"',
    'mm:ss',
  ])('%s is a day or time', (code) => expect(formatOfCode(code).shows).toBe('day'))

  test.each(['General', '@', '0', '#,##0', '"day" 0', '\\d0', '[Red]0.0', 'G/通用格式', '0_d', '¥#,##0', '# ?/?'])(
    '%s is none',
    (code) => expect(formatOfCode(code).shows).toBe('number'),
  )

  test('formats known by number only, the Chinese ones among them', () => {
    const days = Array.from({ length: 60 }, (_, id) => id).filter((id) => builtInFormat(id).shows === 'day')
    expect(days).toEqual([
      14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
    ])
  })

  test('every day from 1900 is read back from its serial, with the 1900 and the 1904 count', () => {
    const from1904 = plainDate('1904-01-01')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const wanted = addDays(from1904, days + 1)
        expect(numberText(daysBetween(from1904, wanted), day, true)).toBe(wanted)
        expect(numberText(daysBetween(plainDate('1899-12-30'), wanted), day, false)).toBe(wanted)
      }),
    )
  })

  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [43895.604861, '2020-03-05 14:31'],
    [43895.99999999, '2020-03-06'],
    [0.5, '12:00'],
    [-3, '-3'],
    [3_000_000, '3000000'],
  ])('serial %d', (serial, text) => expect(numberText(serial, day, false)).toBe(text))

  test('days written in ISO form', () => {
    expect(['2020-03-05', '2020-03-05T00:00:00', '2020-03-05T14:31:07.000', '无'].map(isoDayText)).toEqual([
      '2020-03-05',
      '2020-03-05',
      '2020-03-05 14:31',
      '无',
    ])
  })
})
