import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchForm } from './normalise.ts'
import { anyText } from './testing/any-text.ts'
import { cut, hasToken, tokens } from './tokens.ts'

describe('search form', () => {
  test('applied twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
        expect(searchForm(searchForm(text))).toBe(searchForm(text))
      }),
      { numRuns: 2000 },
    )
  })

  test('full width, case, blanks and unseen characters make no difference', () => {
    expect(searchForm('ＰＥ－１００　管\u200b材\n\t的 ')).toBe('pe-100 管材 的')
    expect(searchForm('ΟΔΟΣ')).toBe(searchForm('οδοσ'))
    expect(searchForm('a\0b\ud800')).toBe('a b\ufffd')
  })
})

describe('tokens', () => {
  test('are the overlapping pairs and the last character of each run, and the fours of digits', () => {
    expect([...tokens('铁路隧道')]).toEqual(['铁路', '路隧', '隧道', '道'])
    expect([...tokens('pe-10')]).toEqual(['pe', 'e', '10', '0'])
    expect([...tokens('20161')]).toEqual(['20', '01', '16', '2016', '61', '0161', '1'])
    expect([...tokens('𠮷野')]).toEqual(['𠮷野', '野'])
    expect([...tokens('，。')]).toEqual([])
  })

  test('of any part of a text are in the text, whichever way the part is cut', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.integer({ min: 1, max: 8 }), (whole, from, length) => {
        const text = searchForm(whole)
        const characters = Array.from(text)
        const start = characters.length ? from % characters.length : 0
        const part = searchForm(characters.slice(start, start + length).join(''))
        fc.pre(hasToken(part) && text.includes(part))
        const index = tokens(text)
        const { tokens: wanted, beginnings } = cut(part)
        expect(wanted.filter((token) => !index.has(token))).toEqual([])
        for (const beginning of beginnings) expect([...index].some((token) => token.startsWith(beginning))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('of an exact term are nowhere without the term', () => {
    fc.assert(
      fc.property(anyText, anyText, (whole, asked) => {
        const [text, term] = [searchForm(whole), searchForm(Array.from(searchForm(asked)).slice(0, 4).join(''))]
        const { tokens: wanted, beginnings, exact } = cut(term)
        fc.pre(exact)
        const index = tokens(text)
        const found =
          wanted.every((token) => index.has(token)) &&
          beginnings.every((one) => [...index].some((token) => token.startsWith(one)))
        expect(found).toBe(text.includes(term))
      }),
      { numRuns: 3000 },
    )
  })

  test('a term with a mark or of more than one pair is not exact', () => {
    expect(cut('铁路')).toEqual({ tokens: ['铁路'], beginnings: [], exact: true })
    expect(cut('铁')).toEqual({ tokens: [], beginnings: ['铁'], exact: true })
    expect(cut('2016')).toEqual({ tokens: ['2016'], beginnings: [], exact: true })
    expect(cut('哈哈哈')).toEqual({ tokens: ['哈哈'], beginnings: [], exact: false })
    expect(cut('a-')).toEqual({ tokens: ['a'], beginnings: [], exact: false })
    expect(cut('cn1094171b').tokens).toEqual(['1094', '0941', '9417', '4171', 'cn', 'n1', '1b'])
    expect(cut('，')).toEqual({ tokens: [], beginnings: [], exact: false })
  })
})
