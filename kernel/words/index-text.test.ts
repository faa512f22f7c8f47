import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classLexemes, readClass } from './class-lexemes.ts'
import { bigramVector, marked, markedTokens, mostSearched, searchText } from './index-text.ts'
import { hasToken } from './tokens.ts'

test('no pair and no phrase reaches from one field into the next', () => {
  expect(searchText(['一种泵', '某公司'])).toBe('一种泵\u241f某公司')
  expect(bigramVector(['一种泵', '某公司']).split(' ').sort()).toEqual(['一种', '种泵', '泵', '某公', '公司', '司'].sort())
  expect(searchText(['a\u241fb'])).toBe('a b')
})

test('marked lexemes are quoted and can never be taken for a word of a text', () => {
  expect(bigramVector([''], ["#it's \\ one"])).toBe("'#it''s \\\\ one'")
  fc.assert(fc.property(fc.string(), (value) => !hasToken(marked('number', value)[0]!)))
  expect(markedTokens('title', '铁路')).toEqual(['^铁路', '^路'])
})

test('a vector stays within what PostgreSQL holds, whatever the text', () => {
  const characters = Array.from(
    { length: 150_000 },
    (_, at) => String.fromCodePoint(0x20000 + (at % 40_000)) + String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000)),
  )
  const vector = bigramVector(['短标题', characters.join('')], [marked('class', 'x'.repeat(5000))])
  const lexemes = vector.split(' ').map((lexeme) => Buffer.byteLength(lexeme))
  expect(Math.max(...lexemes)).toBeLessThan(2046)
  expect(lexemes.reduce((sum, bytes) => sum + bytes)).toBeLessThan(1 << 20)
  expect(vector.startsWith('短标 标题 题 ')).toBe(true)
  expect(searchText(['短标题', characters.join('')]).length).toBeLessThanOrEqual(mostSearched + 1)
})

test('classes are read as printed and stand at every level', () => {
  expect(['E01B 3/32', 'e01b3/32(2006.01)I', 'Ｅ０１Ｂ 003/32', 'E01B-3/32'].map(readClass)).toEqual(Array(4).fill('E01B3/32'))
  expect(['E', 'E01', 'E01B', 'E01B 3', '9-03', 'LOC(10)Cl.09-03', '铁路', 'E1'].map(readClass)).toEqual([
    'E',
    'E01',
    'E01B',
    'E01B3',
    '09-03',
    '09-03',
    null,
    null,
  ])
  expect(classLexemes(['E01B 3/32', 'E01B 3/38', '09-03', '?'])).toEqual([
    '#e',
    '#e01',
    '#e01b',
    '#e01b3',
    '#e01b3/32',
    '#e01b3/38',
    '#09',
    '#09-03',
  ])
})
