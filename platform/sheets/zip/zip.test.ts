import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openSheets, zipEntries } from '../index.ts'
import { readAll, refusalOf } from '../testing/rows.ts'
import { scratch } from '../testing/scratch.ts'
import { workbookEntries, writeZip } from '../testing/workbook.ts'
import { encodeGb18030 } from '../writing/gb18030.ts'

const { path, file } = scratch()

interface RawEntry {
  readonly name: Uint8Array
  readonly content: Buffer
  readonly packed?: Buffer
  readonly claimedSize?: number
  readonly flags?: number
  readonly method?: number
}

/** A zip byte by byte, to lie in it. `overlap` lets all entries share the bytes of the first. */
function rawZip(entries: readonly RawEntry[], overlap = false): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, packed = deflateRawSync(content), claimedSize, flags = 0, method = 8 } of entries) {
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(flags, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(claimedSize ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const at = overlap ? 0 : offset
    if (!overlap || locals.length === 0) {
      locals.push(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]))
      offset += locals.at(-1)!.length
    }
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name]))
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const entry = (name: string, content = '演示'): RawEntry => ({ name: Buffer.from(name), content: Buffer.from(content) })

describe('bombs', () => {
  test('800 MB of blanks in 800 kB is refused by the directory alone', async () => {
    const block = deflateRawSync(Buffer.alloc(1024 ** 2, ' '), { finishFlush: constants.Z_FULL_FLUSH })
    const packed = Buffer.concat([...new Array<Buffer>(800).fill(block), deflateRawSync('')])
    const content = Buffer.alloc(0)
    const sheet = { ...entry('xl/worksheets/sheet1.xml'), content, packed, claimedSize: 800 * 1024 ** 2 }
    const bomb = file('bomb.xlsx', rawZip([entry('[Content_Types].xml'), entry('xl/workbook.xml'), sheet]))
    expect(packed.length).toBeLessThan(900_000)
    expect(await refusalOf(bomb)).toEqual({ code: 'bomb', by: 'ratio', limit: 500 })
  })

  test('a million equal rows, the most compressible that an office program writes, pass', async () => {
    function* sheet() {
      let xml = '<worksheet><sheetData>'
      for (let row = 1; row <= 1_000_000; row++) {
        xml += `<row r="${row}"><c r="A${row}" s="1" t="s"><v>0</v></c><c r="B${row}" s="1"/></row>`
        if (xml.length < 100_000) continue
        yield Buffer.from(xml)
        xml = ''
      }
      yield Buffer.from(`${xml}</sheetData></worksheet>`)
    }
    const parts = workbookEntries({ sheets: { S: sheet() }, strings: '<si><t>是</t></si>' })
    const honest = await writeZip(path('honest.xlsx'), parts, 3)
    const opened = await openSheets(honest)
    if (!opened.done) throw new Error(`refused: ${opened.refusal.code}`)
    let rows = 0
    for await (const each of opened.value.sheets) for await (const { cells } of each.rows) if (cells[0] === '是') rows++
    expect(rows).toBe(1_000_000)
  }, 300_000)

  test('the total, the number of entries and bytes used twice are bounded', async () => {
    const many = file('many.zip', rawZip([entry('a.txt'), entry('b.txt'), entry('c.txt')]))
    const total = await zipEntries(many, { limits: { totalBytes: 10 } })
    expect(total).toEqual({ done: false, refusal: { code: 'bomb', by: 'total', limit: 10 } })
    const number = await zipEntries(many, { limits: { zipEntries: 2 } })
    expect(number).toEqual({ done: false, refusal: { code: 'bomb', by: 'entries', limit: 2 } })
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251))
    const shared = Array.from({ length: 50 }, (_, n) => ({ name: Buffer.from(`n${n}`), content: noise }))
    const overlapping = await zipEntries(file('overlap.zip', rawZip(shared, true)))
    expect(overlapping).toMatchObject({ refusal: { code: 'bomb', by: 'overlap' } })
  })

  test('an entry that unpacks to more, or to less, than it says is damaged', async () => {
    for (const claimedSize of [3, 5000]) {
      const lying = file('lying.zip', rawZip([{ ...entry('a.txt', 'x'.repeat(4000)), claimedSize }]))
      const opened = await zipEntries(lying)
      if (!opened.done) throw new Error('refused')
      const reading = async () => {
        for await (const one of opened.value.files) for await (const _ of one.bytes());
      }
      await expect(reading()).rejects.toMatchObject({ refusal: { code: 'damaged-file' } })
    }
  })
})

describe('a zip that is not to be touched', () => {
  test.each([
    ['../../etc/passwd', { code: 'unsafe-name', name: '../../etc/passwd' }],
    ['/etc/passwd', { code: 'unsafe-name', name: '/etc/passwd' }],
    ['C:/windows/x', { code: 'unsafe-name', name: 'C:/windows/x' }],
    ['a\\..\\..\\b', { code: 'unsafe-name', name: 'a/../../b' }],
  ])('%s', async (name, refusal) => {
    expect(await zipEntries(file('unsafe.zip', rawZip([entry(name)])))).toEqual({ done: false, refusal })
  })

  test('passwords and unknown compression', async () => {
    expect(await zipEntries(file('locked.zip', rawZip([{ ...entry('a.xlsx'), flags: 1 }])))).toMatchObject({
      refusal: { code: 'encrypted' },
    })
    expect(await zipEntries(file('lzma.zip', rawZip([{ ...entry('a.xlsx'), method: 14 }])))).toMatchObject({
      refusal: { code: 'unknown-compression', method: 14 },
    })
  })

  test('truncated', async () => {
    const cut = file('cut.zip', rawZip([entry('a.txt'), entry('b.txt')]))
    truncateSync(cut, 60)
    expect(await zipEntries(cut)).toMatchObject({ refusal: { code: 'damaged-file' } })
    expect(await zipEntries(path('nowhere.zip'))).toMatchObject({ refusal: { code: 'no-such-file' } })
  })
})

describe('a zip of files', () => {
  test('names in GB18030 and UTF-8, folders and leavings left out, content as bytes, text and file', async () => {
    const gb: RawEntry = { name: encodeGb18030('著录\\专利数据.csv'), content: encodeGb18030('申请号,名称\n1,牦牛皮加工装置') }
    const zip = rawZip([
      gb,
      entry('导出/', ''),
      entry('导出/甲.csv', '申请号\n2'),
      entry('__MACOSX/导出/._甲.csv'),
      entry('导出/.DS_Store'),
    ])
    const opened = await zipEntries(file('files.zip', zip))
    if (!opened.done) throw new Error('refused')
    const found: string[][] = []
    for await (const one of opened.value.files) {
      let text = ''
      for await (const piece of one.text()) text += piece
      found.push([one.name, text])
    }
    expect(found).toEqual([
      ['著录/专利数据.csv', '申请号,名称\n1,牦牛皮加工装置'],
      ['导出/甲.csv', '申请号\n2'],
    ])
    const again = await zipEntries(path('files.zip'))
    if (!again.done) throw new Error('refused')
    for await (const one of again.value.files) {
      await one.saveTo(path('saved.csv'))
      break
    }
    expect((await readAll(path('saved.csv'))).sheets[0]!.rows[1]!.cells).toEqual(['1', '牦牛皮加工装置'])
  })

  test('a workbook whose bytes were changed on the way is refused', async () => {
    const whole = await writeZip(
      path('whole.xlsx'),
      workbookEntries({ sheets: { S: '<sheetData><row><c><v>12345</v></c></row></sheetData>' } }),
      0,
    )
    const bytes = readFileSync(whole)
    bytes[bytes.indexOf('12345')] = 0x39
    writeFileSync(whole, bytes)
    await expect(readAll(whole)).rejects.toMatchObject({ refusal: { code: 'damaged-file' } })
  })
})
