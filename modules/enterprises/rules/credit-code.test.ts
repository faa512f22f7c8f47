import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedCheck, organisationCheck, readCreditCode } from './credit-code.ts'

const published = new URL('../../../../shared/data/uscc/uscc_part1.csv', import.meta.url)
const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

describe('统一社会信用代码', () => {
  test.each([
    ['91512081MA62K0260E', 'E', true],
    ['91350100M000100Y43', '3', true],
    ['91350100M000100Y4Z', '3', false],
    ['11330723307360844C', 'C', true],
    ['914403001922038216', '6', true],
    ['9144030071526726XG', 'G', true],
    ['91110000802100433B', 'B', true],
    ['91350211M0000XUF46', 'R', false],
  ])('%s 的校验码应为 %s', (code, expected, valid) => {
    expect(readCreditCode(code)).toMatchObject({ code, checkDigit: { given: code[17], expected, valid } })
  })

  test('小写、全角、空格、前缀都读得懂', () => {
    for (const text of [
      '9144030071526726xg',
      '统一社会信用代码：9144 0300 7152 6726 XG',
      '９１４４０３００７１５２６７２６ＸＧ',
      ' 91440300-71526726-XG\n',
    ])
      expect(readCreditCode(text)).toMatchObject({
        code: '9144030071526726XG',
        checkDigit: { valid: true },
        organisationValid: true,
      })
  })

  test('O、I 只提示，不代改', () => {
    expect(readCreditCode('9144O3OO1922038216')).toEqual({
      code: '9144O3OO1922038216',
      checkDigit: { given: '6', expected: null, valid: false },
      organisationValid: true,
      suggestion: '914403001922038216',
    })
    expect(readCreditCode('9144O3OO1922038217')?.suggestion).toBeNull()
  })

  test('字母表外的字符没有应有校验码', () => {
    expect(readCreditCode('91512081SA62K0260E')?.checkDigit).toEqual({ given: 'E', expected: null, valid: false })
  })

  test('位数不对、遮蔽的不是信用代码', () => {
    for (const text of [
      '91310115MA9BADTYPE1',
      '9144030019220382',
      '91440300********16',
      '201610259567.X',
      '',
      'A'.repeat(1_000_000),
    ])
      expect(readCreditCode(text)).toBeNull()
  })

  test('组织机构代码自身的校验', () => {
    expect(organisationCheck('71526726')).toBe('X')
    expect(readCreditCode('91440300715267270G')?.organisationValid).toBe(false)
  })

  test('改任何一个字符都查得出，相邻两个字符对调也查得出', () => {
    const symbol = fc.constantFrom(...alphabet)
    fc.assert(
      fc.property(fc.array(symbol, { minLength: 17, maxLength: 17 }), fc.nat(16), symbol, (symbols, place, other) => {
        const code = [...symbols, expectedCheck(symbols.join(''))!]
        expect(expectedCheck(code.join(''))).toBe(code[17])
        const wrong = code.with(place, other)
        expect(expectedCheck(wrong.join('')) === wrong[17]).toBe(other === code[place])
        const turned = code.with(place, code[place + 1]!).with(place + 1, code[place]!)
        expect(expectedCheck(turned.join('')) === turned[17]).toBe(code[place] === code[place + 1])
      }),
    )
  })

  test.skipIf(!existsSync(published))('公开来源的真实代码，判定逐个一致', () => {
    const rows = readFileSync(published, 'utf8').trim().split(/\r?\n/).slice(1)
    const verdicts: Record<string, number> = {}
    for (const row of rows) {
      const [code, , verdict, expected] = row.split(',') as [string, string, string, string]
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1
      const read = readCreditCode(code)
      if (verdict === 'valid') expect(read?.checkDigit, code).toEqual({ given: code[17], expected, valid: true })
      else if (verdict === 'bad_alphabet_or_length') expect(read, code).toBeNull()
      else expect(read?.checkDigit, code).toMatchObject({ expected, valid: false })
    }
    expect(verdicts).toEqual({ valid: 124, bad_alphabet_or_length: 1 })
  })
})
