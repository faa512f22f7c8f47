import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerMarks } from '#modules/mark-checks'
import { readFilter, searchPatents, searchWire } from '#modules/patents'
import { goodsSeenOn, markedGoods } from '../../database/demo/index.ts'
import { type OfficeUnderTest, startOffice, Visitor } from './testing/index.ts'

let office: OfficeUnderTest
let admin: Visitor
beforeAll(async () => {
  office = await startOffice({ demonstration: true })
  admin = await new Visitor(office.url).signIn(office.logIn.account, office.logIn.password)
})
afterAll(() => office.close())

const rows = async (text: string) => (await office.product.wire.pool.query(text)).rows
const found = async (query: string, projection: 'office' | 'public') => {
  const request = readFilter({ query }, office.product.region, projection)
  if (!request.done) throw new Error(request.refusal.code)
  const page = await searchPatents(searchWire(office.product.wire.kysely), { ...request.value, limit: 50 })
  if (!page.done) throw new Error(page.refusal.code)
  return page.value.rows.map(({ title }) => title)
}

describe('the demonstration prefecture', () => {
  it('has 2,683 records, of which 2,426 were announced and are public, and 63 inventions in force, for the public too', async () => {
    expect(
      await rows(
        `select count(*) as records, count(*) filter (where public_form <> 'none') as open,
                count(*) filter (where right_kind = 'invention' and status in ('in-force', 'in-grace')) as inventions
         from patents.record`,
      ),
    ).toEqual([{ records: 2683, open: 2426, inventions: 63 }])
    expect(
      await rows(
        `select count(*) as inventions
         from (select right_kind, status from patents.record where public_form = 'same'
               union all select right_kind, status from patents.public_record) seen
         where right_kind = 'invention' and status in ('in-force', 'in-grace')`,
      ),
    ).toEqual([{ inventions: 63 }])
  })

  it('keeps to the office what only a vendor says', async () => {
    expect(await found('演示受让', 'office')).toHaveLength(6)
    expect(await found('演示受让', 'public')).toEqual([])
    const page = await fetch(`${office.url}/patents?q=${encodeURIComponent('演示受让')}`)
    expect(page.status).toBe(200)
    expect(await page.text()).not.toContain('受让科技')
    expect(await found('啤特果醋', 'public')).not.toEqual([])
  })

  it('has something to show on every screen', async () => {
    const { body: queues } = await admin.ask('GET /api/patents/queues')
    for (const queue of ['disagreements', 'twins', 'places'] as const) expect(queues[queue], queue).toBeGreaterThan(3)
    const { body: imports } = await admin.ask('GET /api/patents/imports')
    expect(imports.rows.map((one: { account: { refused: number } }) => one.account.refused).sort()).toEqual([0, 0, 0, 0, 5])
    const { body: searches } = await admin.ask('GET /api/patents/searches')
    expect(searches.rows.map(({ name, keptCount }: { name: string; keptCount: number }) => `${name} ${keptCount}`)).toEqual([
      '演示：有效发明专利 63',
      '演示：滞纳期内的专利 32',
      expect.stringMatching(/^演示：啤特果 \d\d/),
    ])
    const statuses = await rows('select distinct status from patents.record order by 1')
    expect(statuses.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['expired', 'in-force', 'in-grace', 'lapsed', 'pending', 'rejected', 'surrendered', 'withdrawn']),
    )
    const days = await rows(`select count(*) as n from patents.observation where fields ? 'payments'`)
    expect(days[0].n).toBeGreaterThan(2000)
    // The names alike are learnt behind the imports.
    await expect
      .poll(async () => (await admin.ask('GET /api/enterprises/likely')).body.count ?? 0, { timeout: 30_000 })
      .toBeGreaterThan(0)
  })
})

describe('ten marked goods', () => {
  it('cover every answer that a mark and a register can give', () => {
    expect(new Set(markedGoods.map(({ outcome }) => outcome)).size).toBe(10)
  })

  it.each(markedGoods)('$goods：$text → $outcome', async ({ goods: _, because: __, outcome, ...asked }) => {
    const [{ answer }] = (await answerMarks(
      office.product.wire.kysely,
      { region: office.product.region, today: office.product.clock.today() },
      [{ ...asked, seenOn: goodsSeenOn }],
    )) as [Awaited<ReturnType<typeof answerMarks>>[number]]
    expect(answer.outcome, answer.sentence).toBe(outcome)
  })
})
