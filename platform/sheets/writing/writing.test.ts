import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { Writable } from 'node:stream'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SheetColumn, writeCsv, writeSheet } from '../index.ts'
import { cellsOf, readAll, rowsOf } from '../testing/rows.ts'
import { scratch } from '../testing/scratch.ts'
import { csvSheets } from '../text/csv-sheet.ts'
import { xlsxSheets } from '../xlsx/xlsx-sheets.ts'
import { cutMark } from './book.ts'
import { encodeGb18030 } from './gb18030.ts'

const { path, folder } = scratch()
const sheetJs: typeof import('@e965/xlsx') = createRequire(import.meta.url)('@e965/xlsx')

const texts = (...headings: string[]): SheetColumn[] => headings.map((heading) => ({ heading, kind: 'text' }))
const columns: SheetColumn[] = [
  { heading: '申请号', kind: 'long-number' },
  { heading: '名称', kind: 'text' },
  { heading: '申请日', kind: 'day' },
  { heading: '数量', kind: 'number' },
]
const rows = [
  ['202010000001.1', '一种演示装置', '2020-03-05', 12],
  ['201610259567', '=HYPERLINK("http://x")', '1985-04-01', 0.5],
  ['91620000000000000X', '-1+2', '2020-02-30', '不详'],
  [null, '', '1900-01-05', '12.50'],
]
const readBack = [
  ['申请号', '名称', '申请日', '数量'],
  ['202010000001.1', '一种演示装置', '2020-03-05', '12'],
  ['201610259567', '=HYPERLINK("http://x")', '1985-04-01', '0.5'],
  ['91620000000000000X', '-1+2', '2020-02-30', '不详'],
  ['', '', '1900-01-05', '12.5'],
]

/** Text as people paste it, what Excel would take for a formula or for an escape among it. */
const pasted = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '\t',
        '"',
        '""',
        ',',
        ';',
        '\n',
        '\r\n',
        '中',
        '😀',
        '_x000D_',
        '_x005F_',
        '_x',
        '<',
        '&amp;',
        ']]>',
        '\uffff',
        ' ',
      ),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''))
/** What a cell keeps: no control characters, one kind of line end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const kept = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '').replace(/\r\n?/g, '\n')

const padded = (row: readonly string[]) => {
  const cells = [...row]
  while (cells.at(-1) === '') cells.pop()
  return cells
}

describe('a workbook written', () => {
  test('reads back as it was, by us and by others', async () => {
    const file = path('a.xlsx')
    expect(await writeSheet({ sheets: [{ name: '专利', columns, rows }] }, file)).toEqual([{ name: '专利', rows: 4, cut: 0 }])
    expect(cellsOf((await readAll(file)).sheets[0]!.rows)).toEqual(readBack)
    const book = sheetJs.read(readFileSync(file), { cellFormula: true, cellNF: true, cellStyles: true })
    const sheet = book.Sheets.专利!
    expect(Object.entries(sheet).filter(([address, cell]) => !address.startsWith('!') && 'f' in cell)).toEqual([])
    expect([sheet.A2, sheet.B3, sheet.C2, sheet.D2].map(({ t, v, z }) => [t, v, z])).toEqual([
      ['s', '202010000001.1', '@'],
      ['s', '=HYPERLINK("http://x")', 'General'],
      ['n', 43895, 'yyyy\\-mm\\-dd'],
      ['n', 12, 'General'],
    ])
    expect(sheet['!autofilter']).toEqual({ ref: 'A1:D5' })
    expect(book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref])).toContainEqual(['_xlnm.Print_Titles', "'专利'!$1:$1"])
  })

  test('any text comes back, and none becomes a formula', async () => {
    const grid = fc.array(fc.tuple(pasted, pasted, pasted), { minLength: 1, maxLength: 40 })
    let n = 0
    await fc.assert(
      fc.asyncProperty(grid, async (written) => {
        const file = path(`p${n++ % 2}.xlsx`)
        const kinds = texts('甲', '乙', '丙').map((column, index) =>
          index === 1 ? { ...column, kind: 'long-number' as const } : column,
        )
        await writeSheet({ sheets: [{ name: 'S', columns: kinds, rows: written }] }, file)
        const wanted = written.map((row) => padded(row.map(kept))).filter((row) => row.length > 0)
        const found = await rowsOf(xlsxSheets(file, 1e6, folder))
        expect(cellsOf(found).slice(1)).toEqual(wanted)
      }),
      { numRuns: 40 },
    )
  })

  test('the heading is frozen, bold and repeated; what looks like a formula is marked as text', async () => {
    const file = path('look.xlsx')
    await writeSheet({ sheets: [{ name: 'S', columns, rows }] }, file)
    const archive = sheetJs.CFB.read(readFileSync(file), { type: 'buffer' })
    const part = (name: string) => Buffer.from(sheetJs.CFB.find(archive, `Root Entry/${name}`)!.content as Uint8Array).toString()
    const xml = part('xl/worksheets/sheet1.xml')
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>')
    expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter>')
    const styleOf = (address: string) => new RegExp(`r="${address}" s="(\\d+)"`).exec(xml)![1]
    const looks = [
      ...part('xl/styles.xml')
        .split('<cellXfs')[1]!
        .matchAll(/<xf [^>]*>/g),
    ].map(([look]) => look)
    expect(looks[Number(styleOf('B3'))]).toContain('quotePrefix="1"')
    expect(looks[Number(styleOf('B2'))]).not.toContain('quotePrefix')
    expect(looks[Number(styleOf('A1'))]).toContain('fontId="1"')
    expect(part('xl/styles.xml')).toContain('<name val="宋体"/>')
  })

  test('a front page comes first and may count what came after', async () => {
    const file = path('front.xlsx')
    const frontPage = (written: readonly { rows: number }[]) => ({
      title: '专利导出',
      lines: [
        ['检索式', '=牦牛'],
        ['行数', String(written[0]!.rows)],
      ] as const,
    })
    await writeSheet({ sheets: [{ name: '说明', columns, rows }], frontPage }, file)
    const { sheets } = await readAll(file)
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '说明（2）'])
    expect(cellsOf(sheets[0]!.rows)).toEqual([['专利导出'], ['检索式', '=牦牛'], ['行数', '4']])
  })

  test('more rows than a sheet has go on in the next one', async () => {
    const file = path('split.xlsx')
    const many = (async function* () {
      for (let n = 1; n <= 25; n++) yield [String(n)]
    })()
    const written = await writeSheet({ sheets: [{ name: '专利/[清单]', columns: texts('序号'), rows: many }] }, file, 11)
    const { sheets } = await readAll(file)
    expect(written).toEqual([{ name: '专利/[清单]', rows: 25, cut: 0 }])
    expect(sheets.map(({ name, rows: each }) => [name, each.length, each[0]!.cells[0], each.at(-1)!.cells[0]])).toEqual([
      ['专利  清单', 11, '序号', '10'],
      ['专利  清单（2）', 11, '序号', '20'],
      ['专利  清单（3）', 6, '序号', '25'],
    ])
  })

  test('a cell that is too long ends in a mark, never within a character', async () => {
    const file = path('long.xlsx')
    const [sheet] = await writeSheet(
      { sheets: [{ name: 'S', columns: texts('长'), rows: [['😀'.repeat(20_000)], ['x'.repeat(32_767)]] }] },
      file,
    )
    const [, long, whole] = cellsOf((await readAll(file)).sheets[0]!.rows).map(([cell]) => cell!)
    expect([sheet!.cut, long!.length <= 32_767, long!.endsWith(`😀${cutMark}`), whole!.length]).toEqual([1, true, true, 32_767])
  })

  test('rows that fail, or a reader that goes away, end the writing and its source', async () => {
    let ended = 0
    const source = async function* () {
      try {
        for (let n = 0; ; n++) {
          if (n === 50_000) throw new Error('the database went away')
          yield [`演示${n}`]
        }
      } finally {
        ended++
      }
    }
    const file = path('failed.xlsx')
    await expect(writeSheet({ sheets: [{ name: 'S', columns: texts('甲'), rows: source() }] }, file)).rejects.toThrow(
      'the database went away',
    )
    expect(existsSync(file)).toBe(false)
    let room = 3
    const gone = new Writable({
      write: (_chunk, _encoding, next) => next(--room > 0 ? null : new Error('the browser went away')),
    })
    const noise = async function* () {
      try {
        for (;;) yield [Math.random().toString(36).repeat(20)]
      } finally {
        ended++
      }
    }
    await expect(writeSheet({ sheets: [{ name: 'S', columns: texts('甲'), rows: noise() }] }, gone)).rejects.toThrow(
      'the browser went away',
    )
    expect(ended).toBe(2)
  })
})

describe('CSV written', () => {
  test.each(['utf-8', 'gb18030'] as const)('in %s reads back as it was, whatever the text', async (encoding) => {
    const grid = fc.array(fc.tuple(pasted, pasted), { minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(grid, async (written) => {
        const file = path(`${encoding}.csv`)
        expect(await writeCsv({ columns: texts('甲', '乙'), rows: written, encoding }, file)).toBe(written.length)
        const wanted = written.map((row) => row.map(kept)).filter((row) => row.join('') !== '')
        expect(cellsOf(await rowsOf(csvSheets(file, encoding, 1e6))).slice(1)).toEqual(wanted)
      }),
      { numRuns: 60 },
    )
  })

  test('carries the mark, CRLF and the guard against formulas', async () => {
    const file = path('guard.csv')
    const wild = [
      ['=1+1', '2020-03-05', -5],
      ['@a', null, '+1'],
      ["'=x", '\t=y', '1.5'],
    ]
    await writeCsv({ columns: [...texts('甲', '乙'), { heading: '数', kind: 'number' }], rows: wild, encoding: 'utf-8' }, file)
    expect(readFileSync(file, 'utf8')).toBe("\ufeff甲,乙,数\r\n'=1+1,2020-03-05,-5\r\n'@a,,'+1\r\n''=x,'\t=y,1.5\r\n")
  })
})

describe('GB18030', () => {
  test('every character comes back but the nineteen private ones that GB18030-2022 gave up', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true })
    const lost: string[] = []
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const character = String.fromCodePoint(code)
      if (decoder.decode(encodeGb18030(character)) !== character && code !== 0xfeff) lost.push(code.toString(16))
    }
    expect(lost).toEqual([
      ...['e5e5', 'e78d', 'e78e', 'e78f', 'e790', 'e791', 'e792', 'e793', 'e794', 'e795', 'e796'],
      ...['e81e', 'e826', 'e82b', 'e82c', 'e832', 'e843', 'e854', 'e864'],
    ])
  })

  test('the bytes are those of the standard', () => {
    const hex = (text: string) => encodeGb18030(text).toString('hex')
    expect(['中', '€', '　', '龴', '😀', '㐀', 'é', 'A'].map(hex)).toEqual([
      'd6d0',
      'a2e3',
      'a1a1',
      'fe59',
      '9439fc36',
      '8139ee39',
      'a8a6',
      '41',
    ])
  })
})

const office = (process.env.PATH ?? '')
  .split(delimiter)
  .map((each) => join(each, 'soffice'))
  .find((each) => existsSync(each))
describe.skipIf(!office)('LibreOffice (skipped where soffice is not found)', () => {
  test('opens what we write and writes what we read', async () => {
    // Without the day of 1900, which the two count apart.
    await writeSheet({ sheets: [{ name: '专利', columns, rows: rows.slice(0, 3) }] }, path('to-office.xlsx'))
    const convert = (format: string, from: string) =>
      promisify(execFile)(office!, [
        `-env:UserInstallation=file://${path('profile')}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        path('out'),
        path(from),
      ])
    await convert('xlsx', 'to-office.xlsx')
    expect(cellsOf((await readAll(path('out/to-office.xlsx'))).sheets[0]!.rows)).toEqual(readBack.slice(0, 4))
    await convert('xls', 'to-office.xlsx')
    expect(cellsOf((await readAll(path('out/to-office.xls'))).sheets[0]!.rows)).toEqual(readBack.slice(0, 4))
  })
})
