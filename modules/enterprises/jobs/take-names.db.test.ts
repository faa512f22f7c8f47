import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cutCsv } from '../../../database/reference/csv.ts'
import { holderOf } from '../reads/holder-of.ts'
import { placeReader } from '../reads/place-reader.ts'
import { matchNames } from '../rules/names-match.ts'
import { region, someHolders } from '../testing/holders.ts'
import { learnNames } from './learn-names.ts'
import { takeNames } from './take-names.ts'

const listed = new URL('../../../../shared/data/companies/listed_company_family_names_9515.csv', import.meta.url)

let office: Awaited<ReturnType<typeof someHolders>>
beforeAll(async () => {
  office = await someHolders()
})
beforeEach(() => office.empty())
afterAll(() => office.close())

const names = [
  '临夏演示（集团）有限公司',
  '临夏演示(集团) 有限公司',
  '临夏演示有限公司',
  '临夏演示牧业有限公司',
  '临夏演示牧业有限责任公司',
  '临夏演示牧业有限公司永靖分公司',
  '演示-河州汽车配件有限公司',
  '演示河州汽车配件有限公司',
  '临夏演示食品有限公司（曾用名：临夏演示食品厂）',
  '临夏演示食品有限公司',
  '临夏演示食品厂',
  '马演示甲',
  '马 演示甲',
  '马·哈三',
  '马哈三',
  '永靖演示砖雕厂',
]

describe('learning names', () => {
  it('unifies by width, brackets, blanks, marks and noted former names, each with its reason', async () => {
    expect(await office.take(names)).toEqual({ learnt: 16, unified: 4, likely: 6, skipped: 0 })
    const group = await office.pageOf('临夏演示(集团) 有限公司')
    expect(group.name).toBe('临夏演示（集团）有限公司')
    expect(group.names.map(({ name, how, why }) => [name, how, why])).toEqual([
      ['临夏演示（集团）有限公司', 'first', '首次出现的名称。'],
      ['临夏演示(集团) 有限公司', 'same-spelling', '仅全角半角、大小写、空格或者括号写法不同，为同一名称。'],
    ])
    const food = await office.pageOf('临夏演示食品有限公司')
    expect(food).toMatchObject({ name: '临夏演示食品有限公司', formerNames: ['临夏演示食品厂'], likely: 1, kind: 'enterprise' })
    expect(food.names[1]).toMatchObject({ how: 'rule', why: '名称相同，其中一个注明了曾用名。' })
    expect((await office.pageOf('马演示甲')).names).toHaveLength(2)
    expect((await office.queue()).map((pair) => pair.why)).toContain(
      '“临夏演示食品厂”在另一名称中注明为曾用名，请核定是否为同一主体。',
    )
  })

  it('is done once: the same names again change nothing, in whatever batches', async () => {
    await office.take(names)
    const before = await office.standing()
    expect(await office.take([...names, ...names])).toEqual({ learnt: 0, unified: 0, likely: 0, skipped: 0 })
    await learnNames(office.database.app, region, names.toReversed())
    expect(await office.standing()).toEqual(before)
  })

  it('comes to the same groups, shown names and pairs in whatever order and batches names come', async () => {
    await office.take(names)
    const expected = await office.standing()
    expect(expected.groups).toHaveLength(12)
    expect(expected.pairs).toHaveLength(6)
    const order = fc.tuple(fc.shuffledSubarray(names, { minLength: names.length }), fc.integer({ min: 1, max: 16 }))
    await fc.assert(
      fc.asyncProperty(order, async ([shuffled, size]) => {
        await office.empty()
        for (let at = 0; at < shuffled.length; at += size) await office.take(shuffled.slice(at, at + size))
        expect(await office.standing()).toEqual(expected)
      }),
      { numRuns: 30 },
    )
  })

  it('leaves out what is no name', async () => {
    const odd = [
      '',
      ' 　',
      '演'.repeat(401),
      '演示\0厂',
      '演示\ud800厂',
      'ﷺ'.repeat(300),
      '（）',
      "演示'; drop table x; --",
      '\\演示%',
    ]
    expect(await office.take(odd)).toEqual({ learnt: 3, unified: 0, likely: 0, skipped: 6 })
    expect(await office.take(odd)).toMatchObject({ learnt: 0, skipped: 6 })
  })

  it('stands or falls with the transaction that is open on the connection', async () => {
    await office.database.app.withClient(async (client) => {
      await client.query('begin')
      expect(await takeNames(client, region, ['永靖演示砖雕厂'])).toMatchObject({ learnt: 1 })
      await client.query('rollback')
    })
    expect(await holderOf(office.db, region, '永靖演示砖雕厂')).toBeNull()
  })

  it('of several processes at once founds one holder for one name', async () => {
    await Promise.all([0, 1, 2, 3].map((turn) => office.take([...names.slice(turn * 3), ...names.slice(0, turn * 3)])))
    expect((await office.standing()).groups).toHaveLength(12)
  })

  it('finds whose a spelling is that was never seen', async () => {
    await office.take(names)
    expect(await holderOf(office.db, region, '临夏演示〔集团〕有限公司')).toMatchObject({ name: '临夏演示（集团）有限公司' })
    expect(await holderOf(office.db, region, '临夏演示乳业有限公司')).toBeNull()
  })
})

const pairOf = (...pair: [string, string]): string =>
  pair
    .map((name) => `${name} = ${name}`)
    .sort()
    .join(' ~ ')

describe.skipIf(!existsSync(listed))('5,000 real names in ../shared/data/companies (skipped where they are missing)', () => {
  it('are learnt with an exact account, and once only', async () => {
    const [, ...rows] = cutCsv(readFileSync(listed, 'utf8'))
    const real = rows.slice(0, 5000).map((row) => row[1]!)
    const distinct = [...new Set(real)].filter((name) => name !== '')
    const learnt = await learnNames(office.database.app, region, real)
    expect(learnt).toEqual({ learnt: 4990, unified: 0, likely: 178, skipped: 1 })
    const { rows: counted } = await office.database.app.pool.query(
      'select count(*) as holders, sum(names) as names from enterprises.holder where names > 0',
    )
    expect(counted).toEqual([{ holders: 4990, names: 4990 }])
    const { pairs } = await office.standing()
    const { matches } = matchNames(distinct, placeReader(region))
    expect(pairs).toEqual(matches.map(({ one, other }) => pairOf(distinct[one]!, distinct[other]!)).sort())
    expect(await learnNames(office.database.app, region, real.toReversed())).toMatchObject({ learnt: 0, likely: 0 })
  })
})
