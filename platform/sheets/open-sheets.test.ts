import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openSheets, readText, sheetRefusalSentence } from './index.ts'
import { cellsOf, readAll, refusalOf } from './testing/rows.ts'
import { scratch } from './testing/scratch.ts'
import { workbookEntries, writeZip } from './testing/workbook.ts'
import { encodeGb18030 } from './writing/gb18030.ts'

const { path, file, folder } = scratch()
const sheetJs: typeof import('@e965/xlsx') = createRequire(import.meta.url)('@e965/xlsx')

const table = '申请号,名称,申请人\r\n202010000001.X,一种演示装置,演示县演示公司\r\n'
const read = [
  ['申请号', '名称', '申请人'],
  ['202010000001.X', '一种演示装置', '演示县演示公司'],
]
const html =
  '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@"}</style></head><body>' +
  '<table border=1><tr><th>申请号<th>名称<th>申请人</tr><tr><td>202010000001.X</td><td>一种演示&nbsp;<br>装置</td><td>演示县演示公司</td></tr></table></body></html>'

describe('what a file is, by its content', () => {
  test.each([
    ['UTF-8', 'a.csv', Buffer.from(table), 'csv', 'utf-8'],
    ['UTF-8 with its mark', 'b.xls', Buffer.from(`\ufeff${table}`), 'csv', 'utf-8'],
    ['GB18030', 'c.xlsx', encodeGb18030(table), 'csv', 'gb18030'],
    ['Unicode text of Excel', 'd.txt', Buffer.from(`\ufeff${table.replaceAll(',', '\t')}`, 'utf16le'), 'csv', 'utf-16le'],
    ['UTF-16 the other way', 'e.csv', Buffer.from(`\ufeff${table}`, 'utf16le').swap16(), 'csv', 'utf-16be'],
    ['gzip of GB18030', 'f.csv.gz', gzipSync(encodeGb18030(table)), 'csv', 'gb18030'],
  ])('CSV in %s', async (_, name, bytes, kind, encoding) => {
    const opened = await readAll(file(name, bytes))
    expect([opened.kind, opened.encoding, cellsOf(opened.sheets[0]!.rows)]).toEqual([kind, encoding, read])
  })

  test('an HTML table in GBK named .xls', async () => {
    const opened = await readAll(file('page.xls', encodeGb18030(html)))
    const rows = [read[0], ['202010000001.X', '一种演示\n装置', '演示县演示公司']]
    expect([opened.kind, opened.encoding, cellsOf(opened.sheets[0]!.rows)]).toEqual(['html', 'gb18030', rows])
  })

  test('an XML spreadsheet of 2003 named .xls', async () => {
    const xml =
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
      '<Worksheet ss:Name="甲"><Table><Row><Cell><Data ss:Type="String">申请号</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">申请日</Data></Cell></Row>' +
      '<Row ss:Index="4"><Cell ss:MergeAcross="1"><Data ss:Type="Number">201610259567</Data></Cell><Cell><Data ss:Type="DateTime">2020-03-05T00:00:00.000</Data></Cell></Row></Table></Worksheet>' +
      '<Worksheet ss:Name="乙"><Table><Row><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>'
    const opened = await readAll(file('2003.xls', xml))
    expect(opened).toEqual({
      kind: 'workbook-xml',
      encoding: 'utf-8',
      sheets: [
        {
          name: '甲',
          hidden: false,
          rows: [
            { row: 1, cells: ['申请号', '', '申请日'] },
            { row: 4, cells: ['201610259567', '', '2020-03-05'] },
          ],
        },
        { name: '乙', hidden: false, rows: [{ row: 1, cells: ['TRUE'] }] },
      ],
    })
  })

  test.each([
    ['xml', '<?xml version="1.0"?><business:PatentDocumentAndRelated/>'],
    ['xml', '<cn-patent-document lang="ZH"/>'],
    ['json', '\n[{"申请号":1}]'],
    ['json', '{"a":1}'],
    ['pdf', '%PDF-1.7\n'],
    ['unknown', Buffer.from(Array.from({ length: 500 }, (_, n) => (n * 7919) % 256))],
  ])('is named where it is no sheet: %s', async (kind, content) => {
    expect(await refusalOf(file('other.xlsx', content))).toEqual({ code: 'not-a-sheet', kind })
  })

  test('a heading that begins with a square bracket is not JSON', async () => {
    const opened = await readAll(file('patsnap.csv', '[标]当前申请(专利权)人,公开(公告)号\n演示公司,CN1A'))
    expect(opened.sheets[0]!.rows[0]!.cells[0]).toBe('[标]当前申请(专利权)人')
  })

  test('zips of files, OpenDocument and binary workbooks', async () => {
    expect(await refusalOf(await writeZip(path('two.zip'), { 'a.csv': 'a', 'b.csv': 'b' }))).toEqual({
      code: 'not-a-sheet',
      kind: 'zip',
    })
    const ods = { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }
    expect(await refusalOf(await writeZip(path('a.ods'), ods))).toEqual({ code: 'other-workbook', format: 'ods' })
    const xlsb = { '[Content_Types].xml': '<a/>', 'xl/workbook.bin': 'x' }
    expect(await refusalOf(await writeZip(path('a.xlsb'), xlsb))).toEqual({ code: 'other-workbook', format: 'xlsb' })
  })

  test('other text is handed on in its encoding, gzip or not', async () => {
    const xml = '<?xml version="1.0" encoding="GB18030"?><名称>牦牛</名称>'
    const opened = await readText(file('a.xml.gz', gzipSync(encodeGb18030(xml))), { temporaryFolder: folder })
    if (!opened.done) throw new Error('refused')
    expect([opened.value.kind, opened.value.encoding, (await Array.fromAsync(opened.value.chunks)).join('')]).toEqual([
      'xml',
      'gb18030',
      xml,
    ])
    expect(readdirSync(folder).filter((name) => name.startsWith('zhizhou-sheet-'))).toEqual([])
  })
})

describe('a legacy .xls', () => {
  const book = sheetJs.utils.book_new()
  const sheet = sheetJs.utils.aoa_to_sheet([
    ['申请号', '申请日', '数量', '有效'],
    ['201610259567.X', 43895, 0.1 + 0.2, true],
    [],
    ['牦牛皮加工装置', null, 201610259567],
  ])
  sheet.B2.z = 'yyyy"年"m"月"d"日"'
  sheetJs.utils.book_append_sheet(book, sheet, '专利')
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([['第二张']]), '乙')
  const biff8: Buffer = sheetJs.write(book, { bookType: 'biff8', type: 'buffer' })

  test('BIFF8, whatever its name', async () => {
    expect(await readAll(file('old.csv', biff8))).toEqual({
      kind: 'xls',
      encoding: null,
      sheets: [
        {
          name: '专利',
          hidden: false,
          rows: [
            { row: 1, cells: ['申请号', '申请日', '数量', '有效'] },
            { row: 2, cells: ['201610259567.X', '2020-03-05', '0.3', 'TRUE'] },
            { row: 4, cells: ['牦牛皮加工装置', '', '201610259567'] },
          ],
        },
        { name: '乙', hidden: false, rows: [{ row: 1, cells: ['第二张'] }] },
      ],
    })
  })

  test('with a password, too large, too slow or torn', async () => {
    const compound = sheetJs.CFB.read(biff8, { type: 'buffer' })
    const stream = sheetJs.CFB.find(compound, 'Workbook')!
    const content = Buffer.from(stream.content as Uint8Array)
    const afterOpening = 4 + content.readUInt16LE(2)
    const locked = Buffer.concat([
      content.subarray(0, afterOpening),
      Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]),
      Buffer.alloc(48, 7),
      content.subarray(afterOpening),
    ])
    stream.content = locked
    stream.size = locked.length
    const withPassword = Buffer.from(sheetJs.CFB.write(compound, { type: 'buffer' }) as Buffer)
    expect(await refusalOf(file('locked.xls', withPassword))).toEqual({ code: 'encrypted' })
    expect(await refusalOf(file('old.xls', biff8), { limits: { xlsBytes: 1000 } })).toEqual({
      code: 'xls-too-large',
      bytes: biff8.length,
      limit: 1000,
    })
    expect(await refusalOf(path('old.xls'), { limits: { answerSeconds: 0.001 } })).toEqual({ code: 'too-slow', seconds: 0.001 })
    expect(await refusalOf(path('old.xls'), { limits: { xlsHeapMegabytes: 12 } })).toEqual({ code: 'too-much-memory' })
    expect((await refusalOf(file('torn.xls', biff8.subarray(0, 700)))).code).toBe('damaged-file')
  })

  test('a workbook of today with a password is a compound file too', async () => {
    const compound = sheetJs.CFB.utils.cfb_new()
    sheetJs.CFB.utils.cfb_add(compound, '/EncryptedPackage', Buffer.alloc(5000, 1))
    sheetJs.CFB.utils.cfb_add(compound, '/EncryptionInfo', Buffer.alloc(300, 1))
    const refusal = await refusalOf(file('locked.xlsx', Buffer.from(sheetJs.CFB.write(compound, { type: 'buffer' }) as Buffer)))
    expect(refusal).toEqual({ code: 'encrypted' })
    expect(sheetRefusalSentence(refusal)).toBe('文件已加密，请在 WPS 或 Excel 中取消密码后重新上传。')
  })

  test('a document of Word is no sheet', async () => {
    const compound = sheetJs.CFB.utils.cfb_new()
    sheetJs.CFB.utils.cfb_add(compound, '/WordDocument', Buffer.alloc(5000, 1))
    expect(await refusalOf(file('a.doc', Buffer.from(sheetJs.CFB.write(compound, { type: 'buffer' }) as Buffer)))).toEqual({
      code: 'not-a-sheet',
      kind: 'unknown',
    })
  })
})

describe('what does not open', () => {
  test('empty, missing, torn', async () => {
    expect(await refusalOf(file('empty.csv', ''))).toEqual({ code: 'empty-file' })
    expect(await refusalOf(path('nowhere.xlsx'))).toEqual({ code: 'no-such-file' })
    const whole = readFileSync(await writeZip(path('w.xlsx'), workbookEntries({ sheets: { S: '<sheetData/>' } })))
    expect(await refusalOf(file('torn.xlsx', whole.subarray(0, whole.length - 30)))).toEqual({ code: 'damaged-file' })
    expect(await refusalOf(file('torn.csv.gz', gzipSync(table).subarray(0, 40)))).toEqual({ code: 'damaged-file' })
    expect(await refusalOf(file('empty.gz', gzipSync('')))).toEqual({ code: 'empty-file' })
  })

  test('a gzip bomb, and none where much repeats honestly', async () => {
    expect(await refusalOf(file('bomb.csv.gz', gzipSync(Buffer.alloc(30_000_000, 'a,'))))).toEqual({
      code: 'bomb',
      by: 'ratio',
      limit: 500,
    })
    const total = await refusalOf(file('total.csv.gz', gzipSync(table)), { limits: { totalBytes: 20 } })
    expect(total).toEqual({ code: 'bomb', by: 'total', limit: 20 })
    const rows = Array.from({ length: 100_000 }, (_, n) => `${20_200_000_000 + n},一种演示装置,演示县演示公司`).join('\n')
    expect((await readAll(file('honest.csv.gz', gzipSync(rows)))).sheets[0]!.rows).toHaveLength(100_000)
  })

  test('a file that fills the memory breaks only its own reader', async () => {
    const huge = file('huge.csv', `"${'甲,'.repeat(12_000_000)}`)
    const opened = openSheets(huge, { limits: { cellText: 500_000_000, heapMegabytes: 24 } })
    const reading = async () => {
      const outcome = await opened
      if (!outcome.done) return outcome.refusal.code
      for await (const sheet of outcome.value.sheets) for await (const _ of sheet.rows);
      return 'read'
    }
    await expect(reading()).rejects.toMatchObject({ refusal: { code: 'too-much-memory' } })
  })
})

describe('reading on', () => {
  test('a row that cannot be decoded says so, and the others are read', async () => {
    const bytes = Buffer.concat([
      Buffer.from(table.repeat(20)),
      Buffer.from('1,'),
      Buffer.from([0xe4, 0xb8]),
      Buffer.from(',丙\r\n'),
      Buffer.from('2,乙,丁'),
    ])
    const { sheets } = await readAll(file('broken.csv', bytes))
    expect(sheets[0]!.rows.slice(-2)).toEqual([
      { row: 41, cells: ['1', '\ufffd', '丙'], damaged: true },
      { row: 42, cells: ['2', '乙', '丁'] },
    ])
  })

  test('who leaves early, or never begins, leaves nothing behind', async () => {
    const packed = file('many.csv.gz', gzipSync(Array.from({ length: 50_000 }, (_, n) => `${n},演示`).join('\n')))
    const opened = await openSheets(packed, { temporaryFolder: folder })
    if (!opened.done) throw new Error('refused')
    let seen = 0
    for await (const sheet of opened.value.sheets) {
      for await (const _ of sheet.rows) if (++seen === 10) break
      break
    }
    const never = await openSheets(packed, { temporaryFolder: folder })
    if (never.done) await never.value.close()
    expect([seen, readdirSync(folder).filter((name) => name.startsWith('zhizhou-sheet-'))]).toEqual([10, []])
  })

  test('HTML cells that reach over others keep the columns', async () => {
    const spans =
      '<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td><td>丙</td></tr><tr><td>丁</td><td>戊<table><tr><td>内</td></tr></table></td><td>己</td></tr><tr><td>庚</td></tr></table>'
    expect(cellsOf((await readAll(file('spans.xls', spans))).sheets[0]!.rows)).toEqual([
      ['甲', '乙', '', '丙'],
      ['', '丁', '戊 内', '己'],
      ['庚'],
    ])
  })
})

const real = fileURLToPath(new URL('../../../shared/data/patents/', import.meta.url))
describe.skipIf(!existsSync(real))('real files (skipped where ../shared is missing)', () => {
  test('199 utility models in the CNIPR layout', async () => {
    const { kind, sheets } = await readAll(`${real}cnipr_25col_199.xlsx`)
    const [headings, ...rows] = sheets[0]!.rows
    expect([kind, sheets.length, headings!.cells.length, headings!.cells[0], headings!.cells[24], rows.length]).toEqual([
      'xlsx',
      1,
      25,
      '申请号',
      'PCT公开',
      199,
    ])
    expect(
      rows.every(
        ({ row, cells }, index) => row === index + 2 && /^CN\d{12}\.[\dX]$/.test(cells[0]!) && /^[01]$/.test(cells[24]!),
      ),
    ).toBe(true)
    expect(rows.every(({ cells }) => /^\d{4}\.\d{2}\.\d{2}$/.test(cells[2]!))).toBe(true)
  })

  test('4,264 results of Google Patents under a line that is no heading', async () => {
    const { encoding, sheets } = await readAll(`${real}google_patents_search.csv`)
    const [search, headings, ...rows] = sheets[0]!.rows
    expect([encoding, search!.cells.length, headings!.cells[0], rows.length, rows[0]!.row]).toEqual(['utf-8', 2, 'id', 4264, 3])
    expect(rows.every(({ cells }) => cells.length === 10)).toBe(true)
    // Fourteen rows name an inventor whose rare character Google itself had lost.
    expect(rows.filter((row) => row.damaged)).toHaveLength(14)
  })

  test('lists of CNKI in gzip', async () => {
    const { kind, sheets } = await readAll(`${real}cnki_company_lists_part1.tsv.gz`)
    expect([kind, sheets[0]!.rows.length, sheets[0]!.rows[0]!.cells]).toEqual(['csv', 8942, ['source_file', 'raw_line']])
  })

  test.each(['st36_cn_old1.xml', 'cnipa_v2_cn_new2.xml'])('%s is XML', async (name) => {
    expect(await refusalOf(`${real}xml/${name}`)).toEqual({ code: 'not-a-sheet', kind: 'xml' })
  })
})
