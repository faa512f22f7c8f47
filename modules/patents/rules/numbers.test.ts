import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  applicationBody,
  checkDigit,
  groupNumber,
  isGrantNumber,
  publicationKey,
  readNumber,
  rightOf,
  supplyCheckDigit,
} from './numbers.ts'

const real = new URL('../../../../shared/data/appno/application_numbers_400.csv', import.meta.url)
const wild = new URL('../../../../shared/data/appno/numbers_seen_in_the_wild_part1.csv', import.meta.url)
const unknown = { kind: 'unknown', canonical: null, checkDigit: null, right: null, year: null }

describe('校验位', () => {
  test.each([
    ['88201465', 'X'],
    ['95115608', 'X'],
    ['97101765', '4'],
    ['200520015978', '1'],
    ['200820185283', '1'],
    ['201020643383', '1'],
    ['201020507767', '0'],
    ['201480032484', '6'],
    ['201610259567', 'X'],
    ['201710601862', '3'],
  ])('%s → %s', (body, digit) => {
    expect(checkDigit(body)).toBe(digit)
  })

  test('不是 8 位或 12 位的，是程序错误', () => {
    expect(() => checkDigit('2016102595')).toThrow(RangeError)
  })
})

describe('申请号与专利号', () => {
  test.each([
    '201610259567.X',
    'CN201610259567.X',
    'CN 201610259567.x',
    '２０１６１０２５９５６７．Ｘ',
    '201610259567X',
    '201610259567-X',
    '201610259567。X',
    '2016 1 0259567.X',
    '2016102\n59567.X',
    '申请号：201610259567.X',
    '专利申请号:CN201610259567.X。',
    '申请（专利）号 201610259567.X',
    '\ufeff201610259567.X\u200b',
    '\u202e201610259567.X\u202c',
    '\u2066申请号：\u2069201610259567.X',
  ])('%j 是申请号 201610259567.X', (text) => {
    expect(readNumber(text)).toEqual({
      kind: 'application-number',
      canonical: '201610259567.X',
      checkDigit: { given: 'X', expected: 'X', valid: true },
      right: 'invention',
      year: 2016,
    })
  })

  test.each([
    'zl201610259567.x',
    'ZL 2016 1 0259567.X',
    'ZL201610259567X',
    'ＺＬ２０１６１０２５９５６７．Ｘ',
    '专利号：ZL 201610259567.X',
    '发明专利（专利号ZL201610259567.X）',
    'CN ZL201610259567.X',
    'Patent No. ZL201610259567.X',
  ])('%j 是专利号 ZL201610259567.X', (text) => {
    expect(readNumber(text)).toMatchObject({ kind: 'patent-number', canonical: 'ZL201610259567.X', checkDigit: { valid: true } })
  })

  test('错的校验位照原样保留，并说出应有的', () => {
    expect(readNumber('201710601863.3')).toMatchObject({
      canonical: '201710601863.3',
      checkDigit: { given: '3', expected: '8', valid: false },
    })
    expect(readNumber('ZL201610259567.0')).toMatchObject({ canonical: 'ZL201610259567.0', checkDigit: { valid: false } })
  })

  test('缺校验位的补出', () => {
    for (const text of ['201610259567', 'CN201610259567', '102016000259567'])
      expect(readNumber(text)).toMatchObject({
        kind: 'application-number',
        canonical: '201610259567.X',
        checkDigit: { given: null, expected: 'X', valid: null },
      })
  })

  test('年份和种类：2003 年 10 月前后，PCT 的 8 和 9', () => {
    expect(readNumber('88201465.X')).toMatchObject({ right: 'utility-model', year: 1988 })
    expect(readNumber('CN02268831.5')).toMatchObject({ right: 'utility-model', year: 2002 })
    expect(readNumber('201480032484.6')).toMatchObject({ right: 'invention', year: 2014 })
    expect(readNumber(supplyCheckDigit('201590000123'))).toMatchObject({ right: 'utility-model', year: 2015 })
    expect(readNumber(supplyCheckDigit('201730033448'))).toMatchObject({ right: 'design', year: 2017 })
    expect(readNumber(supplyCheckDigit('00803829'))).toMatchObject({ right: 'invention', year: 2000 })
  })

  test('数据包的标准形式', () => {
    expect(applicationBody('102021000991218')).toBe(applicationBody('202110991218.8'))
    expect(applicationBody('201988000001465')).toBe('88201465')
    expect(applicationBody('202003000102636')).toBe('200320102636')
    expect(applicationBody('101988000123456')).toBeNull()
  })

  test('旧号缺点：校验位相符才是申请号', () => {
    expect(readNumber('883007835')).toMatchObject({ kind: 'application-number', canonical: '88300783.5' })
    expect(readNumber('CN883007835')).toMatchObject({ kind: 'application-number', canonical: '88300783.5' })
    expect(readNumber('95115608x')).toMatchObject({ kind: 'application-number', canonical: '95115608.X' })
    expect(readNumber('113783949')).toMatchObject({ kind: 'publication-number', canonical: 'CN113783949', checkDigit: null })
    expect(readNumber('883007834')).toMatchObject({ kind: 'publication-number' })
    expect(readNumber('CN883007834')).toMatchObject({ kind: 'application-number', checkDigit: { valid: false } })
  })

  test('八位数字是商标号，除非 CN、ZL 或点另有说明', () => {
    expect(readNumber('86108023')).toMatchObject({ kind: 'trademark-number', canonical: '86108023' })
    expect(readNumber('CN86108023')).toMatchObject({ kind: 'application-number', checkDigit: { given: null, valid: null } })
    expect(readNumber('ZL86108023')).toMatchObject({ kind: 'patent-number' })
    expect(readNumber('专利号：86108023')).toMatchObject({ kind: 'application-number' })
    expect(applicationBody('86108023')).toBe('86108023')
  })

  test.each([
    '',
    '   ',
    'ZL',
    'CN',
    'ZL20101061327.6',
    'ZL9.6',
    '****11671741.3',
    'ZL20102058××××.2',
    'ZL20102058XXXX.2',
    'CN202310123456A',
    'CN 201821578957 U',
    'CN202310123456.7A',
    'CN86108023A',
    '201510259567.X 201610259567.X',
    '200210259567.X',
    '201640259567',
    '20161025956.7X',
    'US-11355780-B2',
    'WO2014166440A1',
    'PCT/CN2014/076543',
    'CN409417194B',
    'CN1094171944B',
    '无',
    'CN104671642A501',
  ])('%j 认不出', (text) => {
    expect(readNumber(text)).toEqual(unknown)
    expect(applicationBody(text)).toBeNull()
  })

  test('一格一兆字也只是认不出', () => {
    expect(readNumber('专利号'.repeat(400_000))).toEqual(unknown)
    expect(readNumber('1'.repeat(1_000_000))).toEqual(unknown)
  })
})

describe('公开号、公告号', () => {
  test.each([
    ['CN-109417194-B', 'CN109417194B', 'invention'],
    ['CN 116455754 B', 'CN116455754B', 'invention'],
    ['cn109417194b', 'CN109417194B', 'invention'],
    ['109417194B', 'CN109417194B', 'invention'],
    ['授权公告号：CN 109417194 B', 'CN109417194B', 'invention'],
    ['公开（公告）号 CN109417194Ａ', 'CN109417194A', 'invention'],
    ['CN100333628C', 'CN100333628C', 'invention'],
    ['CN1030000A', 'CN1030000A', 'invention'],
    ['CN1012345B', 'CN1012345B', 'invention'],
    ['CN2012345U', 'CN2012345U', 'utility-model'],
    ['CN2810109Y', 'CN2810109Y', 'utility-model'],
    ['CN2810109', 'CN2810109', 'utility-model'],
    ['CN200938735Y', 'CN200938735Y', 'utility-model'],
    ['CN201601818U', 'CN201601818U', 'utility-model'],
    ['CN3522932D', 'CN3522932D', 'design'],
    ['CN304218960S', 'CN304218960S', 'design'],
    ['CN109417194B1', 'CN109417194B1', 'invention'],
    ['113783949', 'CN113783949', 'invention'],
    ['CN209417194B', 'CN209417194B', null],
  ])('%s → %s %s', (text, canonical, right) => {
    expect(readNumber(text)).toEqual({ kind: 'publication-number', canonical, checkDigit: null, right, year: null })
    expect(publicationKey(text)).toBe(canonical)
  })

  test('在公开号一栏里，外国号和 1988 年以前的八位号也能相认', () => {
    expect(publicationKey('US-11355780-B2')).toBe('US11355780B2')
    expect(publicationKey('WO 2014/166440 A1')).toBe('WO2014166440A1')
    expect(publicationKey('CN-86108023-A')).toBe('CN86108023A')
    expect(publicationKey('CN109417194 (A)')).toBe('CN109417194A')
    expect(publicationKey('CN104671642A501')).toBe('CN104671642A501')
    expect(publicationKey('CN202310123456A')).toBeNull()
    expect(publicationKey('一种清真食品包装盒')).toBeNull()
    expect(publicationKey('ZL201610259567.X')).toBeNull()
  })
})

test.each([
  ['CN116000001A', '2023-06-20', false],
  ['CN116000001B', undefined, true],
  ['CN-109417194-B', '2022-03-01', true],
  ['CN219000001U', undefined, true],
  ['CN304218960S', undefined, true],
  ['CN100333628C', undefined, true],
  ['CN2810109Y', undefined, true],
  ['CN1012345B', '1991-05-01', false],
  ['CN2012345U', '1988-05-01', false],
  ['CN2810109', '2006-08-23', true],
  ['CN2012345', '1988-05-01', null],
  ['CN201601818', undefined, true],
  ['CN109417194', '2022-03-01', null],
  ['US11355780B2', '2022-06-07', null],
  ['201610259567.X', undefined, null],
])('%s（%s）是不是授权公告：%s', (number, on, grant) => {
  expect(isGrantNumber(number, on)).toBe(grant)
})

test('号码说出的专利类型；八位旧号不必有前缀', () => {
  expect(rightOf('86108023')).toBe('invention')
  expect(rightOf('CN202320000003.3')).toBe('utility-model')
  expect(rightOf('CN304218960S')).toBe('design')
  expect(rightOf('US11355780B2')).toBeNull()
})

describe('商标号', () => {
  test.each([
    ['12345678', '12345678'],
    ['1234567', '1234567'],
    ['第12345678号', '12345678'],
    ['商标注册号：53453', '53453'],
    ['商标注册证第155号', '155'],
    ['G1234567', 'G1234567'],
    ['45678901A', '45678901A'],
  ])('%s', (text, canonical) => {
    expect(readNumber(text)).toEqual({ ...unknown, kind: 'trademark-number', canonical })
  })
})

const newBody = fc
  .tuple(fc.integer({ min: 2003, max: 2099 }), fc.constantFrom(1, 2, 3, 8, 9), fc.nat(9_999_999))
  .map(([year, type, serial]) => `${year}${type}${String(serial).padStart(7, '0')}`)
const oldBody = fc
  .tuple(fc.integer({ min: 1985, max: 2003 }), fc.constantFrom(1, 2, 3, 8, 9), fc.nat(99_999))
  .map(([year, type, serial]) => `${String(year).slice(2)}${type}${String(serial).padStart(5, '0')}`)
const body = fc.oneof(newBody, oldBody)

describe('任意号码', () => {
  test('号码加自己的校验位总是对的，写法不论', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('', 'CN', 'ZL', 'CN ', 'zl '), fc.boolean(), (digits, prefix, dotted) => {
        const number = supplyCheckDigit(digits)
        const text = `${prefix}${dotted ? number : number.replace('.', '')}`
        expect(readNumber(text)).toMatchObject({ checkDigit: { valid: true } })
        expect(applicationBody(text)).toBe(digits)
      }),
    )
  })

  test('写出再读回，不变', () => {
    fc.assert(
      fc.property(body, fc.constantFrom('', 'ZL'), (digits, prefix) => {
        const canonical = `${prefix}${supplyCheckDigit(digits)}`
        expect(readNumber(canonical).canonical).toBe(canonical)
        expect(readNumber(groupNumber(canonical))).toEqual(readNumber(canonical))
      }),
    )
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000_000, max: 399_999_999 }),
        fc.constantFrom('A', 'B', 'C', 'U', 'Y', 'S', 'D'),
        (n, kind) => {
          const canonical = `CN${n}${kind}`
          expect(readNumber(groupNumber(canonical)).canonical).toBe(canonical)
          expect(publicationKey(canonical)).toBe(canonical)
        },
      ),
    )
  })

  // The arithmetic has no blind spot: every weight and every difference of neighbouring weights is prime to 11.
  test('错一位、相邻两位对调，都不会再被当成对的', () => {
    fc.assert(
      fc.property(body, fc.nat(12), fc.nat(9), (digits, place, other) => {
        const letters = [...supplyCheckDigit(digits).replace('.', '')]
        const at = place % letters.length
        const dotted = (all: string[]) => `${all.slice(0, -1).join('')}.${all.at(-1)}`
        const wrong = letters.with(at, String(other))
        if (letters[at] !== String(other)) expect(applicationBody(dotted(wrong))).toBeNull()
        const next = at === letters.length - 1 ? at - 1 : at + 1
        const turned = letters.with(at, letters[next]!).with(next, letters[at]!)
        if (letters[at] !== letters[next]) expect(applicationBody(dotted(turned))).toBeNull()
      }),
    )
  })

  test('任何文字都有答案', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { kind, canonical } = readNumber(text)
        expect(canonical === null).toBe(kind === 'unknown')
      }),
    )
  })
})

test.skipIf(!existsSync(real))('400 个真实申请号全部相符', () => {
  const rows = readFileSync(real, 'utf8').trim().split(/\r?\n/).slice(1)
  expect(rows).toHaveLength(400)
  for (const row of rows) {
    const [number, filedOn, form] = row.split(',') as [string, string, string]
    const read = readNumber(number)
    expect(read, number).toMatchObject({ kind: 'application-number', year: Number(filedOn.slice(0, 4)) })
    expect(read.checkDigit?.valid, number).toBe(form === '8_no_check_digit' ? null : true)
    expect(applicationBody(number), number).not.toBeNull()
  }
})

test.skipIf(!existsSync(wild))('见于网页、文书、导出的写法，判定逐个一致', () => {
  const rows = readFileSync(wild, 'utf8').trim().split(/\r?\n/).slice(1)
  expect(rows).toHaveLength(30)
  for (const row of rows) {
    const [text, verdict, expected] = row.split(',') as [string, string, string]
    const { kind, checkDigit: digit } = readNumber(text)
    if (verdict === 'not_an_application_number') {
      expect(['unknown', 'publication-number'], text).toContain(kind)
      expect(digit, text).toBeNull()
    } else {
      expect(['application-number', 'patent-number'], text).toContain(kind)
      expect(digit, text).toMatchObject({ expected, valid: verdict === 'valid' })
    }
  }
})
