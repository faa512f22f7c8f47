import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/time'
import { anOfficeWith } from '../../catalogues/testing/office.ts'
import { feeCatalogue, shippedFees } from '../fee-catalogue.ts'
import { writeRecords } from '../reads/search/testing/write-records.ts'

let office: Awaited<ReturnType<typeof anOfficeWith>>
let clerk: Awaited<ReturnType<typeof office.person>>
beforeAll(async () => {
  office = await anOfficeWith([feeCatalogue])
  clerk = await office.person('马演示', 'staff')
  const patent = (title: string, filedOn: string, more: object) => ({
    title,
    filedOn,
    applicationNumber: title,
    right: 'invention' as const,
    status: 'in-force' as const,
    ...more,
  })
  await writeRecords(office.db, [
    patent('演示一', '2019-12-01', {}), // 2026-12-01, year 8
    patent('演示二', '2019-11-22', {}), // due today, year 8
    patent('演示三', '2018-11-21', {}), // due yesterday a year on: 2027-11-21, year 10
    patent('演示四', '2018-10-10', { status: 'in-grace' }), // 2026-10-10, year 9
    patent('演示五', '2019-12-01', { status: 'lapsed' }),
    patent('演示六', '2019-12-01', { right: 'utility-model' }),
    patent('演示七', '2006-12-01', {}), // its term ends on 2026-12-01
  ])
})
afterAll(() => office?.close())

const shipped = shippedFees().find(({ id }) => id === 'annuity.invention')!
const dearer = { ...shipped.body, lines: shipped.body.lines.map((line) => ({ ...line, amount: line.amount + 100 })) }
const touches = (after: Partial<typeof shipped>, before: typeof shipped | null = shipped) =>
  feeCatalogue.touches!(
    office.db,
    622900,
    before,
    { ...shipped, ...after },
    {
      id: 'x',
      inForce: false,
      today: plainDate('2026-11-22'),
    },
  )

test('a changed annuity names the rights whose next one it is, the first due first', async () => {
  expect(await touches({ body: dearer })).toEqual([
    '下一次应缴年费适用本项且数额有变的专利共4件：',
    '演示四“演示四”，2026年10月10日前应缴的第9年度年费由2,000元变为2,100元。',
    '演示二“演示二”，2026年11月22日前应缴的第8年度年费由2,000元变为2,100元。',
    '演示一“演示一”，2026年12月1日前应缴的第8年度年费由2,000元变为2,100元。',
    '演示三“演示三”，2027年11月21日前应缴的第10年度年费由4,000元变为4,100元。',
  ])
})

test('only in its time, and only where the sum is another one', async () => {
  expect(await touches({ body: dearer, validFrom: plainDate('2026-12-01'), validTo: plainDate('2026-12-31') })).toEqual([
    expect.stringContaining('共1件'),
    expect.stringContaining('演示一'),
  ])
  expect(await touches({ basis: '演示依据' })).toEqual([])
  const ninth = { ...shipped.body, lines: [{ from: 9, to: 9, amount: 1 }, ...shipped.body.lines] }
  expect(await touches({ body: ninth })).toEqual([expect.stringContaining('共1件'), expect.stringContaining('演示四')])
})

test('the late fee touches who is in grace; other fees no annuity', async () => {
  const late = shippedFees().find(({ id }) => id === 'annuity.late')!
  expect(await touches(late)).toEqual([
    expect.stringContaining('共1件'),
    expect.stringContaining('第9年度年费应于2026年10月10日前'),
  ])
  expect(await touches({ id: 'fee.filing' })).toEqual([])
  expect(await touches({ id: 'reduction.rate' })).toEqual([expect.stringContaining('未作统计')])
})

test('who proposes reads it on the change', async () => {
  const proposed = await office.propose(clerk, feeCatalogue as never, {
    entry: 'annuity.invention',
    kind: 'correct',
    validFrom: shipped.validFrom,
    body: dearer,
    basis: '演示依据',
    reason: '演示：核对',
  })
  if (!proposed.done) throw new Error(JSON.stringify(proposed.refusal))
  expect((await office.changeOf(clerk, proposed.value.id)).touches[0]).toContain('共4件')
})
