import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvCutter, cutCsv } from './csv.ts'
import {
  divisionAliases,
  divisions,
  holidayNotices,
  holidays,
  locarnoHeading,
  locarnoHeadings,
  niceClass,
  niceClasses,
  postcodePrefixes,
  townships,
} from './read.ts'

const folder = new URL('./', import.meta.url)
const shared = new URL('../../../shared/data/', import.meta.url)

describe('the committed reference lists', () => {
  test('every list says its source in its first lines and stands in SOURCES.md', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))
    expect(files).toHaveLength(8)
    const sources = readFileSync(new URL('SOURCES.md', folder), 'utf8')
    for (const file of files) {
      expect(readFileSync(new URL(file, folder), 'utf8').split('\n').slice(0, 2).join(' ')).toMatch(
        /Source: |Written for this project/,
      )
      expect(sources).toContain(`\`${file}\``)
    }
  })

  test('divisions: unique codes in order, every county under a known province, eight counties of 临夏 and 131 townships', () => {
    const codes = divisions().map((one) => one.code)
    expect(codes).toHaveLength(3341)
    expect(new Set(codes).size).toBe(3341)
    expect(codes).toEqual([...codes].sort((a, b) => a - b))
    const known = new Set(codes)
    for (const code of codes) expect(known).toContain(Math.floor(code / 10_000) * 10_000)
    const counties = divisions().filter(({ code }) => Math.floor(code / 100) === 6229 && code % 100 > 0)
    expect(counties.map(({ code }) => code)).toEqual([622901, 622921, 622922, 622923, 622924, 622925, 622926, 622927])
    expect(Math.max(...divisions().map(({ name }) => [...name].length))).toBe(15)
    expect(townships(622900)).toHaveLength(131)
    expect(townships(620100)).toEqual([])
    expect(
      postcodePrefixes(622900)
        .map(({ county }) => county)
        .sort(),
    ).toEqual(counties.map(({ code }) => code))
    expect(postcodePrefixes(620100)).toEqual([])
    const places = new Set([...codes, ...townships(622900).map(({ code }) => code)])
    for (const { code, alias, kind } of divisionAliases())
      expect(places.has(code) && /^(old|short)$/.test(kind), alias).toBe(true)
  })

  test('holidays: 678 days, the notice of 2020 has its amendment, the made-up Saturday is work', () => {
    expect(holidays()).toHaveLength(678)
    expect(holidays().filter(({ kind }) => kind === 'off')).toHaveLength(545)
    expect(holidays()[0]).toEqual({ day: '2006-12-30', kind: 'work', name: '元旦', notice: 2007 })
    expect(holidays().find(({ day }) => day === '2026-02-14')).toMatchObject({ kind: 'work', name: '春节' })
    for (let year = 2007; year <= 2026; year++) expect(holidayNotices(year).length).toBeGreaterThan(0)
    expect(holidayNotices(2020)).toHaveLength(2)
    expect(holidayNotices(2027)).toEqual([])
  })

  test('Nice and Locarno headings', () => {
    expect(niceClasses()).toHaveLength(45)
    expect(niceClasses().map((one) => one.class)).toEqual(Array.from({ length: 45 }, (_, at) => at + 1))
    expect(niceClass(34)?.kind).toBe('商品')
    expect(niceClass(35)?.kind).toBe('服务')
    expect(niceClass(29)?.heading).toContain('肉')
    expect(niceClass(0)).toBeNull()
    expect(niceClass(46)).toBeNull()
    expect(locarnoHeadings()).toHaveLength(32)
    expect(locarnoHeading('09-03')).toBe('用于商品运输或装卸的包装和容器')
    expect(locarnoHeading('1')).toBe('食品')
    expect(locarnoHeading('33')).toBeNull()
    expect(locarnoHeading('0')).toBeNull()
    expect(locarnoHeading('x')).toBeNull()
  })

  test.skipIf(!existsSync(shared))('holidays are those of ../shared/data/calendar, line by line', () => {
    const kept = holidays().map(({ day, kind, name }) => [day, name, kind === 'off' ? '1' : '0'])
    const given = cutCsv(readFileSync(new URL('calendar/holidays_cn_2007_2026.csv', shared), 'utf8')).slice(1)
    expect(kept).toEqual(given.map(([day, , name, off]) => [day, name, off]))
  })
})

describe('reading CSV', () => {
  test('quotes, breaks inside quotes, empty cells, notes, byte order mark, CRLF, no last line break', () => {
    expect(cutCsv('\ufeff# a note, "with" marks\r\na,b\r\n"x, ""y""\nz",\r\n#3,4')).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', ''],
      ['#3', '4'],
    ])
  })

  test('any rows written and cut again are the same rows, in whatever pieces the text comes', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '，', ',', '"', '\n', '#', ' ', '州'), maxLength: 6 })
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), (rows, step) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(cutCsv(text)).toEqual(rows)
        const cutter = csvCutter()
        const pieces = []
        for (let at = 0; at < text.length; at += step) pieces.push(...cutter.take(text.slice(at, at + step)))
        expect([...pieces, ...cutter.end()]).toEqual(rows)
      }),
    )
  })
})
