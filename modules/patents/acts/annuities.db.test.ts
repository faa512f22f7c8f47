import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { markRegister } from '../reads/mark-register.ts'
import { makeCopy } from '../reads/pocket/make-copy.ts'
import { annuityOf, annuityPage } from '../reads/record/annuities.ts'
import { type PocketRecord, recordEntry } from '../rules/pocket/record.ts'
import { deciding } from '../testing/decisions.ts'
import { asStored, foldedFresh } from '../testing/fresh-fold.ts'
import { anOffice, region } from '../testing/office.ts'
import { cnipa, table } from '../testing/tables.ts'
import { decideField } from './decide-field.ts'
import { noteOpenLicence } from './note-open-licence.ts'
import { notePayment } from './note-payment.ts'
import { noteReduction } from './note-reduction.ts'
import { noteRestoration } from './note-restoration.ts'
import { undoNote } from './undo-note.ts'

let office: Awaited<ReturnType<typeof anOffice>>
let desk: ReturnType<typeof deciding>
const number = '201899000012.3'
const today = '2026-03-20'
const take = () =>
  office.take(
    table(office.folder, '甲.csv', cnipa, [
      [`CN${number}`, '2018-03-15', 'CN199900001A', '2018-09-01', '演示分离装置', 'A01J 11/04', '演示乳业', '马演示', ''],
    ]),
  )
beforeAll(async () => {
  office = await anOffice(today)
  desk = deciding(office)
  await take()
  await desk.must(decideField, { number, field: 'right', take: null, lines: ['发明专利'] })
  await desk.must(decideField, { number, field: 'grantedOn', take: null, lines: ['2021-06-01'] })
})
afterAll(() => office.close())

const page = async (on = today) => {
  const db = office.database.app.kysely
  const found = await annuityPage(db, { region, today: plainDate(on) }, number, async () => ({ allowed: true, why: null }))
  if (!found.done) throw new Error(found.refusal.code)
  return found.value
}
const row = async (year: number) => (await page()).rows.find((one) => one.year === year)!
const reason = '演示：缴费票据'
const pay = (year: number, on: string, amount: number | null = null) =>
  desk.run(notePayment, { number, year, on, amount, receipt: null, reason })

it('shows every annuity from the grant to the last, and what is next', async () => {
  const { rows, next, nextYear, term, status } = await page()
  expect(rows.map((one) => one.year)).toEqual(Array.from({ length: 17 }, (_, at) => at + 4))
  expect(rows[0]).toMatchObject({ state: 'paid-at-grant', dueOn: null, payable: 1200 })
  expect(rows[1]).toMatchObject({ state: 'unconfirmed', dueOn: '2022-03-15' })
  expect(await row(9)).toMatchObject({ state: 'in-grace', dueOn: '2026-03-16', graceEndsOn: '2026-09-15', fee: 2000, lateFee: 0 })
  expect(nextYear).toBe(9)
  expect(next).toContain('2026年9月15日')
  expect(term).toContain('2038年3月15日')
  // The grant of 2021 reaches to the grace of year 5.
  expect(status).toBe('unknown')
})

it('a payment by hand brings the right back into force, and taking it back does not', async () => {
  const paid = await pay(8, '2025-03-10', 2000)
  expect(paid.done).toBe(true)
  expect(await page()).toMatchObject({ status: 'in-force' })
  expect(await row(8)).toMatchObject({ state: 'paid', paidOn: '2025-03-10', short: null })
  expect(await desk.page(number)).toMatchObject({ status: 'in-force', statusNextOn: '2026-09-16' })
  expect(await asStored(office)).toEqual(await foldedFresh(office))

  const again = await pay(8, '2025-03-10', 2000)
  expect(again).toMatchObject({ refusal: { code: 'note-known' } })
  const [note] = (await page()).notes
  expect(note).toMatchObject({ kind: 'payment', line: '2025-03-10 第8年度 2,000元', note: { reason, by: '测试员' } })
  await desk.must(undoNote, { number, note: note!.note!.id })
  expect(await page()).toMatchObject({ status: 'unknown', notes: [] })
  expect(await desk.run(undoNote, { number, note: note!.note!.id })).toMatchObject({ refusal: { code: 'note-unknown' } })
  expect(await asStored(office)).toEqual(await foldedFresh(office))
})

it('the same request is done once', async () => {
  const input = { number, year: 9, on: '2026-03-16', amount: 300, receipt: '演示0001', reason }
  const request = office.request()
  const [first, second] = [
    await office.runner.run(notePayment, request, input),
    await office.runner.run(notePayment, request, input),
  ]
  expect(first).toMatchObject({ done: true })
  expect(second).toEqual(first)
  const notes = (await page()).notes.filter((one) => one.kind === 'payment')
  expect(notes).toHaveLength(1)
  expect(await row(9)).toMatchObject({ state: 'paid', short: null, paidReduced: 0.85 })
  await desk.must(undoNote, { number, note: notes[0]!.note!.id })
})

it('what cannot be is refused', async () => {
  expect(await pay(3, '2020-03-01')).toMatchObject({ refusal: { code: 'year-before-grant', first: 4 } })
  expect(await pay(9, '2026-03-21')).toMatchObject({ refusal: { code: 'day-ahead' } })
  expect(await pay(9, '2018-03-14')).toMatchObject({ refusal: { code: 'paid-before-filing' } })
  expect(
    await desk.run(notePayment, { number: '201899000022.7', year: 5, on: today, amount: null, receipt: null, version: '0' }),
  ).toMatchObject({
    refusal: { code: 'patent-unknown' },
  })
  expect(await desk.run(noteOpenLicence, { number, from: '2025-01-01', to: '2024-01-01' })).toMatchObject({
    refusal: { code: 'span-backwards' },
  })
})

it('who uses the patent under an open licence is known to the mark check', async () => {
  const licensees = ['演示被许可厂']
  await desk.must(noteOpenLicence, { number, from: '2024-08-01', to: '2024-12-31', licensees, reason })
  const db = office.database.app.kysely
  const register = await markRegister(db, { region, today: plainDate(today), projection: 'office' }, [`ZL${number}`])
  expect(register('201899000012')?.licences).toEqual([{ name: '演示被许可厂', from: '2024-08-01', to: '2024-12-31' }])
  const copy = await makeCopy(office.database.app, region, plainDate(today))
  const [record] = JSON.parse(gunzipSync(copy.pieces[0]!).toString()) as PocketRecord[]
  expect(recordEntry(record!).licences).toEqual(register('201899000012')?.licences)
  const noted = (await page()).notes.find(({ kind }) => kind === 'open-licence')
  expect(noted?.line).toContain('被许可人：演示被许可厂')
  await desk.must(undoNote, { number, note: noted?.note?.id, reason })
})

it('reductions and open licences lighten what is due after them, the best one alone', async () => {
  await desk.must(noteOpenLicence, { number, from: '2025-01-01', to: '2026-12-31', reason })
  expect(await row(9)).toMatchObject({ payable: 1700, reducedBy: 'open-licence' })
  expect(await row(10)).toMatchObject({ payable: 4000, reducedBy: null })
  await desk.must(noteReduction, { number, rate: 0.85, on: '2024-01-05', reason })
  expect(await row(6)).toMatchObject({ payable: 1200 })
  expect(await row(9)).toMatchObject({ payable: 300, lateFee: 0, reducedBy: 'reduction' })
  expect(await row(13)).toMatchObject({ payable: 900 })
  expect(await row(14)).toMatchObject({ payable: 6000 })
})

it('a lapse goes back to its due day, and a restoration ends it', async () => {
  await pay(7, '2024-03-01')
  await desk.must(decideField, { number, field: 'statusWord', take: null, lines: ['未缴年费终止 2025-11-03'] })
  expect(await row(8)).toMatchObject({ state: 'missed', total: null, lateFee: 500 })
  expect(await page()).toMatchObject({ status: 'lapsed', nextYear: 8 })
  expect((await desk.page(number)).statusSentence).toContain('已于2025年3月15日因未缴纳年费终止')
  const db = office.database.app.kysely
  expect(await annuityOf(db, { region, today: plainDate(today) }, number)).toMatchObject({
    value: { year: 8, state: 'too-late', total: null, status: 'lapsed', dueOn: '2025-03-17', number },
  })
  await desk.must(noteRestoration, { number, on: '2026-01-10', reason })
  expect(await page()).toMatchObject({ status: 'in-force', nextYear: 9 })
  expect((await page()).notes.map((one) => one.kind)).toEqual(['payment', 'reduction', 'open-licence', 'restoration'])
})

it('notes wait while the record’s files are undone, and meet them again', async () => {
  const before = await page()
  const { rows } = await office.database.owner.pool.query<{ id: string }>(
    `select id from patents.import where format <> 'hand' and state = 'finished'`,
  )
  await office.undo(rows[0]!.id)
  await take()
  const now = await page()
  expect({ ...now, id: '', notes: now.notes.length }).toEqual({ ...before, id: '', notes: before.notes.length })
  expect(await asStored(office)).toEqual(await foldedFresh(office))
})

it('the public reads what the office noted of a record that is public', async () => {
  expect((await desk.page(number)).publicForm).toBe('same')
})
