import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../../platform/database/testing/index.ts'
import { gather, type Stretch, walk } from './find-rows.ts'
import { choosePlan } from './plan.ts'
import { readFilter } from './request.ts'
import type { Ask } from './sql.ts'
import { asker, within } from './sql.ts'
import { readStatistics } from './statistics.ts'
import { analyze, type TestRecord, testRegion, writeRecords } from './testing/write-records.ts'

let database: TestDatabase<unknown>

/** One record in a thousand holds 稀有, one in two 常见, all 一种. */
beforeAll(async () => {
  database = await aDatabase()
  const records = Array.from(
    { length: 12_000 },
    (_, n): TestRecord => ({
      title: `一种${n % 2 ? '常见' : '少见'}的演示装置${n % 1000 === 0 ? '稀有' : ''}`,
      abstract: `第${n}件演示，${'用于说明'.repeat(20)}。`,
      county: 622921 + (n % 3),
      status: n % 5 ? 'in-force' : 'lapsed',
      filedOn: `20${String(10 + (n % 10))}-0${1 + (n % 9)}-1${n % 10}`,
    }),
  )
  await writeRecords(database.owner.kysely, records)
  await analyze(database.owner.kysely)
})
afterAll(() => database.drop())

/** Asks PostgreSQL how it would run each statement instead of running it. */
async function plansOf(use: (ask: Ask) => Promise<unknown>): Promise<string> {
  const plans: string[] = []
  const explain = async (text: string, values: readonly unknown[] = []) => {
    const rows = await within(database.app.kysely, { patience: 5_000, byIndex: true }, (ask) =>
      ask<{ 'QUERY PLAN': string }>(`EXPLAIN ${text}`, values),
    )
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'))
    return [{ count: 0, id: null }]
  }
  await use(explain as unknown as Ask)
  return plans.join('\n')
}

function stretch(query: string, filter: { county?: string; status?: 'in-force' } = {}): Stretch {
  const request = readFilter({ query, ...filter }, testRegion, 'office')
  if (!request.done) throw new Error(request.refusal.code)
  return { request: request.value, sort: 'relevance', after: null, limit: 21 }
}

test.each(['稀有', '常见', '一种', '常见 装置', '常见 NOT 稀有', '名称:常见', '演示装置稀', '申请人:常见', '一'])(
  'gathering is led by the lexemes or by narrow filters, never by the dates or all rows: %s',
  async (query) => {
    for (const filter of [{}, { status: 'in-force' }, { county: '622921', status: 'in-force' }] as const) {
      const plan = await plansOf((ask) => gather(ask, stretch(query, filter)))
      expect(plan).not.toMatch(/record_by(_county)?_day/)
      expect(plan).toMatch(/record_bg|record_by_facets/)
      expect(plan).not.toMatch(/Seq Scan/)
    }
  },
)

test('a rare word is gathered from the index of lexemes alone', async () => {
  expect(await plansOf((ask) => gather(ask, stretch('稀有')))).toMatch(/Bitmap Index Scan on record_bg/)
})

test('a walk goes by date, and no further than it may', async () => {
  const plan = await plansOf((ask) => walk(ask, stretch('常见')))
  expect(plan).toMatch(/Limit[\s\S]*Limit[\s\S]*Index Scan using record_by_day/)
  expect(plan).not.toMatch(/record_bg|Sort/)
  expect(await plansOf((ask) => walk(ask, stretch('常见', { county: '622921' })))).toMatch(/record_by_county_day/)
})

test('rare words are gathered, common ones walked, and rare ones within a narrow filter gathered again', async () => {
  const statistics = { ...(await readStatistics(asker(database.app.kysely))), rows: 1_000_000 }
  const way = (query: string, filter = {}) => choosePlan(stretch(query, filter).request, 21, statistics).way
  expect([way('稀有'), way('常见'), way('一种'), way('没有的词')]).toEqual(['gather', 'walk', 'walk', 'gather'])
  expect(way('')).toBe('walk')
})
