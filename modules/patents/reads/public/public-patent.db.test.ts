import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '#kernel/time'
import { anOffice, region } from '../../testing/office.ts'
import { cnipa, table, vendor } from '../../testing/tables.ts'
import { publicPatent } from './public-patent.ts'
import { patentsVersion, publicSources } from './public-sources.ts'

let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  office = await anOffice()
  const official = [
    '201910123456X',
    '2019-05-06',
    'CN110000001A',
    '2019-09-10',
    '一种演示耙',
    'A01B 1/00',
    '演示公报公司',
    '演甲',
    '临夏市',
  ]
  const bought = [
    'CN110000001B',
    '演示商业库改写的名称',
    'CN201910123456.X',
    '2019-05-06',
    '2020-06-02',
    '发明',
    '有效',
    '演示受让公司',
    '演示公报公司',
    '演甲',
  ]
  const only = [
    'CN110000002A',
    '演示商业库独有的装置',
    'CN201910123457.4',
    '2019-05-07',
    '2019-09-10',
    '发明',
    '审中',
    '演示公司',
    '演示公司',
    '演乙',
  ]
  await office.take(table(office.folder, 'cnipa.csv', cnipa, [official]), '2020-06-30')
  await office.take(table(office.folder, 'vendor.csv', vendor, [bought, only]), '2020-08-01')
})
afterAll(() => office.close())

const ask = (number: string) => publicPatent(office.database.app.kysely, { region, today: plainDate('2020-08-25') }, number)

test('the public sees what publishable sources say of a right, with their day, and nothing that a vendor added', async () => {
  const asked = await ask('ZL 2019 1 0123456.X')
  if (!asked.done) throw new Error(asked.refusal.code)
  const patent = asked.value
  expect(patent).toMatchObject({
    title: '一种演示耙',
    applicants: ['演示公报公司'],
    holders: ['演示公报公司'],
    asOf: '2020-06-30',
  })
  expect(patent.sources).toEqual([{ label: '国家知识产权局专利检索及分析', day: '2020-06-30' }])
  expect(patent.fields.map(({ field }) => field)).not.toContain('address')
  expect(JSON.stringify(patent)).not.toMatch(/商业库|受让|有效状态|CN110000001B|vendor/)
})

test('a number that only a vendor prints finds nothing, nor does a right that only a vendor knows', async () => {
  expect((await ask('CN110000001A')).done).toBe(true)
  for (const number of ['CN110000001B', '201910123457.4', 'CN110000002A', '不是号码', ''])
    expect(await ask(number)).toEqual({ done: false, refusal: { code: 'patent-unknown' } })
})

test('a right is found by its record’s id, one for the office alone is not', async () => {
  const { rows } = await office.database.owner.pool.query<{ id: string; public_form: string }>(
    'select id, public_form from patents.record order by public_form',
  )
  expect(rows.map(({ public_form }) => public_form)).toEqual(['none', 'own'])
  expect((await ask(rows[0]!.id)).done).toBe(false)
  expect((await ask(rows[1]!.id)).done).toBe(true)
})

test('only sources that may be published are named', async () => {
  expect(await publicSources(office.database.app.kysely, region)).toEqual([
    { label: '国家知识产权局专利检索及分析', day: '2020-06-30', files: 1 },
  ])
  expect(Number(await patentsVersion(office.database.app.kysely, region))).toBeGreaterThan(0)
})
