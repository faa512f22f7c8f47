import fc from 'fast-check'
import { expect, test } from 'vitest'
import { highlight, highlightTerms } from './highlight.ts'
import { searchForm } from './normalise.ts'
import { anyText } from './testing/any-text.ts'

const shown = (text: string, ...terms: string[]) => highlight(text, terms).map(([start, end]) => text.slice(start, end))

test('marks stand where the reader sees the words, though their search form is longer or shorter', () => {
  expect(shown('一种ＰＥ－１００管材', 'pe-100')).toEqual(['ＰＥ－１００'])
  expect(shown('重５㎏以上', '5kg')).toEqual(['５㎏'])
  expect(shown('重５㎏以上', 'g以')).toEqual(['㎏以'])
  expect(shown('cafe\u0301 \n 泵', 'é 泵')).toEqual(['e\u0301 \n 泵'])
  expect(shown('铁\u200b路', '铁路')).toEqual(['铁\u200b路'])
  expect(shown('𠮷野𠮷野', '野𠮷')).toEqual(['野𠮷'])
  expect(shown('铁路隧道', '铁路', '路隧', '道')).toEqual(['铁路隧道'])
  expect(shown('İstanbul', 's')).toEqual(['s'])
})

test('every term that a text holds is marked, and what is marked is in order and apart', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText, fc.string({ unit: 'binary' })),
      fc.nat(),
      fc.integer({ min: 1, max: 5 }),
      (text, from, length) => {
        const form = searchForm(text)
        fc.pre(form.length > 0)
        const term = form.slice(from % form.length, (from % form.length) + length)
        const found = highlight(text, [term])
        expect(found.length).toBeGreaterThan(0)
        let last = -1
        for (const [start, end] of found) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
        // What is marked shows the term, unless whole characters or words had to be marked.
        expect(found.some(([start, end]) => searchForm(text.slice(start, end)).includes(term.trim()))).toBe(true)
      },
    ),
    { numRuns: 3000 },
  )
})

test('only what is looked for in a field is marked in it', () => {
  const query = {
    is: 'and',
    of: [
      { is: 'text', field: 'title', text: '泵' },
      { is: 'text', field: null, text: '阀' },
      { is: 'not', of: { is: 'text', field: null, text: '管' } },
      { is: 'class', field: 'class', class: 'E01B' },
    ],
  } as const
  expect(highlightTerms(query, 'title')).toEqual(['泵', '阀'])
  expect(highlightTerms(query, 'applicants')).toEqual(['阀'])
})
