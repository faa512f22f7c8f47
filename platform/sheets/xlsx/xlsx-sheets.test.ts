import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cellsOf, readAll, refusalOf } from '../testing/rows.ts'
import { scratch } from '../testing/scratch.ts'
import { type WorkbookParts, workbookEntries, writeZip } from '../testing/workbook.ts'
import { cellText } from './shared-strings.ts'
import { StringTable } from './string-table.ts'

const { path } = scratch()
let files = 0
const workbook = (parts: WorkbookParts) => writeZip(path(`${++files}.xlsx`), workbookEntries(parts))
const sheet = (rows: string) => `<sheetData>${rows}</sheetData>`

describe('the text of a cell', () => {
  test('shared, inline and rich strings, formulas, truth and errors', async () => {
    const file = await workbook({
      sheets: {
        S: sheet(
          '<row r="3" hidden="1"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c><c r="D3" t="inlineStr"><is><r><t>内</t></r><r><t xml:space="preserve"> 联</t></r></is></c></row>' +
            '<row r="4"><c r="A4" t="str"><f>"甲"&amp;B4</f><v>甲1</v></c><c r="B4"><f>1+1</f><v>2</v></c><c r="C4" t="b"><v>1</v></c><c r="D4" t="e"><v>#N/A</v></c><c r="E4"><f>A1</f></c></row>' +
            '<row r="7"><c t="d"><v>2020-03-05T00:00:00</v></c><c><v>1.5</v></c></row><row/><row><c><v>9</v></c></row>',
        ),
      },
      strings: '<si><t>甲</t></si><si><r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r><rPh sb="0" eb="1"><t>fu</t></rPh></si>',
    })
    expect((await readAll(file)).sheets[0]!.rows).toEqual([
      { row: 3, cells: ['甲', '富文本', '', '内 联'] },
      { row: 4, cells: ['甲1', '2', 'TRUE', '#N/A'] },
      { row: 7, cells: ['2020-03-05', '1.5'] },
      { row: 9, cells: ['9'] },
    ])
  })

  test('a serial is a day only where the style says so', async () => {
    const styles =
      '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="176"/><xf numFmtId="22"/></cellXfs>' +
      '<dxfs><dxf><numFmt numFmtId="0" formatCode="yyyy"/></dxf></dxfs>'
    const row = '<row r="1">'.concat(
      '<c r="A1"><v>43895</v></c><c r="B1" s="1"><v>43895</v></c><c r="C1" s="2"><v>43895</v></c>',
      '<c r="D1" s="3"><v>43895</v></c><c r="E1" s="4"><v>43895.6048611111</v></c><c r="F1" s="99"><v>2.01610259567E11</v></c></row>',
    )
    const since1900 = await readAll(await workbook({ sheets: { S: sheet(row) }, styles }))
    expect(cellsOf(since1900.sheets[0]!.rows)).toEqual([
      ['43895', '2020-03-05', '2020-03-05', '2020-03-05', '2020-03-05 14:31', '201610259567'],
    ])
    const since1904 = await readAll(await workbook({ sheets: { S: sheet(row) }, styles, date1904: true }))
    expect(since1904.sheets[0]!.rows[0]!.cells.slice(0, 2)).toEqual(['43895', '2024-03-06'])
  })

  test('a merged value stands in the first cell, styled empty cells are none', async () => {
    const file = await workbook({
      sheets: {
        S: `${sheet('<row r="1"><c r="A1" t="inlineStr"><is><t>题</t></is></c><c r="B1" s="1"/><c r="C1"/></row><row r="2"><c r="A2"/></row>')}<mergeCells><mergeCell ref="A1:C1"/></mergeCells>`,
      },
    })
    expect((await readAll(file)).sheets[0]!.rows).toEqual([{ row: 1, cells: ['题'] }])
  })

  test('characters written as numbers, and what is never shown', () => {
    expect(cellText('一_x000D_\n二_x0000_三_x005F_x000D_')).toBe('一\n二三_x000D_')
  })

  test('a string the workbook lacks, and a cell that is cut, say so', async () => {
    const file = await workbook({
      sheets: { S: sheet(`<row><c t="s"><v>7</v></c><c t="inlineStr"><is><t>${'长'.repeat(50)}</t></is></c></row>`) },
      strings: '<si><t>甲</t></si>',
    })
    const [row] = (await readAll(file, { limits: { cellText: 10 } })).sheets[0]!.rows
    expect(row).toEqual({ row: 1, cells: ['', '长'.repeat(10)], damaged: true })
  })
})

describe('the sheets of a workbook', () => {
  test('come one after another, hidden ones marked, and may be passed over', async () => {
    const row = (text: string) => sheet(`<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`)
    const file = await workbook({ sheets: { 甲: row('一'), 乙: row('二'), 丙: row('三') }, hidden: ['乙'] })
    const read = await readAll(file)
    expect(read.sheets.map(({ name, hidden, rows }) => [name, hidden, rows[0]?.cells[0]])).toEqual([
      ['甲', false, '一'],
      ['乙', true, '二'],
      ['丙', false, '三'],
    ])
  })

  test('names of objects and prototypes are text', async () => {
    const text = '__proto__'
    const file = await workbook({ sheets: { [`${text}x`]: sheet(`<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`) } })
    const { sheets } = await readAll(file)
    expect([sheets[0]!.name, cellsOf(sheets[0]!.rows)]).toEqual(['__proto__x', [['__proto__']]])
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('x')
  })

  test('a document type in a part is refused', async () => {
    const entries = workbookEntries({ sheets: { S: sheet('<row><c><v>1</v></c></row>') } })
    entries['xl/worksheets/s0.xml'] =
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>${sheet('<row><c t="str"><v>&e;</v></c></row>')}</worksheet>`
    const file = await writeZip(path('entity.xlsx'), entries)
    await expect(readAll(file)).rejects.toMatchObject({ refusal: { code: 'document-type' } })
    entries['xl/workbook.xml'] = `<!DOCTYPE x>${String(entries['xl/workbook.xml'])}`
    expect(await refusalOf(await writeZip(path('entity2.xlsx'), entries))).toEqual({ code: 'document-type' })
  })
})

describe('the string table', () => {
  test('gives back every string in any order, however little of it stays in memory', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '中', '😀', '\n'), maxLength: 400 })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 200 }), fc.array(fc.nat(), { maxLength: 400 }), (texts, asked) => {
        const table = new StringTable(tmpdir(), 0)
        for (const one of texts) table.add(one)
        for (const index of asked) expect(table.get(index % texts.length)).toBe(texts[index % texts.length])
        expect([table.get(-1), table.get(texts.length), table.get(Number.NaN)]).toEqual([undefined, undefined, undefined])
        table.close()
      }),
      { numRuns: 60 },
    )
  })
})
