import { afterAll, beforeAll, expect, it } from 'vitest'
import { AnnuityPage } from '../contract.ts'
import { anOffice } from '../testing/office.ts'
import { served } from '../testing/served.ts'
import { table } from '../testing/tables.ts'

let office: Awaited<ReturnType<typeof anOffice>>
let visit: Awaited<ReturnType<typeof served>>
const number = '201899000012.3'
const headings = [
  '申请号',
  '申请日',
  '公开（公告）号',
  '公开（公告）日',
  '发明名称',
  'IPC分类号',
  '申请（专利权）人',
  '发明人',
  '申请人地址',
]

beforeAll(async () => {
  office = await anOffice('2022-03-20')
  visit = await served(office)
  await office.take(
    table(office.folder, '甲.csv', headings, [
      [`CN${number}`, '2018-03-15', 'CN199900001B', '2021-06-01', '演示分离装置', 'A01J 11/04', '演示乳业', '马演示', ''],
    ]),
    '2022-03-20',
  )
})
afterAll(async () => {
  await visit.close()
  await office.close()
})

const body = { year: 5, on: '2022-03-14', amount: 1200, receipt: null, reason: '演示：缴费票据' }

it('answers the annuities of a patent in the shape of the contract', async () => {
  const page = AnnuityPage.parse(await visit.get(`GET /api/patents/${number}/annuities`))
  expect(page).toMatchObject({ number, on: '2022-03-20', nextYear: 5, why: null, may: { allowed: true } })
  expect(page.rows[1]).toMatchObject({ year: 5, state: 'in-grace', dueOn: '2022-03-15', fee: 900, payable: 900, total: 900 })
  expect((await visit.ask('GET /api/patents/201899000099.1/annuities')).status).toBe(404)
})

it('notes a payment and takes it back for who may, and answers the page as it then stands', async () => {
  const paid = AnnuityPage.parse(await visit.get(`POST /api/patents/${number}/payments`, body))
  expect(paid).toMatchObject({ nextYear: 6, notes: [{ kind: 'payment', note: { by: '演示台账员' } }] })
  const undo = { note: paid.notes[0]!.note!.id, reason: '演示：登记有误' }
  const gone = AnnuityPage.parse(await visit.get(`POST /api/patents/${number}/notes/undo`, undo))
  expect(gone).toMatchObject({ nextYear: 5, notes: [] })
})

it('says to who may not why, and does nothing', async () => {
  visit.as('staff')
  const page = AnnuityPage.parse(await visit.get(`GET /api/patents/${number}/annuities`))
  expect(page.may).toMatchObject({ allowed: false, why: expect.stringContaining('登记缴费') })
  expect((await visit.ask(`POST /api/patents/${number}/payments`, body)).status).toBe(403)
  visit.as('registrar')
  expect(AnnuityPage.parse(await visit.get(`GET /api/patents/${number}/annuities`)).notes).toEqual([])
})

it('what is no day, no sum or no year is told beside its field', async () => {
  const reply = await visit.ask(`POST /api/patents/${number}/payments`, { ...body, on: '2022-02-30', year: 21 })
  expect([400, 422]).toContain(reply.status)
  expect(await reply.text()).toContain('on')
})
