import { expect, test } from 'vitest'
import { numberLexeme, searchColumns } from './search-columns.ts'
import { readPatentQuery } from './search-tongue.ts'

const record = {
  titles: ['一种ＰＥ管（演示）'],
  applicants: ['演示一公司', '演示二公司'],
  inventors: ['张演示'],
  numbers: ['201610259567.X', 'CN109417194B'],
  abstract: '本发明用于演示。',
  classes: ['F16L 9/12'],
}

test('the search columns hold each field in search form, values apart, the abstract last', () => {
  const columns = searchColumns(record)
  expect(columns.title_norm).toBe('一种pe管(演示)')
  expect(columns.applicants_norm).toBe('演示一公司\u241f演示二公司')
  expect(columns.inventors_norm).toBe('张演示')
  expect(columns.numbers).toBe('201610259567.x\u241fcn109417194b')
  expect(columns.search_text).toBe(
    ['一种pe管(演示)', '演示一公司', '演示二公司', '张演示', '201610259567.x', 'cn109417194b', '本发明用于演示。'].join('\u241f'),
  )
  const lexemes = columns.bg.split(' ')
  for (const lexeme of ["'^pe'", "'=201610259567.x'", "'=cn109417194'", "'#f16l'", "'#f16l9/12'", '用于'])
    expect(lexemes).toContain(lexeme)
  expect(lexemes).not.toContain("'^用于'")
  expect(new Set(lexemes).size).toBe(lexemes.length)
})

test.each([
  'ZL201610259567.X',
  'zl2016 1 0259567.x',
  '２０１６１０２５９５６７．Ｘ',
  '201610259567',
  '专利号：ZL 2016 1 0259567.X',
  '申请号:201610259567X',
])('a number in any printed form asks for the same record: %s', (text) => {
  const outcome = readPatentQuery(text)
  expect(outcome.done && outcome.value.is === 'number' && numberLexeme(outcome.value.number)).toBe('=201610259567.x')
})

test('a publication number is found with and without its kind letter, and the kind of the other document', () => {
  expect(
    ['CN109417194B', 'CN109417194A', 'CN109417194', '109417194', 'CN 109417194 B'].map((text) => {
      const outcome = readPatentQuery(text)
      return outcome.done && outcome.value.is === 'number' && numberLexeme(outcome.value.number)
    }),
  ).toEqual(Array(5).fill('=cn109417194'))
})
