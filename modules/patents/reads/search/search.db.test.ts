import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalQuery, type Query, searchForm } from '#kernel/words'
import { aDatabase, type TestDatabase } from '../../../../platform/database/testing/index.ts'
import { patentFields, readPatentQuery } from '../../rules/search-tongue.ts'
import {
  facetsOf,
  matchingIds,
  openBitmaps,
  type PageRequest,
  type SearchBitmaps,
  type SearchWire,
  searchPatents,
  searchWire,
} from './index.ts'
import { fits, isHit } from './testing/naive.ts'
import { analyze, mainIpc, type TestRecord, testId, testRegion, writeRecords } from './testing/write-records.ts'

let database: TestDatabase<unknown>
let plain: SearchWire
let bitmaps: SearchBitmaps
let answered = { page: 0, facets: 0 }
/** Searching with PostgreSQL alone, and with the bitmaps before it. */
let search: SearchWire

const characters = '铁路桥隧道管泵阀装置方法一种的临夏'
const anyWords = fc
  .array(fc.constantFrom(...characters, ...'ab1，- '), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(''))
const anyRecord: fc.Arbitrary<TestRecord> = fc.record({
  title: anyWords,
  applicants: fc.array(anyWords, { maxLength: 2 }),
  inventors: fc.array(anyWords, { maxLength: 2 }),
  abstract: fc.array(anyWords, { maxLength: 6 }).map((all) => all.join('')),
  applicationNumber: fc.nat({ max: 99 }).map((n) => `2016102595${String(n).padStart(2, '0')}.X`),
  classes: fc.subarray(['E01B 3/32', 'E01B 3/38', 'E21D 9/00', 'F16L 9/12', '09-03'], { maxLength: 2 }),
  right: fc.constantFrom('invention', 'utility-model', 'design'),
  status: fc.constantFrom('in-force', 'lapsed', 'unknown'),
  county: fc.option(fc.constantFrom(622901, 622921, 622922), { nil: undefined }),
  holderKind: fc.constantFrom('enterprise', 'individual'),
  filedOn: fc.option(
    fc.integer({ min: 0, max: 40 }).map((n) => `20${String(10 + (n % 12)).padStart(2, '0')}-0${1 + (n % 9)}-15`),
    { nil: undefined },
  ),
}) as fc.Arbitrary<TestRecord>
const records = fc.sample(anyRecord, { numRuns: 1500, seed: 7 })

beforeAll(async () => {
  database = await aDatabase()
  await writeRecords(database.owner.kysely, records)
  await analyze(database.owner.kysely)
  plain = searchWire(database.app.kysely)
  search = plain
  // Bounds so small that common, rare, exact and looked-at terms all occur among 1,500 records.
  bitmaps = openBitmaps(
    database.appConnection,
    { region: testRegion, projection: 'office' },
    {
      bounds: { fewest: 100, quick: 0, rows: 30, share: 0, titleShare: 0, lookedForPage: 40, lookedForFacets: 2_000 },
      onError: (error) => console.error(error),
    },
  )
  expect(await bitmaps.ready()).toBe('0')
})
afterAll(async () => {
  await bitmaps.close()
  await database.drop()
})

/** The bitmaps, counting what they answer themselves. */
const counting = (): SearchBitmaps => ({
  ...bitmaps,
  page: async (question) => {
    const found = await bitmaps.page(question)
    if (found) answered.page++
    return found
  },
  facets: async (question) => {
    const found = await bitmaps.facets(question)
    if (found) answered.facets++
    return found
  },
})

const anyTerm: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '名称:', '申请人:', '发明人:', '摘要:', '号:'),
    fc.array(fc.constantFrom(...characters, ...'ab1，- '), { minLength: 1, maxLength: 3 }).map((all) => `"${all.join('')}"`),
  )
  .map((parts) => parts.join(''))
const anyQuery: fc.Arbitrary<Query> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: anyTerm },
      fc.constantFrom('AND', 'OR', 'NOT', '(', ')', 'IPC:E01B', 'IPC:E01B3/32', '2016102595', '号:201610259507'),
    ),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((parts) => readPatentQuery(parts.join(' ')))
  .filter((outcome) => outcome.done)
  .map((outcome) => (outcome as { value: Query }).value)
const anyFilters = fc.record(
  {
    county: fc.constantFrom(622901, 622921, null),
    right: fc.constantFrom('invention', 'design'),
    status: fc.constantFrom('in-force', 'lapsed'),
    yearFrom: fc.constantFrom(2010, 2014),
    yearTo: fc.constantFrom(2015, 2020),
    ipc: fc.constantFrom('E', 'E01', 'E01B', 'E01B3', 'E01B3/32', '09', '09-03'),
    holderKind: fc.constant('enterprise'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PageRequest['filters']>

function passes(
  record: TestRecord,
  { county, right, status, yearFrom = 0, yearTo = 9999, ipc, holderKind }: PageRequest['filters'],
): boolean {
  const year = record.filedOn ? Number(record.filedOn.slice(0, 4)) : null
  const main = mainIpc(record)?.replace(' ', '')
  return (
    (county === undefined || (record.county ?? null) === county) &&
    (!right || record.right === right) &&
    (!status || record.status === status) &&
    ((yearFrom === 0 && yearTo === 9999) || (year !== null && year >= yearFrom && year <= yearTo)) &&
    (!ipc ||
      (ipc.startsWith('09')
        ? record.classes!.includes('09-03')
        : main !== undefined && (ipc.length <= 4 ? main.startsWith(ipc) : main === ipc || main.split('/')[0] === ipc))) &&
    (!holderKind || record.holderKind === holderKind)
  )
}

const wanted = (query: Query | null, filters: PageRequest['filters']): TestRecord[] =>
  records.filter((record) => (query === null || fits(record, query)) && passes(record, filters))

const idOf = new Map(records.map((record, n) => [record, testId(n)]))
const dayOf = (record: TestRecord): string => record.filedOn ?? '1985-04-01'
const newestFirst = (a: TestRecord, b: TestRecord): number => {
  const [keyA, keyB] = [`${dayOf(a)}${idOf.get(a)}`, `${dayOf(b)}${idOf.get(b)}`]
  return keyA < keyB ? 1 : -1
}

/** All ids, page by page. */
async function walkPages(
  request: Omit<PageRequest, 'region' | 'projection'>,
): Promise<{ ids: string[]; count: number; exact: boolean }> {
  const ids: string[] = []
  let cursor: string | undefined
  let first: { count: number; exact: boolean } | undefined
  do {
    const outcome = await searchPatents(search, {
      region: testRegion,
      projection: 'office',
      ...request,
      ...(cursor ? { cursor } : {}),
    })
    if (!outcome.done) throw new Error(outcome.refusal.code)
    first ??= outcome.value
    ids.push(...outcome.value.rows.map(({ id }) => id))
    cursor = outcome.value.next ?? undefined
  } while (cursor)
  return { ids, ...first! }
}

describe.each(['PostgreSQL', 'bitmaps'] as const)('every query finds what going through all records finds: %s', (by) => {
  beforeAll(() => {
    search = by === 'bitmaps' ? { ...plain, bitmaps: [counting()] } : plain
    answered = { page: 0, facets: 0 }
  })

  test('with any joints, fields and filters, in the order of the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.option(anyQuery, { nil: null, freq: 10 }),
        anyFilters,
        fc.constantFrom('relevance', 'newest', 'oldest'),
        async (query, filters, sort) => {
          const expected = wanted(query, filters).sort(newestFirst)
          if (sort === 'oldest') expected.reverse()
          if (sort === 'relevance' && query) expected.sort((a, b) => Number(isHit(b, query)) - Number(isHit(a, query)))
          const outcome = await searchPatents(search, {
            region: testRegion,
            projection: 'office',
            query,
            filters,
            sort,
            limit: 200,
          })
          const found = outcome.done ? outcome.value : null
          const said = query ? canonicalQuery(query, patentFields) : ''
          expect([said, found?.rows.map(({ id }) => id)]).toEqual([
            said,
            expected.slice(0, 200).map((record) => idOf.get(record)),
          ])
          if (found?.exact) expect(found.count).toBe(expected.length)
          const ids = await Array.fromAsync(
            matchingIds(search, { region: testRegion, projection: 'office', query, filters, sort }),
          )
          expect(ids).toEqual(expected.map((record) => idOf.get(record)))
        },
      ),
      { numRuns: 400 },
    )
    if (by === 'bitmaps') expect(answered.page).toBeGreaterThan(300)
  })

  test('and its facets agree with it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.option(anyQuery, { nil: null, freq: 5 }), anyFilters, async (query, filters) => {
        const outcome = await facetsOf(search, { region: testRegion, projection: 'office', query, filters })
        if (!outcome.done) throw new Error(outcome.refusal.code)
        const facets = outcome.value
        expect(facets.count).toBe(wanted(query, filters).length)
        const tally = (rest: PageRequest['filters'], value: (record: TestRecord) => string | null | undefined) => {
          const counts = new Map<string | null, number>()
          for (const record of wanted(query, rest))
            counts.set(value(record) ?? null, (counts.get(value(record) ?? null) ?? 0) + 1)
          return counts
        }
        const { county, right, status, yearFrom, yearTo, ipc, holderKind, ...none } = filters
        const shown = (buckets: readonly { value: string | null; count: number }[]) =>
          new Map(buckets.map(({ value, count }) => [value, count]))
        const without = (...names: (keyof PageRequest['filters'])[]) =>
          Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name as never)))
        expect(none).toEqual({})
        expect(shown(facets.county)).toEqual(tally(without('county'), (record) => record.county?.toString()))
        expect(shown(facets.right)).toEqual(tally(without('right'), (record) => record.right))
        expect(shown(facets.status)).toEqual(tally(without('status'), (record) => record.status))
        expect(shown(facets.year)).toEqual(tally(without('yearFrom', 'yearTo'), (record) => record.filedOn?.slice(0, 4)))
        expect(shown(facets.ipcSection)).toEqual(tally(without('ipc'), (record) => mainIpc(record)?.[0]))
        const section = ipc && !ipc.startsWith('0') ? { ipc: ipc[0]! } : ipc ? { ipc } : {}
        expect(shown(facets.ipcClass)).toEqual(tally({ ...without('ipc'), ...section }, (record) => mainIpc(record)?.slice(0, 3)))
        expect(shown(facets.holderKind)).toEqual(tally(without('holderKind'), (record) => record.holderKind))
        // A value chosen shows the count of the list.
        if (county !== undefined)
          expect(facets.county.find(({ value }) => value === (county === null ? null : String(county)))?.count ?? 0).toBe(
            facets.count,
          )
        if (status) expect(facets.status.find(({ value }) => value === status)?.count ?? 0).toBe(facets.count)
      }),
      { numRuns: 150 },
    )
    if (by === 'bitmaps') expect(answered.facets).toBeGreaterThan(100)
  })
})

describe('paging', () => {
  test.each([
    ['relevance', 'PostgreSQL'],
    ['newest', 'PostgreSQL'],
    ['oldest', 'PostgreSQL'],
    ['relevance', 'bitmaps'],
    ['newest', 'bitmaps'],
    ['oldest', 'bitmaps'],
  ] as const)('by key walks every row once: %s, %s', async (sort, by) => {
    search = by === 'bitmaps' ? { ...plain, bitmaps: [counting()] } : plain
    for (const text of ['铁路', '一', '装置 OR 方法', '铁路桥', '装置，', '']) {
      const query = text ? readPatentQuery(text) : null
      const { ids } = await walkPages({ query: query?.done ? query.value : null, filters: {}, sort, limit: 37 })
      const expected = query?.done ? records.filter((record) => fits(record, query.value)) : records
      expect(ids.length).toBe(expected.length)
      expect(new Set(ids)).toEqual(new Set(expected.map((record) => idOf.get(record))))
    }
  })

  test('a cursor of somebody else is refused', async () => {
    const outcome = await searchPatents(search, {
      region: testRegion,
      projection: 'office',
      query: null,
      filters: {},
      cursor: "'; drop",
      limit: 10,
    })
    expect(!outcome.done && outcome.refusal).toEqual({ code: 'not-a-cursor' })
  })
})

test('nothing of another prefecture is found', async () => {
  const outcome = await searchPatents(search, { region: 620100, projection: 'office', query: null, filters: {}, limit: 10 })
  expect(outcome.done && outcome.value).toMatchObject({ count: 0, rows: [] })
})

test('a word is found whatever its width and case, quoted or not', async () => {
  search = plain
  const extra: TestRecord = { title: '演示用ＰＥ－１００㎏管材', filedOn: '2024-01-01' }
  await writeRecords(database.owner.kysely, [extra], { from: 90_000 })
  for (const text of ['pe-100', 'ＰＥ－１００', '"PE-100kg管"', '00㎏管', '名称：ｐｅ-1', '示用p']) {
    const query = readPatentQuery(text)
    const outcome = await searchPatents(search, {
      region: testRegion,
      projection: 'office',
      query: query.done ? query.value : null,
      filters: { yearFrom: 2024 },
      limit: 10,
    })
    expect([text, outcome.done && outcome.value.count]).toEqual([text, 1])
  }
  expect(searchForm(extra.title)).toBe('演示用pe-100kg管材')
})

describe('bitmaps of an older version', () => {
  const title = '演示用的新装置'
  const find = async () => {
    const query = readPatentQuery('演示用的新装置')
    const outcome = await searchPatents(
      { ...plain, bitmaps: [counting()] },
      {
        region: testRegion,
        projection: 'office',
        query: query.done ? query.value : null,
        filters: {},
        limit: 10,
      },
    )
    return outcome.done && outcome.value.rows.map((row) => row.title)
  }

  test('leave the answer to PostgreSQL until they are made anew', async () => {
    await bitmaps.ready()
    expect(await find()).toEqual([])
    await writeRecords(database.owner.kysely, [{ title, filedOn: '2024-02-01' }], { from: 95_000 })
    const rise = 'INSERT INTO patents.data_version VALUES (622900, 7) ON CONFLICT (region_code) DO UPDATE SET version = 7'
    await database.owner.pool.query(rise)
    expect(await find()).toEqual([title])
    while ((await bitmaps.ready()) !== '7') await new Promise((resolve) => setTimeout(resolve, 50))
    answered = { page: 0, facets: 0 }
    expect(await find()).toEqual([title])
    expect(answered.page).toBe(1)
  })

  test('are not asked within a transaction, which sees what it has written itself', async () => {
    answered = { page: 0, facets: 0 }
    await database.app.kysely.transaction().execute(async (tx) => {
      const outcome = await searchPatents(
        { ...plain, db: tx, bitmaps: [counting()] },
        { region: testRegion, projection: 'office', query: null, filters: {}, limit: 10 },
      )
      expect(outcome.done && outcome.value.rows.length).toBe(10)
    })
    expect(answered.page).toBe(0)
  })
})
