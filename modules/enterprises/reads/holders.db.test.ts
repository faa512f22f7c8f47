import { afterAll, beforeAll, expect, it } from 'vitest'
import { region, someHolders } from '../testing/holders.ts'
import { holdersBy } from './holders.ts'
import { likelyPairs } from './likely-pairs.ts'

let office: Awaited<ReturnType<typeof someHolders>>
beforeAll(async () => {
  office = await someHolders()
  const letters = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天']
  const plain = letters.map((letter) => `永靖演示${letter.repeat(3)}砖雕有限公司`)
  const forms = plain.slice(0, 7).map((name) => name.replace('有限公司', '有限责任公司'))
  await office.take([
    ...plain,
    ...forms,
    '临夏演示（集团）有限公司',
    '临夏演示(集团) 有限公司',
    '马演示甲',
    'Demo Co., Ltd.',
    'DEMO CO LTD',
  ])
})
afterAll(() => office.close())

const all = async (asked: Omit<Parameters<typeof holdersBy>[2], 'limit'>, limit = 4) => {
  const rows = []
  let cursor: string | undefined
  let count = 0
  do {
    const page = await holdersBy(office.db, region, { ...asked, limit, cursor })
    rows.push(...page.rows)
    count = page.count
    cursor = page.next ?? undefined
  } while (cursor)
  expect(rows).toHaveLength(count)
  return rows
}

it('the pages together are the whole list, each holder once, in one order', async () => {
  const [small, whole] = [await all({}), await all({}, 200)]
  expect(small).toEqual(whole)
  expect(new Set(small.map((row) => row.id)).size).toBe(33)
  expect(small.map((row) => row.name)).toEqual(small.map((row) => row.name).sort())
})

it('a search finds by any spelling and says by which', async () => {
  for (const query of ['临夏演示(集团)', '演示〔集 团〕', '演示（集团） 有限'])
    expect(await all({ query })).toMatchObject([{ name: '临夏演示（集团）有限公司', names: 2, foundBy: [] }])
  expect(await all({ query: 'demo co' })).toMatchObject([{ names: 2 }])
  expect(await all({ query: '砖雕', kind: 'individual' })).toEqual([])
  expect(await all({ kind: 'individual' })).toMatchObject([{ name: '马演示甲', kind: 'individual' }])
  expect(await all({ several: true })).toHaveLength(2)
  for (const nothing of ['（）', '%', '_', "'"]) expect(await all({ query: nothing })).toEqual([])
  expect(await all({ cursor: 'broken' }, 200)).toHaveLength(33)
})

it('the queue comes in pages that together are all of it', async () => {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await likelyPairs(office.db, region, { limit: 3, cursor })
    expect(page.count).toBe(7)
    ids.push(...page.rows.map((row) => row.id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(new Set(ids).size).toBe(7)
})
