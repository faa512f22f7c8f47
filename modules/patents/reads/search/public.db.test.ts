import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDatabase, type TestDatabase } from '../../../../platform/database/testing/index.ts'
import { facetsOf, matchingIds, type Projection, readFilter, type SearchWire, searchPatents, searchWire } from './index.ts'
import { type TestRecord, testId, testRegion, writeRecords } from './testing/write-records.ts'

let database: TestDatabase<unknown>
let search: SearchWire

const record = (title: string, abstract: string, more: Partial<TestRecord> = {}): TestRecord => ({
  title,
  abstract,
  applicants: ['演示公司'],
  filedOn: '2019-05-06',
  county: 622901,
  ...more,
})

beforeAll(async () => {
  database = await aDatabase()
  // What the office sees; the second's abstract and the third as a whole came out of a commercial database.
  await writeRecords(database.owner.kysely, [
    record('公开的演示装置', '公报中的摘要'),
    record('部分公开的演示装置', '商业库改写的摘要', { publicForm: 'own', county: 622921 }),
    record('不公开的演示装置', '商业库改写的摘要', { publicForm: 'none' }),
  ])
  await writeRecords(database.owner.kysely, [record('部分公开的演示装置', '公报中的摘要', { county: 622921 })], {
    table: 'public_record',
    from: 1,
  })
  search = searchWire(database.app.kysely)
})
afterAll(() => database.drop())

async function find(text: string, projection: Projection) {
  const request = readFilter({ query: text }, testRegion, projection)
  if (!request.done) throw new Error(request.refusal.code)
  const page = await searchPatents(search, { ...request.value, limit: 10 })
  const facets = await facetsOf(search, request.value)
  if (!page.done || !facets.done) throw new Error('refused')
  const ids = await Array.fromAsync(matchingIds(search, request.value))
  expect(ids).toEqual(page.value.rows.map(({ id }) => id))
  expect(facets.value.count).toBe(ids.length)
  return ids.map((id) => [0, 1, 2].find((n) => testId(n) === id)).sort()
}

test.each([
  ['商业库', [1, 2], []],
  ['改写', [1, 2], []],
  ['摘要:商业库改写', [1, 2], []],
  ['公报', [0], [0, 1]],
  ['演示', [0, 1, 2], [0, 1]],
  ['演示 NOT 商业', [0], [0, 1]],
  ['', [0, 1, 2], [0, 1]],
] as const)('the public finds only what may be published: %s', async (text, office, open) => {
  expect(await find(text, 'office')).toEqual(office)
  expect(await find(text, 'public')).toEqual(open)
})

test('the public facets count public values', async () => {
  const facets = await facetsOf(search, { region: testRegion, projection: 'public', query: null, filters: { county: 622921 } })
  expect(facets.done && facets.value.county).toEqual([
    { value: '622901', count: 1 },
    { value: '622921', count: 1 },
  ])
})
