import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { scratch } from '../testing/scratch.ts'
import { whatExcelMinds } from '../testing/strict-workbook.ts'
import { workbookEntries, writeZip } from '../testing/workbook.ts'
import type { Book } from './book.ts'
import { writeSheet } from './write-sheet.ts'

const { path } = scratch()
const minded = async (book: Book, rowsPerSheet?: number) => {
  const file = path('strict.xlsx')
  await writeSheet(book, file, rowsPerSheet)
  return whatExcelMinds(readFileSync(file))
}

const kinds = ['text', 'day', 'number', 'long-number'] as const
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '"',
    '<&>',
    ']]>',
    '\ufffe',
    '_x0000_',
    '2020-02-30',
    '2020-03-01',
    '1899-12-31',
    '12',
    '1e5',
    '-0',
    '\u0000',
    '\ud800',
  ),
  fc.double(),
  fc.integer(),
  fc.constant(null),
)
const sheet = fc.record({
  name: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom("'专利'", '专利', '[演示]', 'History', '')),
  columns: fc.array(
    fc.record({
      heading: fc.string({ unit: 'grapheme', maxLength: 20 }),
      kind: fc.constantFrom(...kinds),
      width: fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined }),
    }),
    { maxLength: 30 },
  ),
  rows: fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 8 }),
})

it('whatever is written, Excel finds nothing to repair', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.boolean(), async (sheets, fronted) => {
      const book = { sheets, ...(fronted ? { frontPage: { title: '演示', lines: [['条件', '=1']] as const } } : {}) } as Book
      expect(await minded(book, 4)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

it('the reader finds what it is there for', async () => {
  const styles =
    '<fonts count="2"><font><name val="x"/><b/></font></fonts><fills count="1"><fill/></fills><cellXfs count="1"><xf numFmtId="164" fontId="3" fillId="0" borderId="0" xfId="0"/></cellXfs>'
  const rows =
    '<autoFilter ref="A1:A9"/><sheetData><row r="2"><c r="B2" s="9" t="s"><v>4</v></c><c r="A2" r="A2"><f>1</f><v>x</v></c></row><row r="1"/></sheetData>'
  const entries = workbookEntries({ sheets: { 'a:b': rows }, styles })
  const found = (await whatExcelMinds(readFileSync(await writeZip(path('bad.xlsx'), entries)))).join('\n')
  for (const sentence of [
    'duplicate attribute',
    'has no content type',
    'a sheet may not be called a:b',
    'fonts counts 2',
    'out of order',
    'row 1 after 2',
    'cell A2 in row 2',
    'B2 has the look 9',
    'B2 points to the string 4',
    'A2 holds a formula',
    'A2 has the number x',
    'the filter ends in row 9',
    'number format 164 is nowhere',
    'Excel wants its two own fills first',
  ])
    expect(found).toContain(sentence)
})
