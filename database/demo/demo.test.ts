import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { addMonths, addYears, weekday, yearOf } from '#kernel/time'
import { cutCsv } from '../reference/csv.ts'
import { locarnoHeading } from '../reference/read.ts'
import { chance } from './chance.ts'
import { type DemoPatent, demoDay, demoFiles, demoPatents, goodsSeenOn, markedGoods } from './index.ts'
import { withWrongCheckDigit } from './numbers.ts'

const patents = demoPatents()
const count = (of: (patent: DemoPatent) => string | number | undefined) => {
  const counts: Record<string, number> = {}
  for (const patent of patents) counts[of(patent) ?? 'none'] = (counts[of(patent) ?? 'none'] ?? 0) + 1
  return counts
}

describe('the invented applications', () => {
  test('2,683 from 1998 to 2020, more each year', () => {
    expect(patents).toHaveLength(2683)
    expect(count(({ filedOn }) => yearOf(filedOn))).toEqual({
      1998: 3,
      1999: 4,
      2000: 5,
      2001: 6,
      2002: 8,
      2003: 9,
      2004: 11,
      2005: 14,
      2006: 17,
      2007: 22,
      2008: 30,
      2009: 38,
      2010: 52,
      2011: 71,
      2012: 96,
      2013: 131,
      2014: 172,
      2015: 224,
      2016: 283,
      2017: 353,
      2018: 429,
      2019: 484,
      2020: 221,
    })
    expect(patents.every(({ filedOn }, at) => at === 0 || patents[at - 1]!.filedOn <= filedOn)).toBe(true)
  })

  test('rights, trades and kinds of holders all over the years', () => {
    expect(count(({ right }) => right)).toEqual({ invention: 474, 'utility-model': 1553, design: 656 })
    const fields = Object.entries(count(({ field }) => field)).map(([field, number]) => `${field} ${number > 90}`)
    expect(fields.sort()).toEqual(
      [
        '畜牧养殖',
        '食品加工',
        '纺织服装',
        '建筑材料',
        '农业机械与种植',
        '果品饮料',
        '水电与机电设备',
        '皮革加工',
        '医药卫生',
        '教学与日用器具',
      ]
        .map((field) => `${field} true`)
        .sort(),
    )
    const holders = patents.map(({ applicants: [first] }) => first!)
    const named = (shape: RegExp) => holders.filter((name) => shape.test(name)).length
    for (const shape of [/公司|厂$/, /合作社$/, /学院|学校|中学/, /科学研究院|研究所/, /医院/, /^.演示.$/])
      expect(named(shape), String(shape)).toBeGreaterThan(10)
  })

  test('63 inventions in force, the rest in every other state', () => {
    expect(
      patents.filter(({ right, status }) => right === 'invention' && (status === 'in-force' || status === 'in-grace')),
    ).toHaveLength(63)
    const statuses = count(({ status }) => status)
    for (const status of ['pending', 'in-force', 'in-grace', 'lapsed', 'expired', 'surrendered', 'withdrawn', 'rejected'])
      expect(statuses[status], status).toBeGreaterThan(2)
  })

  test('what the gazette announced is in order and tells of every end that it told', () => {
    const words = new Set(patents.flatMap(({ events }) => events.map(({ word }) => word)))
    expect([...words].sort()).toEqual(
      [
        '公开',
        '发明专利申请公布后的视为撤回',
        '发明专利申请公布后的驳回',
        '实质审查的生效',
        '授权',
        '专利权的终止',
        '避免重复授权放弃专利权',
      ].sort(),
    )
    let [told, untold] = [0, 0]
    for (const { events, status, filedOn, endedOn, grantedOn } of patents) {
      const days = events.map(({ on }) => on)
      expect(days).toEqual(days.toSorted())
      expect(days.every((day) => day > filedOn && day <= demoDay)).toBe(true)
      expect(events.find(({ word }) => word === '授权')?.on).toBe(grantedOn)
      const end = events.find(({ word }) => word === '专利权的终止')
      if (status !== 'lapsed' && status !== 'expired') expect(end).toBeUndefined()
      else if (end) {
        told++
        expect(end.on > endedOn!).toBe(true)
        expect(end.text).toMatch(status === 'lapsed' ? /^未缴年费专利权终止/ : /^专利权有效期届满/)
      } else untold++
    }
    // Some ended by law and nobody announced it yet: goods of those days are a question, not an answer.
    expect(told).toBeGreaterThan(700)
    expect(untold).toBeGreaterThan(20)
  })

  test('annuities are paid year by year, up to the one that let the right lapse', () => {
    for (const { payments, status, filedOn, grantedOn, endedOn, right } of patents) {
      if (grantedOn === undefined) {
        expect(payments).toEqual([])
        continue
      }
      const years = payments.map(({ year }) => year)
      expect(years).toEqual(years.map((_, at) => years[0]! + at))
      expect(addYears(filedOn, years[0]! - 1) <= grantedOn && grantedOn < addYears(filedOn, years[0]!)).toBe(true)
      for (const { year, on, amount } of payments) {
        expect(on <= demoDay && weekday(on) <= 5 && amount > 0).toBe(true)
        expect(on < addMonths(addYears(filedOn, year - 1), 6) || year === years[0]).toBe(true)
      }
      // The next annuity after the last that was paid.
      const next = addYears(filedOn, years.at(-1)!)
      if (status === 'in-force') expect(next > demoDay, `${right} ${filedOn}`).toBe(true)
      if (status === 'in-grace') expect(next <= demoDay && addMonths(next, 6) >= demoDay).toBe(true)
      if (status === 'lapsed' || status === 'expired') expect(next).toBe(endedOn)
    }
    expect(patents.reduce((sum, { payments }) => sum + payments.length, 0)).toBe(6002)
    const late = patents.flatMap(({ filedOn, payments }) =>
      payments.slice(1).filter(({ year, on }) => on > addYears(filedOn, year - 1)),
    )
    expect(late.length).toBeGreaterThan(100)
  })

  test('days follow each other and the terms of the law', () => {
    for (const { right, filedOn, grantedOn, publication, endedOn, status } of patents) {
      const [first, ...later] = [filedOn, grantedOn, endedOn].filter((day) => day !== undefined)
      expect(later.every((day, at) => day > [first!, ...later][at]!)).toBe(true)
      expect([grantedOn, publication?.on, endedOn].every((day) => day === undefined || day <= demoDay)).toBe(true)
      if (status === 'in-force' || status === 'in-grace')
        expect(addYears(filedOn, right === 'invention' ? 20 : 10) > demoDay).toBe(true)
      const term = right === 'invention' ? 20 : 10
      if (status === 'expired') expect(addYears(filedOn, term)).toBe(endedOn)
      if (status === 'lapsed')
        expect(Array.from({ length: term - 1 }, (_, year) => addYears(filedOn, year + 1))).toContain(endedOn)
      if (publication) expect(publication.on < '2014-01-01' ? [3] : [2, 5]).toContain(weekday(publication.on))
      expect(grantedOn === undefined || grantedOn === publication?.on).toBe(true)
    }
  })

  test('numbers lie where no real ones are, once each, with right check digits', () => {
    const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    for (const { applicationNumber, filedOn, right, publication } of patents) {
      const old = filedOn < '2003-10-01'
      const shape = old ? /^CN(\d{2})(\d)(\d{5})\.([\dX])$/ : /^CN(\d{4})(\d)(\d{7})\.([\dX])$/
      const [, year, type, serial, check] = shape.exec(applicationNumber)!
      expect(Number(year)).toBe(old ? yearOf(filedOn) % 100 : yearOf(filedOn))
      expect(['invention', 'utility-model', 'design'][Number(type) - 1]).toBe(right)
      expect(Number(serial)).toBeGreaterThan(old ? 99_900 : 9_900_000)
      let sum = 0
      const body = applicationNumber.slice(2, -2)
      for (const [place, digit] of [...body].entries()) sum += Number(digit) * weights[place]!
      expect(check).toBe('0123456789X'[sum % 11])
      if (publication) {
        const digits = publication.on < '2007-08-22' ? '999\\d{3}' : '99\\d{6}'
        expect(publication.number).toMatch(new RegExp(`^CN${type}${digits}${kinds[right]}$`))
      }
    }
    expect(new Set(patents.map(({ applicationNumber }) => applicationNumber)).size).toBe(2683)
    const published = patents.flatMap(({ publication }) => publication?.number ?? [])
    expect(new Set(published).size).toBe(published.length)
  })

  test('every firm, person, agency and title says that it is a demonstration', () => {
    const marked = patents.flatMap(({ applicants, inventors, agency, agent, title }) => [
      ...applicants,
      ...inventors,
      title,
      agency ?? '演示',
      agent ?? '演示',
    ])
    expect(marked.filter((text) => !text.includes('演示'))).toEqual([])
    expect(patents.every(({ title }) => title.endsWith('（演示）'))).toBe(true)
    expect(patents.every(({ english }) => english.startsWith('Demo: '))).toBe(true)
  })

  test('abstracts have 80 to 200 characters', () => {
    const lengths = patents.map(({ abstract }) => [...abstract].length)
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(200)
  })

  test('oddities are as many as were planted', () => {
    expect(count(({ oddity }) => oddity)).toEqual({
      none: 2559,
      'no-county': 41,
      'ambiguous-place': 17,
      'two-places': 3,
      'county-disagrees': 19,
      'no-address': 25,
      outside: 9,
      'wrong-check-digit': 3,
      branch: 3,
      'number-unknown': 4,
    })
    expect(
      new Set(patents.filter(({ oddity }) => oddity === 'branch').map(({ applicants: [first] }) => first)).size,
    ).toBeGreaterThan(0)
  })

  test('all eight counties, 临夏市 and 永靖 before the others', () => {
    const counties = Object.entries(count(({ county }) => county ?? undefined)).sort(([, a], [, b]) => b - a)
    expect(counties.map(([code]) => code).slice(0, 2)).toEqual(['622901', '622923'])
    expect(counties.filter(([code]) => code !== 'none')).toHaveLength(8)
  })

  test('the same every time and everywhere', () => {
    expect(createHash('sha256').update(JSON.stringify(patents)).digest('hex')).toBe(
      '247e2bac95bc28da9753db37117d123f5c1ea1e33e5661a9ed1c437833d2b3b7',
    )
    const [one, other] = [chance(7), chance(7)]
    expect(Array.from({ length: 50 }, () => one.below(1000))).toEqual(Array.from({ length: 50 }, () => other.below(1000)))
  })
})

const kinds = { invention: '[ABC]', 'utility-model': '[YU]', design: '[DS]' } as const

const ipc = new URL('../../../shared/data/ipc/ipc_zh_full.csv.gz', import.meta.url)

test.skipIf(!existsSync(ipc))(
  'every class is one of the International Patent Classification of ../shared/data/ipc or of Locarno',
  async () => {
    const known = new Set<string>()
    for await (const line of createInterface({ input: createReadStream(ipc).pipe(createGunzip()) }))
      known.add(line.slice(0, line.indexOf(',')))
    const used = new Set(patents.flatMap((one) => one.ipc.map((code) => code.replace(' ', ''))))
    expect([...used].filter((code) => !known.has(code))).toEqual([])
    for (const { locarno, right } of patents)
      expect(right === 'design' ? locarnoHeading(locarno!) : (locarno ?? '')).not.toBeNull()
  },
)

describe('the handbook', () => {
  const page = readFile(new URL('../../docs/handbook/demonstration.md', import.meta.url), 'utf8')

  test('prints the ten marked goods as they are, and their numbers are those of the invented patents', async () => {
    expect(await page).toContain(`seen on ${goodsSeenOn}`)
    for (const [at, { goods, text, madeOn, maker, outcome, because }] of markedGoods.entries()) {
      const line = (await page).split('\n').find((one) => one.includes(`\`${text}\``))
      for (const fact of [`| ${at + 1} | ${goods} |`, `| ${madeOn} | ${maker}`, `| \`${outcome}\` `, `| ${because} |`])
        expect(line?.replaceAll(/ +/g, ' ')).toContain(fact)
      const printed = /\d[\d .]+[\dX]/.exec(text)![0].replaceAll(' ', '')
      const known = patents.find(({ applicationNumber }) => applicationNumber === `CN${printed}`)
      expect(known === undefined, text).toBe(outcome === 'not-in-register')
      if (known) expect(madeOn > known.filedOn).toBe(true)
    }
  })

  test('names the three numbers whose check digit is wrong', async () => {
    const wrong = patents.filter(({ oddity }) => oddity === 'wrong-check-digit')
    for (const { applicationNumber } of wrong) expect(await page).toContain(withWrongCheckDigit(applicationNumber).slice(2))
  })
})

describe('the files', () => {
  test('five tables in UTF-8 with a byte order mark', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'demo-'))
    try {
      const files = await demoFiles(join(folder, 'new'))
      expect(files.map(({ format, sourceDay }) => `${format} ${sourceDay}`)).toEqual([
        'cnipa-search 2020-08-25',
        'cnipa-search 2020-08-25',
        'cnipa-cases 2020-08-25',
        'patsnap 2020-06-30',
        'google 2020-03-31',
      ])
      const texts = await Promise.all(files.map(({ path }) => readFile(path, 'utf8')))
      expect(texts.every((text) => text.startsWith('\ufeff'))).toBe(true)
      const [cnipa, events, payments, patsnap, google] = texts.map(cutCsv)
      const lines = [cnipa!, events!, payments!, patsnap!, google!].map((table) => table.length)
      expect(lines).toEqual([2680, 3996, 2218, 306, 52])
      expect(google![0]![0]).toBe('search URL:')
      const wrong = cnipa!.filter(([number]) => patents.every(({ applicationNumber }) => applicationNumber !== number)).slice(1)
      expect(wrong).toHaveLength(3)
      for (const table of [cnipa!, events!, payments!, patsnap!]) expect(new Set(table.map((row) => row.length)).size).toBe(1)
      expect(patsnap!.filter((row) => row[3] === '')).toHaveLength(3)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})
