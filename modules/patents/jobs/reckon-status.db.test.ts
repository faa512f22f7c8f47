import { afterAll, beforeAll, expect, it } from 'vitest'
import { shippedCalendar } from '#modules/calendar'
import { clientOf } from '../store/client.ts'
import { anOffice, region } from '../testing/office.ts'
import { cnipa, table, vendor } from '../testing/tables.ts'
import { isReckoned, reckonStatus, statusSign } from './reckon-status.ts'
import { refreshStatus } from './refresh-status.ts'

let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.close())

const ask = async <Row extends object>(text: string) => (await office.database.owner.pool.query<Row>(text)).rows
const spans = () => ask('select id, status, status_spans, status_next_on from patents.record order by id')
const publicSpans = () => ask('select id, status, status_spans, status_next_on from patents.public_record order by id')

it('reckons every stored status anew where the rule or the working days changed, and only then', async () => {
  await office.take(
    table(office.folder, '甲.csv', cnipa, [
      ['CN201899000012.3', '2018-03-15', 'CN199900001A', '2018-09-01', '演示分离装置', 'A01J 11/04', '演示乳业', '马演示', ''],
    ]),
  )
  await office.take(
    table(office.folder, '乙.csv', vendor, [
      [
        'CN199900001A',
        '演示分离装置',
        'CN201899000012.3',
        '2018-03-15',
        '2018-09-01',
        '发明申请',
        '有效',
        '演示乳业',
        '演示乳业',
        '马演示',
      ],
    ]),
  )
  const client = clientOf(office.database.app.kysely)
  const [told, open] = [await spans(), await publicSpans()]
  expect(open).toHaveLength(1)
  expect(await isReckoned(client, region, shippedCalendar())).toBe(false)

  await office.database.owner.pool.query(`
    update patents.record set status_spans = '[["2018-03-15", "lapsed", "filed"]]', status = 'lapsed', status_next_on = null`)
  await office.database.owner.pool.query(`update patents.public_record set status_spans = '[]', status = 'unknown'`)
  await refreshStatus(office.wires, region)
  expect(await ask(`select 1 from graphile_worker.jobs where task_identifier = 'patents.reckon-status'`)).toHaveLength(1)
  await reckonStatus(office.wires, region)
  expect(await spans()).toEqual(told)
  expect(await publicSpans()).toEqual(open)
  expect(await isReckoned(client, region, shippedCalendar())).toBe(true)

  const [version] = await ask('select version from patents.data_version')
  await reckonStatus(office.wires, region)
  expect(await ask('select version from patents.data_version')).toEqual([version])
})

it('knows working days by their sign', () => {
  const calendar = shippedCalendar()
  const another = { ...calendar, isWorkday: (day: never) => day !== '2027-03-15' && calendar.isWorkday(day) }
  expect(statusSign(another)).not.toBe(statusSign(calendar))
  expect(statusSign({ ...calendar })).toBe(statusSign(calendar))
})
