import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalQuery } from './canonical-query.ts'
import { parseQuery } from './parse-query.ts'
import { type Query, type QueryTongue, termsOf } from './query.ts'
import { anyText } from './testing/any-text.ts'

const tongue: QueryTongue = {
  fields: [
    { name: 'title', prefixes: ['title', '名称', '标题'], reads: 'text' },
    { name: 'applicants', prefixes: ['applicant', '申请人', '申请(专利权)人'], reads: 'text' },
    { name: 'number', prefixes: ['number', '号', '申请号'], reads: 'number' },
    { name: 'class', prefixes: ['ipc', '分类号'], reads: 'class' },
  ],
  readNumber: (text) => /^(?:zl|cn)?(\d{12})\.?([\dx])?$/i.exec(text.replace(/\s/g, ''))?.slice(1).join('.') ?? null,
}

/** The query as brackets and short marks, or the refusal's code. */
function read(text: string): string {
  const outcome = parseQuery(text, tongue)
  return outcome.done ? show(outcome.value) : outcome.refusal.code
}

function show(query: Query): string {
  if (query.is === 'and' || query.is === 'or')
    return `(${query.of
      .map(show)
      .sort()
      .join(query.is === 'and' ? ' & ' : ' | ')})`
  if (query.is === 'not') return `!${show(query.of)}`
  const value = query.is === 'text' ? query.text : query.is === 'number' ? `=${query.number}` : `#${query.class}`
  return query.field ? `${query.field}:${value}` : value
}

describe('what is typed is read as it was meant', () => {
  test.each([
    ['铁路 隧道', '(铁路 & 隧道)'],
    ['铁路　隧道', '(铁路 & 隧道)'],
    ['铁路 AND 隧道 OR 桥梁', '((铁路 & 隧道) | 桥梁)'],
    ['铁路 并且 （隧道 或者 桥梁） 不含 轨枕', '(!轨枕 & (桥梁 | 隧道) & 铁路)'],
    ['铁路 -轨枕', '(!轨枕 & 铁路)'],
    ['铁路 －轨枕', '(!轨枕 & 铁路)'],
    ['铁路 NOT (隧道 OR 桥梁)', '(!桥梁 & !隧道 & 铁路)'],
    ['铁路 NOT NOT 隧道', '(铁路 & 隧道)'],
    ['"heat  pump"', 'heat pump'],
    ['“铁路 AND 隧道”', '铁路 and 隧道'],
    ['"所述“上”部"', '所述“上”部'],
    ['"a""b"', 'a"b'],
    ['PE-100', 'pe-100'],
    ['甘肃(临夏)公司', '甘肃(临夏)公司'],
    ['(1)一种', '(1)一种'],
    ['(铁路)AND(桥梁)', '(桥梁 & 铁路)'],
    ['不含铅 and', '(and & 不含铅)'],
    ['铁路 铁路', '铁路'],
    ['铁路 。', '铁路'],
  ])('%s', (text, meant) => expect(read(text)).toBe(meant))

  test.each([
    ['申请人:临夏', 'applicants:临夏'],
    ['申请人： 临夏', 'applicants:临夏'],
    ['申请人 ：临夏', 'applicants:临夏'],
    ['申请（专利权）人：临夏', 'applicants:临夏'],
    ['Applicant:(甲 OR 乙) 泵', '((applicants:乙 | applicants:甲) & 泵)'],
    ['泵 -申请人:甲', '(!applicants:甲 & 泵)'],
    ['申请人:-甲 泵', '(!applicants:甲 & 泵)'],
    ['标题:"一种 泵"', 'title:一种 泵'],
    ['http://泵', 'http://泵'],
    ['IPC:E01B 3/32', 'class:#E01B3/32'],
    ['分类号：e01b', 'class:#E01B'],
    ['IPC:E01B 泵', '(class:#E01B & 泵)'],
    ['申请号:2016102595', 'number:2016102595'],
  ])('field: %s', (text, meant) => expect(read(text)).toBe(meant))

  test.each([
    ['201610259567.X', '=201610259567.x'],
    ['ZL201610259567X', '=201610259567.x'],
    ['ZL 2016 1 0259567.X 泵', '(=201610259567.x & 泵)'],
    ['申请号：201610259567', 'number:=201610259567.'],
    ['"201610259567.X"', '201610259567.x'],
    ['名称:201610259567.X', 'title:201610259567.x'],
  ])('number: %s', (text, meant) => expect(read(text)).toBe(meant))

  test.each([
    ['"铁路 隧道', '(铁路 & 隧道)'],
    ['铁路 AND', '铁路'],
    ['OR 铁路', '铁路'],
    ['铁路 AND OR 隧道', '(铁路 | 隧道)'],
    ['(铁路 OR 隧道', '(铁路 | 隧道)'],
    ['铁路) 隧道', '(铁路 & 隧道)'],
    ['铁路 (隧道', '(铁路 & 隧道)'],
    ['(临夏', '(临夏'],
    ['临夏)公司', '临夏)公司'],
    ['铁路 -', '铁路'],
    ['申请人: ', 'no-letter-or-digit'],
    ['申请人:', 'no-letter-or-digit'],
    ['铁路 申请人:', '铁路'],
  ])('clumsy: %s', (text, meant) => expect(read(text)).toBe(meant))

  test.each([
    ['', 'empty-query'],
    [' 　', 'empty-query'],
    ['，。 --', 'no-letter-or-digit'],
    ['NOT 铁路', 'only-not'],
    ['-铁路 -隧道', 'only-not'],
    ['铁路 OR NOT 隧道', 'only-not'],
    ['甲 乙 丙 丁 戊 己 庚 辛 壬', 'too-many-terms'],
    ['IPC:铁路', 'not-a-class'],
  ])('refused: %s', (text, code) => expect(read(text)).toBe(code))
})

test('a text longer than any honest query is refused', () => expect(read('铁'.repeat(1001))).toBe('query-too-long'))

const pieces = fc.array(
  fc.oneof(
    anyText,
    fc.constantFrom('AND', 'OR', 'NOT', '(', ')', '"', '-', '申请人:', 'IPC:', 'E01B 3/32', '201610259567.X', ' ', ' '),
  ),
  { maxLength: 14 },
)

test('whatever is typed is read or refused, and the canonical form is read as the same query', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const outcome = parseQuery(parts.join(' '), tongue)
      fc.pre(outcome.done)
      const again = parseQuery(canonicalQuery(outcome.value, tongue.fields), tongue)
      expect(again).toEqual(outcome)
    }),
    { numRuns: 5000 },
  )
})

test('the order of words makes no other query', () => {
  const [one, other] = [parseQuery('泵 AND (申请人:甲 OR 乙)', tongue), parseQuery('(乙 OR 申请人:甲) 泵 泵', tongue)]
  expect(one).toEqual(other)
})

test('what is not wanted is no wanted term', () => {
  const outcome = parseQuery('泵 NOT 阀', tongue)
  expect(outcome.done && termsOf(outcome.value, 'wanted')).toEqual([{ is: 'text', field: null, text: '泵' }])
})
