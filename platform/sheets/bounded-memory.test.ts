import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { writeCsv } from './index.ts'
import { scratch } from './testing/scratch.ts'
import { workbookEntries, writeZip } from './testing/workbook.ts'

// Neither is about time, and both make a large file first.
vi.setConfig({ testTimeout: 300_000 })

const { path } = scratch()
const reader = fileURLToPath(new URL('./testing/read-and-count.ts', import.meta.url))
const abstract = '本演示装置由机架、输送带与控制箱组成，其特征在于分拣机构设于输送带上方。'.repeat(8)
const textOf = (n: number) => `${n}${abstract.slice(n % 40)}`

async function readBySmallProcess(file: string): Promise<{ rows: number; characters: number; peakMegabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=64', reader, file])
  return JSON.parse(stdout)
}

function* pieces(start: string, count: number, piece: (n: number) => string, end: string): Generator<Buffer> {
  let xml = start
  for (let n = 0; n < count; n++) {
    xml += piece(n)
    if (xml.length < 100_000) continue
    yield Buffer.from(xml)
    xml = ''
  }
  yield Buffer.from(xml + end)
}

test('a workbook whose strings alone would fill the heap twice is read in a small one', async () => {
  const count = 160_000
  const sheet = pieces(
    '<worksheet><sheetData>',
    count,
    (n) => `<row r="${n + 1}"><c t="s"><v>${(n * 7919) % count}</v></c></row>`,
    '</sheetData></worksheet>',
  )
  const strings = pieces('<sst>', count, (n) => `<si><t>${textOf(n)}</t></si>`, '</sst>')
  const file = await writeZip(path('strings.xlsx'), workbookEntries({ sheets: { S: sheet }, strings }), 1)
  let characters = 0
  for (let n = 0; n < count; n++) characters += textOf(n).length
  const read = await readBySmallProcess(file)
  expect([read.rows, read.characters, characters * 2 > 2 * 40 * 1024 ** 2]).toEqual([count, characters, true])
  expect(read.peakMegabytes).toBeLessThan(400)
})

test('a million rows of CSV are read in a small heap', async () => {
  const rows = function* () {
    for (let n = 0; n < 1_000_000; n++) yield [String(20_200_000_000 + n), '一种演示装置', '演示县演示公司', '2020-03-05']
  }
  const columns = ['申请号', '名称', '申请人', '申请日'].map((heading) => ({ heading, kind: 'text' as const }))
  await writeCsv({ columns, rows: rows(), encoding: 'gb18030' }, path('million.csv'))
  const read = await readBySmallProcess(path('million.csv'))
  expect(read.rows).toBe(1_000_001)
  expect(read.peakMegabytes).toBeLessThan(400)
})
