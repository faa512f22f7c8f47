import { type PlainDate, plainDate } from '#kernel/time'
import type { Right } from '../../fields.ts'
import { supplyCheckDigit } from '../../numbers.ts'
import type { Status, StatusSpan } from '../../status.ts'
import type { MarkRegister, RegisterEntry } from '../types.ts'

/** Invented rights (演示). */
export const invention = '201610259567'
export const utility = '201320000001'
const asOf = plainDate('2026-11-20')

interface Life {
  readonly right?: Right
  readonly filedOn?: PlainDate
  readonly grantedOn?: PlainDate
  readonly holders?: readonly string[]
  /** How it ended, from which day, announced when. */
  readonly ends?: readonly [Status, string, string | null]
}

/** A right granted once, that may have ended. */
export function granted(body: string, life: Life = {}): RegisterEntry {
  const filedOn = life.filedOn ?? plainDate('2016-04-25')
  const grantedOn = life.grantedOn ?? plainDate('2018-10-30')
  const spans: StatusSpan[] = [
    { from: filedOn, status: 'pending', because: 'filed' },
    { from: grantedOn, status: 'in-force', because: 'granted' },
    ...(life.ends ? [{ from: plainDate(life.ends[1]), status: life.ends[0], because: 'said:终止' }] : []),
  ]
  return {
    number: supplyCheckDigit(body),
    right: life.right ?? 'invention',
    filedOn,
    grantedOn,
    holders: life.holders ?? ['演示公司'],
    spans,
    asOf,
    endAnnouncedOn: life.ends?.[2] ? plainDate(life.ends[2]) : null,
  }
}

export const pending: RegisterEntry = {
  number: supplyCheckDigit('202310000010'),
  right: 'invention',
  filedOn: plainDate('2023-02-01'),
  grantedOn: null,
  holders: ['演示公司'],
  spans: [{ from: plainDate('2023-02-01'), status: 'pending', because: 'filed' }],
  asOf,
}

/** A register of these rights; the first is also known by its announcement's number. */
export function aRegister(...entries: readonly RegisterEntry[]): MarkRegister {
  const byKey = new Map(entries.map((one) => [one.number.slice(0, -2), one]))
  if (entries[0]) byKey.set('CN109417194B', entries[0])
  return (key) => byKey.get(key) ?? null
}
