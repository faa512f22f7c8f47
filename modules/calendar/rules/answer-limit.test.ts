import { describe, expect, it, test } from 'vitest'
import { type Period, plainDate } from '#kernel/time'
import { shippedCalendar } from '../shipped-calendar.ts'
import { shippedLimits } from '../shipped-limits.ts'
import { answerLimit, type LimitQuestion } from './answer-limit.ts'

const ask = (rule: string, from: string, more: Partial<LimitQuestion> = {}) => {
  const [day, at] = from.split('T')
  return answerLimit(shippedLimits(), { rule, from: plainDate(day!), ...(at && { at }), ...more }, shippedCalendar())
}
const told = (rule: string, from: string, more: Partial<LimitQuestion> = {}) => {
  const came = ask(rule, from, more)
  if (!came.done) throw new Error(`refused: ${came.refusal.code}`)
  return came.value
}
const days = (first: string, last: string): Period => [plainDate(first), plainDate(last)]

/** The examples of domain.md section 10 (by number) and domain-2.md (d), with the clause each rests on. */
describe('the examples of the law', () => {
  it.each<[number, string, string, string, string, Partial<LimitQuestion>?]>([
    [23, 'clue.verify', '2026-09-21', '2026-10-19', '程序规定》第十八条'],
    [23, 'clue.verify', '2026-09-21', '2026-11-09', '程序规定》第十八条', { extended: 1 }],
    [25, 'seizure.end', '2026-09-07', '2026-10-07', '强制法》第二十五条'],
    [26, 'party.defence', '2026-04-30', '2026-05-11', '程序规定》第五十七条'],
    [29, 'decision', '2026-07-10', '2026-10-08', '程序规定》第六十四条'],
    [29, 'decision', '2026-07-10', '2026-10-20', '第六十四条', { suspended: [days('2026-08-03', '2026-08-14')] }],
    [40, 'transfer.send', '2026-09-30T17:00', '2026-10-01', '移送涉嫌犯罪案件的规定》第五条'],
    [67, 'infringe.serve', '2026-09-23', '2026-10-08', '裁决和调解办法》第二十二条'],
    [68, 'infringe.answer', '2026-09-18', '2026-10-08', '第二十二条'],
    [68, 'infringe.answer.foreign', '2026-09-18', '2026-10-19', '第二十二条'],
    [71, 'infringe.oral.notice', '2026-10-09', '2026-09-28', '第二十六条'],
    [83, 'infringe.publish', '2026-01-28', '2026-03-03', '第八十三条'],
    [83, 'infringe.publish.change', '2026-09-24', '2026-10-29', '第八十三条'],
    [88, 'infringe.recusal.request', '2026-09-24', '2026-09-30', '第五条'],
    [91, 'complaint.accept', '2026-04-30', '2026-05-13', '投诉举报处理办法》第十五条'],
    [94, 'complaint.terminate.tell', '2026-06-18', '2026-06-30', '投诉举报处理办法》第二十三条'],
    [106, 'fee.reduction.request', '2026-03-15', '2025-12-31', '缴费服务指南》'],
  ])('%i %s from %s is due on %s', (_, rule, from, dueOn, clause, more) => {
    const answer = told(rule, from, more)
    expect(answer.dueOn).toBe(dueOn)
    expect(answer.basis).toContain(clause)
    expect(answer.provisional).toBe(false)
  })

  it('14 the grace of an annuity is counted from the nominal due day', () => {
    expect(told('annuity.due', '2025-03-15').dueOn).toBe('2026-03-16')
    expect(told('annuity.grace', '2026-03-15').dueOn).toBe('2026-09-15')
  })

  it('33 what reaches into a year without a notice is provisional', () => {
    expect(told('party.defence', '2027-02-10').provisional).toBe(true)
    expect(told('party.defence', '2026-12-24')).toMatchObject({ dueOn: '2026-12-31', provisional: false })
    expect(told('party.defence', '2026-12-25').provisional).toBe(true)
  })

  it('40 twenty-four hours are hours, not working days', () => {
    expect(told('transfer.send', '2026-09-30T17:00').dueAt).toBe('2026-10-01T17:00')
    expect(told('clue.verify', '2026-09-21T17:00').dueAt).toBeNull()
  })

  it('70 the second extension of an adjudication is that of the next higher office: 3 + 1 + 2 months', () => {
    const notes = told('infringe.conclude', '2026-01-15', { extended: 2 }).steps.map(({ note }) => note)
    expect(told('infringe.conclude', '2026-01-15', { extended: 2 }).dueOn).toBe('2026-07-15')
    expect(notes.find((note) => note.startsWith('第1次延长'))).toContain('机关负责人批准')
    expect(notes.find((note) => note.startsWith('第2次延长'))).toContain('上一级机关批准')
    expect(ask('infringe.conclude', '2026-01-15', { extended: 3 })).toMatchObject({
      refusal: { code: 'no-such-extension', basis: '《专利纠纷行政裁决和调解办法》第三十七条' },
    })
  })

  it('96 the duty to tell a named tipster ended on 2026-04-14', () => {
    expect(told('tip.tellNamed', '2026-04-14').dueOn).toBe('2026-04-21')
    expect(ask('tip.tellNamed', '2026-04-15')).toMatchObject({ refusal: { code: 'not-in-force', name: '实名举报立案告知' } })
  })

  it('113 opposition ends after three months by the old law, after two by the new, and rolls; both provisional', () => {
    const [old, now] = [told('tm.opposition', '2026-12-20'), told('tm.opposition', '2027-01-06')]
    expect(old.steps[1]).toMatchObject({ to: '2027-03-20', note: '3个月，至2027年3月20日届满。' })
    expect(old).toMatchObject({
      dueOn: '2027-03-22',
      provisional: true,
      basis: '《中华人民共和国商标法》（2019年修正）第三十三条',
    })
    expect(now.steps[1]).toMatchObject({ to: '2027-03-06' })
    expect(now).toMatchObject({
      dueOn: '2027-03-08',
      provisional: true,
      basis: '《中华人民共和国商标法》（2026年修订）第三十六条',
    })
  })
})

describe('versions, windows and alternatives', () => {
  test('the day a limit starts picks its version: 45 working days before Order 121, 60 days since', () => {
    expect(told('complaint.mediate', '2026-04-14')).toMatchObject({ dueOn: '2026-06-18' })
    expect(told('complaint.mediate', '2026-04-15')).toMatchObject({ dueOn: '2026-06-15' })
    expect(ask('complaint.accept', '2019-12-31')).toMatchObject({ refusal: { code: 'not-in-force' } })
    expect(ask('complaint.accept.old', '2026-01-05')).toMatchObject({ refusal: { code: 'unknown-limit' } })
  })

  test('a renewal has a first day, a last one and a grace', () => {
    expect(told('trademark.renew', '2026-05-10')).toMatchObject({
      opensOn: '2025-05-10',
      dueOn: '2026-05-10',
      graceEndsOn: '2026-11-10',
      provisional: false,
    })
    expect(told('tmagency.filing', '2023-03-06')).toMatchObject({ opensOn: '2025-09-06', dueOn: '2026-03-06' })
  })

  test('filing fees may be paid until the later of two months from filing and 15 days from the notice', () => {
    expect(told('fee.filing', '2026-01-05')).toMatchObject({ dueOn: '2026-03-05', alternative: { dueOn: null } })
    const from = (day: string) => told('fee.filing', '2026-01-05', { alternativeFrom: plainDate(day) })
    expect(from('2026-01-12')).toMatchObject({ dueOn: '2026-03-05', alternative: { dueOn: '2026-01-27' } })
    expect(from('2026-03-01')).toMatchObject({ dueOn: '2026-03-16', alternative: { dueOn: '2026-03-16' } })
    expect(ask('decision', '2026-01-05', { alternativeFrom: plainDate('2026-01-06') })).toMatchObject({
      refusal: { code: 'no-alternative' },
    })
  })

  test('seizures and transfers do not roll', () => {
    expect(told('seizure.end', '2026-09-04').dueOn).toBe('2026-10-04')
    expect(told('transfer.head', '2026-09-30').dueOn).toBe('2026-10-03')
    expect(told('infringe.preserve.decide', '2026-09-28').dueOn).toBe('2026-10-05')
  })
})

describe('the reasons', () => {
  it('name holidays, made-up days, 州庆 and the roll', () => {
    const notes = (rule: string, from: string, more: Partial<LimitQuestion> = {}) =>
      told(rule, from, more)
        .steps.map(({ note }) => note)
        .join('')
    expect(notes('clue.verify', '2026-09-21')).toContain('国庆节放假7日，不计入工作日。')
    expect(notes('clue.verify', '2026-09-21')).toContain('其中10月10日为调休上班日。')
    expect(notes('publish.withdraw', '2026-11-17')).toContain('11月19日为州庆日，法定期限照常计算。')
    expect(notes('infringe.answer', '2026-09-18')).toContain('期满日2026年10月3日不是工作日，顺延至2026年10月8日。')
    expect(notes('court.enforce', '2025-11-30')).toContain(
      '3个月，至2026年2月28日届满（当月没有相应日的，以当月最后一日为期满日）。',
    )
    expect(notes('seizure.end', '2026-06-01', { suspended: [days('2026-06-10', '2026-06-12')] })).toContain('不计入期限的期间3日')
    expect(notes('fine.pay', '2026-06-01', { suspended: [days('2026-06-10', '2026-06-12')] })).toContain('请核实')
    expect(notes('seizure.end', '2026-06-01', { suspended: [days('2026-08-10', '2026-08-12')] })).toContain('不影响期满日')
    expect(notes('decision', '2026-06-01', { extendedTo: plainDate('2026-11-30') })).toContain('经机关负责人集体讨论决定')
  })

  it('are whole sentences in Chinese for every limit of the catalogue', () => {
    for (const { id, validFrom, validTo, body } of shippedLimits()) {
      const from = validFrom ?? validTo ?? '2026-06-10'
      const extended = body.extend.filter(({ n }) => n !== null).length
      for (const { note } of told(id, `${from}T08:30`, { extended }).steps)
        expect([id, note]).toEqual([id, expect.stringMatching(/^[\p{Script=Han}\d，。；、（）]+。$/u)])
    }
  })
})
