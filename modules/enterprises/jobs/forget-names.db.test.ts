import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideLikely } from '../acts/decide-likely.ts'
import { showName } from '../acts/show-name.ts'
import { region, someHolders } from '../testing/holders.ts'
import { forgetNames } from './forget-names.ts'

let office: Awaited<ReturnType<typeof someHolders>>
beforeAll(async () => {
  office = await someHolders()
})
beforeEach(() => office.empty())
afterAll(() => office.close())

const names = [
  '临夏演示（集团）有限公司',
  '临夏演示(集团) 有限公司',
  '临夏演示〔集团〕有限公司',
  '临夏演示有限公司',
  '临夏演示牧业有限公司',
  '临夏演示牧业 有限公司',
  '临夏演示牧业有限责任公司',
  '临夏演示牧业有限公司永靖分公司',
  '临夏演示食品有限公司（曾用名：临夏演示食品厂）',
  '临夏演示食品有限公司',
  '临夏演示食品厂',
  '马演示甲',
  '马 演示甲',
  '永靖演示砖雕厂',
]
const forget = (borne: readonly string[]) => forgetNames(office.database.app, region, () => borne)
const reason = '演示：经核对营业执照'

describe('after an import was undone', () => {
  it('stands what learning the names still borne would have made: groups, names shown and pairs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(names),
        fc.shuffledSubarray(names, { minLength: names.length }),
        async (borne, all) => {
          await office.empty()
          await office.take(all.filter((name) => borne.includes(name)))
          const expected = await office.standing()
          await office.empty()
          await office.take(all)
          expect(await forget(borne)).toBe(names.length - borne.length)
          expect(await office.standing()).toEqual(expected)
          expect(await forget(borne)).toBe(0)
          await office.take(all)
          const whole = await office.standing()
          await office.empty()
          await office.take(names)
          expect(whole).toEqual(await office.standing())
        },
      ),
      { numRuns: 25 },
    )
  })

  it('the next spelling stands first where the first is gone', async () => {
    await office.take(names.slice(0, 3))
    await forget(names.slice(1, 3))
    const page = await office.pageOf(names[2]!)
    expect(page.names.map(({ name, how }) => [name, how])).toEqual([
      [names[1], 'first'],
      [names[2], 'same-spelling'],
    ])
  })

  it('leaves no holder, number or pair behind', async () => {
    await office.take(names)
    await forget([])
    const { rows } = await office.database.app.pool.query(
      `select (select count(*) from enterprises.holder) + (select count(*) from enterprises.holder_name)
            + (select count(*) from enterprises.name_block) + (select count(*) from enterprises.likely) as left`,
    )
    expect(rows).toEqual([{ left: 0 }])
  })

  it('what a person decided about stays: two told apart, two joined, a name chosen to be shown', async () => {
    const [limited, liability, food, works] = ['临夏演示牧业有限公司', '临夏演示牧业有限责任公司', names[8]!, names[10]!]
    await office.take([limited, liability, food, works, names[0]!, names[1]!])
    for (const [name, decision] of [
      [limited, 'apart'],
      [food, 'joined'],
    ] as const) {
      const pair = (await office.queue()).find((one) => one.sides.some((side) => side.names.includes(name)))!
      const ran = await office.run(decideLikely, { id: pair.id, decision, reason, version: pair.version })
      expect(ran.done).toBe(true)
    }
    const group = await office.pageOf(names[0]!)
    const shown = await office.run(showName, { id: group.id, name: names[1]!, version: group.version })
    expect(shown.done).toBe(true)
    expect(await forget([])).toBe(1)
    expect((await office.standing()).groups.map((group) => group.split(' = ')[1]!)).toEqual(
      [limited, liability, [food, works].sort().join(' | '), names[1]!].sort(),
    )
  })
})
