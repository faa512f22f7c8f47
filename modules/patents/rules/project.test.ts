import { expect, test } from 'vitest'
import { canonical, type Observation } from '#kernel/register'
import { plainDate } from '#kernel/time'
import { shippedCalendar } from '#modules/calendar'
import type { PatentFields } from './fields.ts'
import { project, type Surroundings } from './project.ts'
import { patentRegister } from './register.ts'

const around: Surroundings = {
  today: plainDate('2020-08-25'),
  calendar: shippedCalendar(),
  holderKindOf: () => 'unknown',
  placeOf: () => ({ county: null, unclear: null }),
}

/** What one row says of an invented right (演示), in a source whose values may be published or not. */
const said = (fields: PatentFields, publishable = true): Observation<PatentFields> => ({
  id: canonical(fields),
  digest: canonical(fields),
  keys: patentRegister.keysOf(fields),
  fields,
  sightings: [{ importId: publishable ? 'cnipa' : 'vendor', row: 1, rank: 20, day: plainDate('2020-08-01'), publishable }],
})
const filed: PatentFields = { applicationNumber: '201899000012.3', title: '演示装置', filedOn: plainDate('2018-05-04') }

// 专利法 第二十一条第三款: until it is published or announced, an application is kept secret.
test.each<[string, PatentFields[], boolean]>([
  ['only filed', [filed], false],
  ['in examination, as the list of cases says', [{ ...filed, statusWord: '等待实审提案' }], false],
  ['withdrawn before it was published', [{ ...filed, statusWord: '视为撤回' }], false],
  ['published', [{ ...filed, publications: [{ number: 'CN199900001A' }] }], true],
  ['granted, the day known', [{ ...filed, grantedOn: plainDate('2019-03-01') }], true],
  ['in force, as the list of cases says', [{ ...filed, statusWord: '专利权维持' }], true],
  ['announced as an event', [filed, { ...filed, events: [{ on: plainDate('2018-11-02'), word: '公开' }] }], true],
])('a right that is %s: public %#', (_, rows, open) => {
  expect(
    project(
      rows.map((one) => said(one)),
      around,
    ).open,
  ).toBe(open ? 'same' : null)
})

test('what only a vendor tells of its publication does not open it', () => {
  const { open } = project([said(filed), said({ ...filed, publications: [{ number: 'CN199900001A' }] }, false)], around)
  expect(open).toBeNull()
})
