import { describe, expect, test } from 'vitest'
import { type PlainDate, plainDate } from '#kernel/time'
import { markRows } from '../../../../database/reference/marks.ts'
import { supplyCheckDigit } from '../numbers.ts'
import { checkMark, markOutcomes, unknownFacts } from './index.ts'
import { aRegister, granted, invention, pending, utility } from './testing/register.ts'
import type { AskedMark, MarkTable } from './types.ts'

const table = markRows() as MarkTable
const day = (text: string): PlainDate => plainDate(text)
const register = aRegister(
  granted(invention, { holders: ['甘肃演示农机有限公司'] }),
  granted(utility, {
    right: 'utility-model',
    filedOn: day('2013-05-10'),
    grantedOn: day('2013-11-20'),
    holders: ['临夏演示地毯厂'],
    ends: ['lapsed', '2018-05-10', '2019-01-15'],
  }),
  pending,
)
const check = (asked: AskedMark) => checkMark(asked, register, table)
const I = invention
const U = utility

describe('判定规则', () => {
  test('每一环节都有结论、依据和下一步，结论十二种都用到', () => {
    expect(new Set(table.map((row) => row.body.outcome))).toEqual(new Set(markOutcomes))
    for (const row of table) {
      expect(unknownFacts(row.body.sentence + row.body.next), row.id).toEqual([])
      expect(row.body.sentence.endsWith('。') && row.body.next.endsWith('。'), row.id).toBe(true)
      expect(row.basis, row.id).toMatch(/第.+条|ZC 0006/)
    }
  })
})

describe('读取标识与核对号码', () => {
  test.each<[string, string, string | null]>([
    ['', 'needs-verification', null],
    ['品质保证 净含量500克', 'needs-verification', null],
    ['国家专利产品 仿冒必究', 'needs-verification', null],
    ['已申请专利', 'needs-verification', null],
    ['ZL20102058××××.2', 'needs-verification', null],
    ['专利号：ZL20101061327.6', 'needs-verification', null],
    ['中国发明专利 ZL 201710601863.3', 'needs-verification', 'ZL201710601863.3'],
    ['注册商标 12345678', 'needs-verification', '12345678'],
  ])('%s：%s', (text, outcome, canonical) => {
    expect(check({ text })).toMatchObject({ outcome, canonical, clause: null })
  })

  test('校验位不符，说明标注与应有的校验位', () => {
    const answer = check({ text: `发明专利 ZL${I}.1` })
    expect(answer).toMatchObject({ outcome: 'needs-verification', checkDigit: { given: '1', expected: 'X', valid: false } })
    expect(answer.sentence).toContain('标注为1，应为X')
  })

  test('号码的申请年份晚于生产日期', () => {
    expect(check({ text: `发明专利 ZL${supplyCheckDigit(I)}`, madeOn: day('2012-01-01') })).toMatchObject({
      outcome: 'needs-verification',
      row: 'year-late',
    })
  })

  test('台账未查到的，说明号码本身的内容并列入待联网核查清单', () => {
    const answer = check({ text: '中国实用新型专利 ZL 2011 20542158.3', madeOn: day('2015-01-01') })
    expect(answer).toMatchObject({
      outcome: 'not-in-register',
      canonical: 'ZL201120542158.3',
      right: 'utility-model',
      clause: null,
    })
    expect(answer.sentence).toContain('不代表该专利不存在')
    expect(answer.sentence).toContain('2011年申请，类别为实用新型专利，校验位相符')
    expect(answer.next).toContain('待联网核查清单')
  })
})

describe('标注方式', () => {
  const zl = `ZL${supplyCheckDigit(I)}`
  test.each<[string, Partial<AskedMark>, string, string | null]>([
    [`中国发明专利 专利号：${zl}`, {}, 'ok', null],
    [zl, { claimed: 'invention' }, 'ok', null],
    [zl, {}, 'irregular-mark', '第九十九条'],
    [zl, { madeOn: day('2023-05-01') }, 'irregular-mark', '第八十三条'],
    [`发明专利 ${supplyCheckDigit(I)}`, {}, 'irregular-mark', '第九十九条'],
    [`发明专利 ZL${I}`, {}, 'irregular-mark', '第九十九条'],
    [`中国实用新型专利 ${zl}`, {}, 'irregular-mark', '第九十九条'],
    [`发明专利 公告号 CN109417194B`, {}, 'irregular-mark', '第九十九条'],
    [`发明专利 ${zl}`, { process: true }, 'irregular-mark', '第九十九条'],
    [`发明专利 ${zl} 本产品系依照专利方法所获得的产品`, { process: true }, 'ok', null],
  ])('%s %o：%s', (text, asked, outcome, clause) => {
    const answer = check({ text, madeOn: day('2025-03-01'), seenOn: day('2026-11-01'), ...asked })
    expect(answer.outcome).toBe(outcome)
    if (clause === null) expect(answer.clause).toBeNull()
    else expect(answer.clause).toContain(clause)
  })
})

describe('授权之前', () => {
  const number = supplyCheckDigit('202310000010')
  test.each<[string, Partial<AskedMark>, string, string]>([
    [`发明专利 ZL${number}`, { madeOn: day('2024-06-01') }, 'J1a', '第一百零一条第一款第（一）项'],
    [`发明专利 ZL${number}`, { madeOn: day('2024-01-19') }, 'J1a', '（2010年） 第八十四条第一款第（一）项'],
    [`专利号：${number}`, { madeOn: day('2024-06-01') }, 'J1a', '第一百零一条'],
    [
      `发明专利 ZL${number}`,
      { madeOn: day('2024-01-01'), seenOn: day('2024-06-01'), role: 'seller' },
      'J2',
      '第一百零一条第一款第（二）项',
    ],
    [
      `发明专利 ZL${number}`,
      { madeOn: day('2023-12-01'), seenOn: day('2024-01-10'), role: 'seller' },
      'J2',
      '第八十四条第一款第（二）项',
    ],
    [`本技术为发明专利（${number}）`, { madeOn: day('2024-06-01'), printedOn: 'material' }, 'J3', '第一百零一条第一款第（三）项'],
  ])('%s %o：%s %s', (text, asked, outcome, clause) => {
    const answer = check({ text, seenOn: day('2025-01-01'), ...asked })
    expect(answer.outcome).toBe(outcome)
    expect(answer.clause).toContain(clause)
  })

  test('按规定标注“专利申请，尚未授权”的，不违法', () => {
    expect(
      check({ text: `中国发明专利申请 专利申请号：${number}（专利申请，尚未授权）`, madeOn: day('2024-06-01') }),
    ).toMatchObject({
      outcome: 'ok',
      clause: null,
    })
  })

  test('只写“专利申请号”的，标注不规范', () => {
    expect(check({ text: `专利申请号 ${number}`, madeOn: day('2024-06-01') })).toMatchObject({ outcome: 'irregular-mark' })
  })

  test('只有号码、没有称其为专利的，不认定', () => {
    expect(check({ text: number, madeOn: day('2024-06-01') })).toMatchObject({
      outcome: 'needs-verification',
      row: 'bare-number',
    })
  })

  test('生产在台账数据日之后的，不知道是否已经授权', () => {
    expect(check({ text: `发明专利 ZL${number}`, madeOn: day('2026-11-21') })).toMatchObject({ row: 'pending-stale' })
  })
})

describe('终止之后', () => {
  const text = `实用新型专利 ZL${supplyCheckDigit(U)}`
  test.each<[string, Partial<AskedMark>, string, string | null]>([
    ['终止前生产、终止后销售', { madeOn: day('2018-05-09'), seenOn: day('2026-01-01') }, 'ok', '第一百零一条第二款'],
    ['终止前生产、旧法时销售', { madeOn: day('2018-05-09'), seenOn: day('2020-01-01') }, 'ok', '第八十四条第二款'],
    ['终止前生产、由商店销售', { madeOn: day('2017-05-09'), seenOn: day('2026-01-01'), role: 'seller' }, 'ok', '第二款'],
    ['终止日与公告日之间生产', { madeOn: day('2018-09-01') }, 'needs-verification', null],
    ['公告前一日生产', { madeOn: day('2019-01-14') }, 'needs-verification', null],
    ['公告之后生产', { madeOn: day('2019-01-15') }, 'J1b', '（2010年） 第八十四条第一款第（一）项'],
    ['新法之后生产', { madeOn: day('2024-03-01') }, 'J1b', '专利法实施细则 第一百零一条第一款第（一）项'],
    ['新法之后销售', { madeOn: day('2019-02-01'), role: 'seller' }, 'J2', '第一百零一条第一款第（二）项'],
    ['生产日期不明', {}, 'needs-verification', null],
    ['材料中使用', { madeOn: day('2024-03-01'), printedOn: 'material' }, 'needs-verification', null],
  ])('%s', (_, asked, outcome, clause) => {
    const answer = check({ text, seenOn: day('2026-11-01'), ...asked })
    expect(answer.outcome).toBe(outcome)
    if (clause === null) expect(answer.clause).toBeNull()
    else expect(answer.clause).toContain(clause)
  })

  test('生产日期不明的，说明如何认定', () => {
    expect(check({ text, seenOn: day('2026-11-01') }).sentence).toBe(
      '该实用新型专利权已于2018年5月10日因未缴纳年费终止。此后生产仍标注专利标识的，涉嫌假冒专利；终止前依法标注、终止后销售的，不属于假冒专利行为。请核实生产日期。',
    )
  })
})

describe('生产者与专利权人', () => {
  const text = `发明专利 ZL${supplyCheckDigit(I)}`
  test.each<[string, Partial<AskedMark>, string]>([
    ['同一单位', { maker: '甘肃演示农机有限公司' }, 'ok'],
    ['全角括号、空格', { maker: ' 甘肃演示农机 有限公司 ' }, 'ok'],
    ['分公司', { maker: '甘肃演示农机有限公司临夏分公司' }, 'needs-verification'],
    ['自然人', { maker: '马演示' }, 'needs-verification'],
    ['其他单位', { maker: '兰州某某机械厂' }, 'J1c'],
    ['其他单位，有许可', { maker: '兰州某某机械厂', permission: 'given' }, 'ok'],
    ['其他单位，许可有争议', { maker: '兰州某某机械厂', permission: 'disputed' }, 'refer-to-infringement'],
    ['其他单位的产品在商店', { maker: '兰州某某机械厂', role: 'seller' }, 'J2'],
    ['不是该专利的产品', { covered: false }, 'J1a'],
  ])('%s：%s', (_, asked, outcome) => {
    expect(check({ text, madeOn: day('2025-01-01'), seenOn: day('2026-11-01'), ...asked }).outcome).toBe(outcome)
  })

  test.each<[string, Partial<AskedMark>, string, string]>([
    ['许可期间内', { madeOn: day('2021-03-01') }, 'ok', 'in-force'],
    ['许可终止后', { madeOn: day('2023-03-01') }, 'needs-verification', 'maker-unclear'],
    ['许可期间内，另一单位', { madeOn: day('2021-03-01'), maker: '兰州别家机械厂' }, 'J1c', 'maker-other'],
    ['许可终止后，经核实无许可', { madeOn: day('2023-03-01'), permission: 'none' }, 'J1c', 'maker-other'],
  ])('被许可人的产品：%s', (_, asked, outcome, row) => {
    const licences = [{ name: '兰州某某机械厂', from: day('2020-01-01'), to: day('2022-12-31') }]
    const licensed = aRegister({ ...granted(invention, { holders: ['甘肃演示农机有限公司'] }), licences })
    const text = `发明专利 ZL${supplyCheckDigit(I)}`
    expect(checkMark({ text, maker: '兰州某某机械厂', ...asked }, licensed, table)).toMatchObject({ outcome, row })
  })
})

test('J4、J5 只由执法人员认定', () => {
  expect(check({ text: '伪造的专利证书', found: 'J4' })).toMatchObject({
    outcome: 'J4',
    clause: expect.stringContaining('第（四）项'),
  })
  expect(check({ text: `ZL${supplyCheckDigit(I)}`, found: 'J5' })).toMatchObject({ outcome: 'J5' })
})

test('国家知识产权局查无此号的，是虚构的号码（J1a），不是他人的专利号', () => {
  const text = '中国实用新型专利 ZL 2011 20542158.3'
  expect(check({ text, absent: true, madeOn: day('2025-01-01') })).toMatchObject({ outcome: 'J1a', row: 'nobodys-number' })
  expect(check({ text, absent: true, role: 'seller', madeOn: day('2025-01-01') })).toMatchObject({ outcome: 'J2' })
})

test('一处标注几个号码的，逐一核验，以最重的为准', () => {
  const text = `发明专利：ZL${supplyCheckDigit(I)}、实用新型专利：ZL ${supplyCheckDigit(U)}`
  const answer = check({ text, madeOn: day('2024-06-01'), seenOn: day('2026-11-01') })
  expect(answer.each.map((one) => one.outcome)).toEqual(['ok', 'J1b'])
  expect(answer).toMatchObject({ outcome: 'J1b', canonical: `ZL${supplyCheckDigit(U)}` })
  expect(answer.sentence).toContain('标识中有2个号码')
})
