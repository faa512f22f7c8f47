import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readIpc, readIpcList, readLocarno, sectionOf, subclassOf } from './ipc.ts'

const titles = new URL('../../../../shared/data/ipc/ipc_zh_full.csv.gz', import.meta.url)

describe('国际专利分类号', () => {
  test.each([
    ['E01B3/32(2006.01)I', 'E01B 3/32'],
    ['H04L   29/08    (2006.01)', 'H04L 29/08'],
    ['C12R    1/645   (2006.01)', 'C12R 1/645'],
    ['H01M10/0562', 'H01M 10/0562'],
    ['h01m 10/0562 (20060101)', 'H01M 10/0562'],
    ['Ａ６１Ｋ３６／８８８８', 'A61K 36/8888'],
    ['H04L 0029/08', 'H04L 29/08'],
    ['H04L0029080000', 'H04L 29/08'],
    ['A01B0001000000', 'A01B 1/00'],
    ['Int.Cl.7 H04L 29/06', 'H04L 29/06'],
    ['Int. Cl. H04L 29/06', 'H04L 29/06'],
    ['H02J13/00;', 'H02J 13/00'],
    ['Y02E60/10', 'Y02E 60/10'],
    ['H01M10/0562 (EP,KR,US)', 'H01M 10/0562'],
    ['H04L', 'H04L'],
    ['G06', 'G06'],
  ])('%s → %s', (text, code) => {
    expect(readIpc(text)).toBe(code)
  })

  test.each(['', '09-03', '一种方法', 'H', 'H4L', 'E01B3', 'Z01B 3/32', 'x'.repeat(1000)])('%j 不是', (text) => {
    expect(readIpc(text)).toBeNull()
  })

  test('一格多个，次序不变，重复的只留一个', () => {
    expect(readIpcList('E01B3/32(2006.01)I;E01B9/10(2006.01)I；E01B3/32')).toEqual({
      codes: ['E01B 3/32', 'E01B 9/10'],
      rest: [],
    })
    expect(readIpcList('H02S40/44,F24S10/30|F24S10/40\nH02S40/34').codes).toHaveLength(4)
    expect(readIpcList('H04L 29/08 H04L 29/06 G06Q 40/04').codes).toEqual(['H04L 29/08', 'H04L 29/06', 'G06Q 40/04'])
    expect(readIpcList('H01M10/0562;;H01M10/052;;不明')).toEqual({ codes: ['H01M 10/0562', 'H01M 10/052'], rest: ['不明'] })
    expect(readIpcList('')).toEqual({ codes: [], rest: [] })
  })

  test('部与小类', () => {
    expect(sectionOf('E01B 3/32')).toBe('E')
    expect(sectionOf('Y02E 60/10')).toBeNull()
    expect(subclassOf('E01B 3/32')).toBe('E01B')
    expect(subclassOf('G06')).toBe('G06')
  })

  test('写出再读回，不变', () => {
    const code = fc
      .tuple(
        fc.constantFrom(...'ABCDEFGH'),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...'BCDGHKLMN'),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 999_999 }),
      )
      .map(
        ([section, mainClass, subclass, group, subgroup]) =>
          `${section}${String(mainClass).padStart(2, '0')}${subclass} ${group}/${String(subgroup).padStart(2, '0')}`,
      )
    fc.assert(
      fc.property(code, fc.constantFrom('', '(2006.01)I', '   (2019.01)', ' '), (text, tail) => {
        expect(readIpc(`${text}${tail}`)).toBe(text)
        expect(readIpc(`${text.replace(' ', '')}${tail}`)).toBe(text)
      }),
    )
  })

  test.skipIf(!existsSync(titles))('分类表里的每个号都认得', () => {
    const rows = gunzipSync(readFileSync(titles)).toString('utf8').trim().split(/\r?\n/)
    const codes = rows.slice(1).map((row) => row.split(',')[0]!)
    const unread = codes.filter((code) => code.length > 1 && readIpc(code) === null)
    expect({ codes: codes.length, unread }).toEqual({ codes: 77_259, unread: [] })
  })
})

describe('洛迦诺分类号', () => {
  test.each([
    ['09-03', '09-03'],
    ['LOC(10)Cl.09-03', '09-03'],
    ['LOC (13) Cl. 14-01', '14-01'],
    ['09-03(12)', '09-03'],
    ['０９－０３', '09-03'],
    ['0903', '09-03'],
    ['9-3', '09-03'],
    ['11-', '11'],
    ['99-00', '99-00'],
  ])('%s → %s', (text, code) => {
    expect(readLocarno(text)).toBe(code)
  })

  test.each(['', '33-01', 'E01B 3/32', '20201', '0', '一'])('%j 不是', (text) => {
    expect(readLocarno(text)).toBeNull()
  })
})
