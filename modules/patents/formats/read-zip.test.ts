import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { readPatentFile } from './read-file.ts'
import { account, aFile, aZip, csv, refusalOf, removeFiles } from './testing/files.ts'
import { legalRecord, newDocument, oldDocument, prs } from './testing/xml.ts'

afterEach(removeFiles)

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const table = (number: string) =>
  csv([
    ['申请号', '名称', '第一申请人', '申请日', '专利类型', '案件状态'],
    [number, '演示', '演示公司', '20230103', '发明', '专利权维持'],
  ])
const google = csv([
  [
    'id',
    'title',
    'assignee',
    'inventor/author',
    'priority date',
    'filing/creation date',
    'publication date',
    'grant date',
    'result link',
  ],
  ['CN-116000001-A', 'Demo', '演示公司', '演示甲', '', '2023-01-03', '2023-06-20', '', ''],
])
const where = (rows: Awaited<ReturnType<typeof account>>['rows']) =>
  rows.map((one) => [one.entry, one.row, 'fields' in one ? one.fields.applicationNumber : one.reason])

test('上千件 XML 与附图：每件从 1 数起，附图和目录略过', async () => {
  const files: Record<string, string> = { 'INDEX.XML': '<index><file/></index>' }
  for (let at = 1; at <= 1200; at++) {
    files[`${at}/CN${at}.XML`] = declaration + newDocument({ number: `2023${100_000_000 + at}` })
    files[`${at}/CN${at}.JPG`] = 'jpg'
  }
  const { format, rows } = await account(await aZip(files))
  expect(format).toBe('cnipa-xml')
  expect(rows).toHaveLength(1200)
  expect(where(rows.slice(0, 2))).toEqual([
    ['1/CN1.XML', 1, '2023100000001'],
    ['2/CN2.XML', 1, '2023100000002'],
  ])
})

test('新旧著录和法律状态在一个包里；坏的那件不连累别的', async () => {
  const { format, rows } = await account(
    await aZip({
      'a.xml': declaration + newDocument(),
      'b.xml': declaration + oldDocument(),
      'c.xml': prs(legalRecord(), legalRecord()),
      'd.xml': '<a><b></a>',
      'e.xml': declaration + oldDocument('202310000009.1'),
    }),
  )
  expect(format).toBe('cnipa-xml')
  expect(where(rows)).toEqual([
    ['a.xml', 1, '202310000001.5'],
    ['b.xml', 1, '202310000002.X'],
    ['c.xml', 1, '202320000003.3'],
    ['c.xml', 2, '202320000003.3'],
    ['d.xml', 1, expect.stringContaining('标签不配对')],
    ['e.xml', 1, '202310000009.1'],
  ])
})

test('表格、包中之包、压缩的表格', async () => {
  const inner = await readFile(await aZip({ 'c.csv': table('202310000003') }))
  const { format, rows } = await account(
    await aZip({
      '说明.docx': 'x',
      'a.csv': table('202310000001.5'),
      'b.csv.gz': gzipSync(table('202310000002.X')),
      'inner.zip': inner,
    }),
  )
  expect(format).toBe('cnipa-cases')
  expect(where(rows)).toEqual([
    ['a.csv', 2, '202310000001.5'],
    ['b.csv.gz', 2, '202310000002.X'],
    ['inner.zip/c.csv', 2, '202310000003'],
  ])
})

test('不同来源不混在一起：另一种格式的文件不收，并说明', async () => {
  const { format, rows } = await account(await aZip({ 'a.csv': google, 'b.csv': table('202310000001.5') }))
  expect(format).toBe('google')
  expect(rows.map((one) => ('fields' in one ? one.fields.publications : one.reason))).toEqual([
    [{ number: 'CN-116000001-A', on: '2023-06-20' }],
    '同一文件中混有另一种格式（国家知识产权局案件查询），请分开导入',
  ])
})

test('没有专利的包整包不收；临时文件不留下', async () => {
  const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('zhizhou-zip-'))
  const before = folders()
  expect(await refusalOf(await aZip({ 'a.jpg': 'x', 'b.csv': csv([['姓名', '部门']]) }))).toMatchObject({
    code: 'nothing-to-read',
  })
  const read = await readPatentFile(await aZip({ 'a.csv': table('202310000001.5'), 'b.csv': table('202310000002.X') }))
  if (!read.done) throw new Error('read above')
  for await (const one of read.value.rows) {
    expect(one.entry).toBe('a.csv')
    break
  }
  expect(folders()).toEqual(before)
})

test('gzip 的 XML', async () => {
  const { rows } = await account(await aFile('演示.xml.gz', gzipSync(declaration + newDocument())))
  expect(where(rows)).toEqual([[undefined, 1, '202310000001.5']])
})
