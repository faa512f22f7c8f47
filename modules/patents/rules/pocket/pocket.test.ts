import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listOf } from '#kernel/packed-list'
import { addDays, plainDate } from '#kernel/time'
import type { RegisterEntry } from '../marks/types.ts'
import { supplyCheckDigit } from '../numbers-check-digit.ts'
import { type Status, type StatusSpan, statusOn } from '../status.ts'
import { carriedEntry, lineOf } from './line.ts'
import { recordEntry } from './record.ts'

const today = plainDate('2020-08-25')
const right = (digits: string, spans: readonly StatusSpan[], more: Partial<RegisterEntry> = {}): RegisterEntry => ({
  number: supplyCheckDigit(digits),
  right: null,
  filedOn: null,
  holders: [],
  spans,
  asOf: today,
  ...more,
})
const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(plainDate('1996-01-01'), days))
const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'))
const body = fc.oneof(
  fc
    .tuple(fc.integer({ min: 2003, max: 2020 }), fc.constantFrom('1', '2', '3', '8', '9'), fc.integer({ min: 0, max: 9_999_999 }))
    .map(([year, type, serial]) => `${year}${type}${String(serial).padStart(7, '0')}`),
  fc
    .tuple(fc.constantFrom('85', '99', '00', '03'), fc.constantFrom('1', '2', '3'), two, two, fc.constantFrom('0', '9'))
    .map((parts) => parts.join('')),
)
const status = fc.constantFrom<Status>(
  'pending',
  'in-force',
  'in-grace',
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
  'unknown',
)
const spans = fc
  .uniqueArray(fc.record({ from: day, status, because: fc.constant('filed') }), { selector: (span) => span.from, minLength: 1 })
  .map((some): StatusSpan[] => some.sort((a, b) => (a.from < b.from ? -1 : 1)))

test('of two numbers each is found by its own digits alone', () => {
  fc.assert(
    fc.property(body, body, (digits, others) => {
      const list = listOf([lineOf(digits, right(digits, []), today)])
      expect(carriedEntry({ list, withEnds: true, asOf: today }, others) !== null).toBe(digits === others)
    }),
  )
})

test('what the phone carries of a right stands as the register does, on the day of the copy', () => {
  fc.assert(
    fc.property(body, spans, (digits, some) => {
      const list = listOf([lineOf(digits, right(digits, some), today)])
      const entry = carriedEntry({ list, withEnds: true, asOf: today }, digits)!
      expect(statusOn(entry.spans, today).status).toBe(statusOn(some, today).status)
      expect(entry.number.startsWith(`${digits}.`)).toBe(true)
    }),
  )
})

const ended: StatusSpan[] = [
  { from: plainDate('2013-03-18'), status: 'pending', because: 'filed' },
  { from: plainDate('2013-09-04'), status: 'in-force', because: 'granted' },
  { from: plainDate('2018-03-18'), status: 'lapsed', because: 'unpaid' },
]

test('an ended right keeps the day of its end, and the week in which that was announced', () => {
  const line = lineOf('201320123456', right('201320123456', ended, { endAnnouncedOn: plainDate('2018-11-06') }), today)
  const carried = { list: listOf([line]), asOf: today }
  const entry = carriedEntry({ ...carried, withEnds: true }, '201320123456')!
  expect(entry.spans.at(-1)).toMatchObject({ from: '2018-03-18', status: 'lapsed' })
  expect(entry.endDayKnown).toBe(true)
  // 2018-11-06 is 33 weeks and 2 days after the end.
  expect(entry.endAnnouncedOn).toBe('2018-11-11')
})

test('without the second part an end has no day, and says so', () => {
  const list = listOf([lineOf('201320123456', right('201320123456', ended), today)])
  const entry = carriedEntry({ list, withEnds: false, asOf: today }, '201320123456')!
  expect(entry).toMatchObject({ endDayKnown: false, endAnnouncedOn: null })
  expect(statusOn(entry.spans, today).status).toBe('lapsed')
})

test('the list knows no day of grant: goods made soon after the filing are for verification, later ones are not', () => {
  const spans: StatusSpan[] = [{ from: plainDate('2013-09-04'), status: 'in-force', because: 'granted' }]
  const list = listOf([lineOf('201320123456', right('201320123456', spans), today)])
  const entry = carriedEntry({ list, withEnds: true, asOf: today }, '201320123456')!
  const on = (day: string) => statusOn(entry.spans, plainDate(day)).status
  expect([on('2012-12-31'), on('2013-01-01'), on('2014-12-31'), on('2015-01-01'), on('2020-08-25')]).toEqual([
    'unknown',
    'pending',
    'pending',
    'in-force',
    'in-force',
  ])
})

test('a number that the register does not know is nothing', () => {
  expect(carriedEntry({ list: listOf([]), withEnds: true, asOf: today }, '201320123456')).toBeNull()
})

test('an application is one as of the last source, and without that day of nothing later than its filing', () => {
  const pending: StatusSpan[] = [{ from: plainDate('2019-05-06'), status: 'pending', because: 'filed' }]
  const line = lineOf('201920123456', right('201920123456', pending, { asOf: plainDate('2019-12-31') }), today)
  const asOf = (withEnds: boolean) => carriedEntry({ list: listOf([line]), withEnds, asOf: today }, '201920123456')!.asOf
  expect([asOf(true), asOf(false)]).toEqual(['2019-12-31', '2019-01-01'])
})

test('a lapse of which nobody knows the due day has no day on the phone', () => {
  const spans: StatusSpan[] = [
    { from: plainDate('2013-09-04'), status: 'in-force', because: 'granted' },
    { from: plainDate('2016-03-18'), status: 'unknown', because: 'lapse-day-unknown' },
    { from: plainDate('2018-11-06'), status: 'lapsed', because: 'said:专利权的终止' },
  ]
  const list = listOf([lineOf('201320123456', right('201320123456', spans), today)])
  expect(carriedEntry({ list, withEnds: true, asOf: today }, '201320123456')).toMatchObject({ endDayKnown: false })
})

test('a right carried whole keeps every span, with the day on which a lapse was told', () => {
  const record = {
    body: '201320123456',
    publication: null,
    title: '一种砖雕固定架（演示）',
    holders: ['演示公司'],
    right: 'utility-model' as const,
    county: 622901,
    filedOn: plainDate('2013-03-18'),
    grantedOn: plainDate('2013-09-04'),
    spans: [
      [plainDate('2013-09-04'), 'in-force', 'granted'],
      [plainDate('2018-03-18'), 'lapsed', 'said:终止', plainDate('2018-11-06')],
    ] as const,
    asOf: plainDate('2020-06-30'),
  }
  expect(recordEntry(record)).toMatchObject({
    spans: [{ status: 'in-force' }, { from: '2018-03-18', status: 'lapsed', toldOn: '2018-11-06' }],
    grantedOn: '2013-09-04',
    holders: ['演示公司'],
    asOf: '2020-06-30',
  })
})
