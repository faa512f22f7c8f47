import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../sheet.ts'
import { CsvRecords } from './csv-records.ts'
import { detectSeparator } from './csv-separator.ts'

function read(text: string, separator = ',', cuts: readonly number[] = [], cellLimit = 1000): SheetRow[] {
  const rows: SheetRow[] = []
  const records = new CsvRecords(separator, cellLimit)
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    records.push(text.slice(from, cut), rows)
    from = Math.max(from, cut)
  }
  records.push(text.slice(from), rows)
  records.end(rows)
  return rows
}

const cells = (text: string, separator?: string) => read(text, separator).map((row) => row.cells)

describe('CSV records', () => {
  test('what was quoted comes back, however the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '中', '😀', '"', ',', ';', '\n', ' ', '1'), maxLength: 6 })
    const grid = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(grid, fc.array(fc.nat(200)), fc.constantFrom('\n', '\r\n', '\r'), (rows, cuts, lineEnd) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join(lineEnd)
        const wanted: SheetRow[] = []
        let line = 1
        for (const row of rows) {
          if (row.some((one) => one !== '')) wanted.push({ row: line, cells: row })
          line += 1 + row.join('').split('\n').length - 1
        }
        expect(read(text, ',', cuts)).toEqual(wanted)
      }),
    )
  })

  test('the row is the line on which the record starts', () => {
    expect(read('题名,摘要\r\n甲,"一\r\n二\n三"\r\n\r\n乙,四')).toEqual([
      { row: 1, cells: ['题名', '摘要'] },
      { row: 2, cells: ['甲', '一\n二\n三'] },
      { row: 6, cells: ['乙', '四'] },
    ])
  })

  test('ragged rows and preamble lines stay as they are', () => {
    expect(cells('search URL:,https://example.org\nid,title,assignee\n1,,\n2')).toEqual([
      ['search URL:', 'https://example.org'],
      ['id', 'title', 'assignee'],
      ['1', '', ''],
      ['2'],
    ])
  })

  test('a quote within a cell is a character, text behind a closing one is kept', () => {
    expect(cells('5" 管,"甲"乙,丙')).toEqual([['5" 管', '甲乙', '丙']])
  })

  test('a quote that nothing closes does not swallow the file', () => {
    expect(cells('甲,"乙\n丙,丁\n戊,己\n')).toEqual([
      ['甲', '"乙'],
      ['丙', '丁'],
      ['戊', '己'],
    ])
    const long = `甲,"乙\n${'丙,丁\n'.repeat(1000)}`
    expect(read(long, ',', [500, 1500, 3000])).toHaveLength(1001)
  })

  test('a line without end is cut and says so, and the next is read', () => {
    const rows = read(`甲,乙\n${'长'.repeat(90_000)}\n丙,丁`, ',', [10_000, 20_000, 30_000, 60_000])
    expect(rows.map((row) => [row.row, row.cells[0]!.length, row.damaged])).toEqual([
      [1, 1, undefined],
      [2, 1000, true],
      [3, 1, undefined],
    ])
  })

  test('guards that exporters put around text are taken off', () => {
    expect(cells('="201610259567.X","=""0012""",\t201610259567.1,\'=1+1,\'引号')).toEqual([
      ['201610259567.X', '0012', '201610259567.1', '=1+1', "'引号"],
    ])
  })

  test('NUL and other control characters are dropped', () => {
    expect(cells('甲\u0000乙\u0007,\u0085丙\t丁')).toEqual([['甲乙', '丙\t丁']])
  })
})

describe('the separator', () => {
  test.each([
    [',', 'search URL:,x\nid,title,assignee\n1,"a; b; c",d; e\n2,f;g,h'],
    [';', '"Espacenet"\n\nquery\n\nNo;Title;Inventors;Applicants\n1;"A, B, C";D, E;F\n2;G;H;I'],
    ['\t', '申请号\t名称\t申请人\n1\t甲,乙\t丙;丁\n2\t戊,己\t庚'],
    ['|', 'sep=|\n甲|乙'],
    [',', '只有一列\n甲\n乙'],
    ['\t', 'a\tb'],
  ])('%j', (separator, text) => {
    expect(detectSeparator(text)).toBe(separator)
  })

  test('the line that names it is no row', () => {
    expect(cells('sep=|\n甲|乙', '|')).toEqual([['甲', '乙']])
  })
})
