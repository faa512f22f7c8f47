import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type PlainDate, plainDate } from '#kernel/time'
import { markRows } from '../../../../database/reference/marks.ts'
import { supplyCheckDigit } from '../numbers.ts'
import { checkMark, keysOfMark, publicAnswer, readMark } from './index.ts'
import { granted, pending } from './testing/register.ts'
import type { AskedMark, MarkTable } from './types.ts'

const table = markRows() as MarkTable
const nobody = () => null
const wild = new URL('../../../../../shared/data/appno/numbers_seen_in_the_wild_part1.csv', import.meta.url)

const body = fc
  .tuple(fc.integer({ min: 2004, max: 2026 }), fc.constantFrom(1, 2, 3, 8, 9), fc.nat(9_999_999))
  .map(([year, type, serial]) => `${year}${type}${String(serial).padStart(7, '0')}`)
const day = fc.integer({ min: 0, max: 7000 }).map((n) => addDays(plainDate('2008-01-01'), n))
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

/** The mark of a number in one of the forms in which marks are printed. */
const printed = fc
  .record({
    body,
    blanks: fc.constantFrom('', ' ', '　', '  ', '\n'),
    dot: fc.constantFrom('.', '．', '·', '。', ' . ', ''),
    wide: fc.boolean(),
    lower: fc.boolean(),
    before: fc.constantFrom(
      '',
      '专利号：',
      '专利号:',
      '中国发明专利 专利号：',
      '本产品已获国家实用新型专利（专利号',
      '外观设计专利 No.',
    ),
    behind: fc.constantFrom('', '）', '。', ' 仿冒必究', '，监制：演示厂'),
  })
  .map(({ body: digits, blanks, dot, wide, lower, before, behind }) => {
    const check = supplyCheckDigit(digits).at(-1)!
    const plain = ['ZL', digits.slice(0, 4), digits[4]!, digits.slice(5)].join(blanks) + dot + check
    const cased = lower ? plain.toLowerCase() : plain
    const shown = wide ? cased.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)) : cased
    return { text: `${before}${shown}${behind}`, canonical: `ZL${supplyCheckDigit(digits)}`, digits }
  })

const asked: fc.Arbitrary<Omit<AskedMark, 'text'>> = fc.record(
  {
    claimed: optional(fc.constantFrom('invention' as const, 'utility-model' as const, 'design' as const)),
    madeOn: optional(day),
    seenOn: optional(day),
    role: optional(fc.constantFrom('maker' as const, 'seller' as const)),
    maker: optional(fc.constantFrom('演示公司', '别家演示机械厂', '马演示')),
    process: optional(fc.boolean()),
    printedOn: optional(fc.constantFrom('goods' as const, 'material' as const)),
  },
  { requiredKeys: [] },
)

describe('读取标识', () => {
  test('无论怎样印，都读回同一个号码', () => {
    fc.assert(
      fc.property(printed, ({ text, canonical, digits }) => {
        expect(readMark(text).numbers.map((one) => one.reading.canonical)).toEqual([canonical])
        expect(keysOfMark(text)).toEqual([digits])
      }),
    )
  })

  test('几个号码一个不少，次序不变', () => {
    fc.assert(
      fc.property(
        fc.array(body, { minLength: 2, maxLength: 5 }),
        fc.constantFrom('、', '；', ' ', '\n', '，专利号：'),
        (bodies, between) => {
          const text = `专利号：${bodies.map((one) => `ZL${supplyCheckDigit(one)}`).join(between)}`
          expect(keysOfMark(text)).toEqual(bodies)
        },
      ),
    )
  })

  test('任何文字都有答复，答复里没有剩下的空格位', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), asked, (text, rest) => {
        const answer = checkMark({ text, ...rest }, nobody, table)
        expect(`${answer.sentence}${answer.next}`).not.toMatch(/[{}]|undefined|null/)
        expect(publicAnswer(text, nobody, plainDate('2026-11-20')).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('结论不超过台账所知', () => {
  test('台账没有的号码，从不认定为涉嫌假冒', () => {
    fc.assert(
      fc.property(printed, asked, ({ text }, rest) => {
        expect(['not-in-register', 'needs-verification']).toContain(checkMark({ text, ...rest }, nobody, table).outcome)
      }),
    )
  })

  test('有效期内由专利权人标注的，何时销售都不是假冒', () => {
    fc.assert(
      fc.property(printed, fc.nat(1500), fc.nat(4000), asked, ({ text, digits }, made, sold, rest) => {
        const filedOn = plainDate(`${digits.slice(0, 4)}-01-05`)
        const grantedOn = addDays(filedOn, 200)
        const madeOn = addDays(grantedOn, made)
        const end = addDays(madeOn, 1)
        const entry = granted(digits, { filedOn, grantedOn, ends: ['lapsed', end, addDays(end, 300)] })
        const mark = { ...rest, text, madeOn, seenOn: addDays(madeOn, sold), maker: '演示公司' }
        expect(checkMark(mark, () => entry, table).outcome).not.toMatch(/^J/)
      }),
    )
  })

  test('生产越晚，结论只会从合法到需核实，再到涉嫌，不会倒过来', () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 600 }),
        fc.array(fc.nat(4000), { minLength: 2, maxLength: 12 }),
        (lived, told, days) => {
          const grantedOn = plainDate('2010-01-01')
          const end = addDays(grantedOn, lived + 1)
          const entry = granted('200920000001', {
            filedOn: plainDate('2009-01-05'),
            grantedOn,
            ends: ['lapsed', end, addDays(end, told)],
          })
          const grave = ['ok', 'needs-verification', 'J1b']
          const weights = days
            .sort((a, b) => a - b)
            .map((n) => addDays(grantedOn, n))
            .map((madeOn: PlainDate) => {
              const text = `实用新型专利 ZL${supplyCheckDigit('200920000001')}`
              return grave.indexOf(checkMark({ text, madeOn, seenOn: plainDate('2026-01-01') }, () => entry, table).outcome)
            })
          expect(weights).toEqual([...weights].sort((a, b) => a - b))
          expect(weights).not.toContain(-1)
        },
      ),
    )
  })

  test('终止日不在手边、状态不明的，从不认定', () => {
    const blind = { ...granted('200920000001', { ends: ['lapsed', '2012-01-05', null] }), endDayKnown: false }
    const silent = { ...pending, number: supplyCheckDigit('200920000001'), spans: [] }
    fc.assert(
      fc.property(asked, fc.constantFrom(blind, silent), (rest, entry) => {
        const mark = { seenOn: plainDate('2026-01-01'), ...rest, text: `实用新型专利 ZL${supplyCheckDigit('200920000001')}` }
        if (mark.seenOn === undefined || mark.seenOn < plainDate('2012-01-05')) return
        expect(checkMark(mark, () => entry, table).outcome).toBe('needs-verification')
      }),
    )
  })

  test('对公众只说状态，从不指责', () => {
    const entry = granted('200920000001', { ends: ['lapsed', '2012-01-05', '2012-09-05'] })
    fc.assert(
      fc.property(printed, fc.boolean(), ({ text }, known) => {
        for (const one of publicAnswer(text, known ? () => entry : nobody, plainDate('2026-01-01'))) {
          expect(one.sentence).not.toMatch(/假冒|虚构|涉嫌|违法|J\d/)
          expect(one.proof).toContain('专利登记簿副本')
        }
      }),
    )
  })
})

test.skipIf(!existsSync(wild))('见于网页和文书的写法，逐个读出号码或者说明残缺', () => {
  const rows = readFileSync(wild, 'utf8').trim().split(/\r?\n/).slice(1)
  for (const row of rows) {
    const [text, verdict] = row.split(',') as [string, string]
    const kinds = readMark(text).numbers.map((one) => one.reading)
    if (verdict === 'not_an_application_number') {
      expect(
        kinds.map((one) => one.checkDigit),
        text,
      ).toEqual(kinds.map(() => null))
    } else {
      expect(
        kinds.map((one) => one.checkDigit?.valid),
        text,
      ).toEqual([verdict === 'valid'])
    }
  }
})
