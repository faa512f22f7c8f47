import { type ListLine, lineAt, type NumberList, placeIn, wholeWeeks } from '#kernel/packed-list'
import { addDays, addYears, daysBetween, type PlainDate, plainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import type { RegisterEntry } from '../marks/types.ts'
import { rightOfBody, yearOfBody } from '../numbers-application.ts'
import { supplyCheckDigit } from '../numbers-check-digit.ts'
import { type Status, type StatusSpan, statusOn } from '../status.ts'

/**
 * One number of the register on the phone (随身号码表): the application number's digits as the key, its status as the mark,
 * and the days on which the right ended and the end was announced. The order of the statuses is that of the wire: new ones
 * are added at the end.
 */
const statuses: readonly Status[] = [
  'in-force',
  'lapsed',
  'pending',
  'expired',
  'unknown',
  'in-grace',
  'withdrawn',
  'rejected',
  'surrendered',
  'invalidated',
]

/** Statuses that end a right on a day that matters to goods made after it; an application that never became one has no such day. */
const ending: ReadonlySet<Status> = new Set(['lapsed', 'expired', 'surrendered', 'invalidated'])

/** Days are counted from the day the patent law came into force (1985-04-01). */
const first = plainDate('1985-04-01')

/** What the register knows of one right, as far as the list keeps it. */
export interface ListedRight {
  /** The 8 or 12 digits of the application number. */
  readonly body: string
  readonly spans: readonly StatusSpan[]
  readonly endAnnouncedOn?: PlainDate | null
}

/** The line of a right as it stands on this day. */
export function lineOf({ body, spans, endAnnouncedOn }: ListedRight, today: PlainDate): ListLine {
  const { status } = statusOn(spans, today)
  const end = ending.has(status) ? spans.findLast((span) => span.from <= today)!.from : null
  const ended = end === null || end < first ? -1 : daysBetween(first, end)
  const announced = ended < 0 || !endAnnouncedOn ? -1 : wholeWeeks(ended, daysBetween(first, endAnnouncedOn))
  return { key: Number(body), mark: statuses.indexOf(status), ended, announced }
}

/** A carried list with what must be known of it to answer. */
export interface CarriedList {
  readonly list: NumberList
  /** Whether the second part, the days of the ends, is there. */
  readonly withEnds: boolean
  /** 台账截至: the day as of which the list was made. */
  readonly asOf: PlainDate
}

/**
 * Looks a number up in the carried list; null where the register does not know it. An ended right without its day says so
 * (`endDayKnown: false`), so that no check claims to know whether the goods were made before or after.
 */
export function carriedEntry({ list, withEnds, asOf }: CarriedList, body: string): RegisterEntry | null {
  const place = placeIn(list, Number(body))
  if (place < 0) return null
  const line = lineAt(list, place)
  const status = statuses[line.mark] ?? 'unknown'
  const known = !ending.has(status) || (withEnds && line.ended >= 0)
  return {
    number: supplyCheckDigit(body),
    right: rightOfBody(body),
    filedOn: null,
    holders: [],
    spans: spansOf(status, body, asOf, withEnds && line.ended >= 0 ? addDays(first, line.ended) : null),
    asOf,
    endAnnouncedOn: withEnds && line.announced >= 0 ? addDays(first, line.announced) : null,
    endDayKnown: known,
  }
}

/**
 * How long after the year of filing began a right may still have been ungranted, in years: the list knows no day of grant,
 * so goods made within that time are for verification. Examination of inventions takes years, registration months.
 */
const yearsToGrant: Readonly<Record<Right, number>> = { invention: 6, 'utility-model': 2, design: 2 }
const granted: ReadonlySet<Status> = new Set(['in-force', 'in-grace', ...ending])

/** What the present state tells of the time before it, and no more than that. */
function spansOf(status: Status, body: string, asOf: PlainDate, ended: PlainDate | null): StatusSpan[] {
  const filed = plainDate(`${yearOfBody(body)}-01-01`)
  const span = (from: PlainDate, stands: Status): StatusSpan => ({ from, status: stands, because: 'carried' })
  if (!granted.has(status)) return [span(filed, status)]
  const until = ended ?? asOf
  const surely = addYears(filed, yearsToGrant[rightOfBody(body)])
  return [
    ...(filed < until ? [span(filed, 'pending')] : []),
    ...(surely < until ? [span(surely, 'in-force')] : []),
    ...(status === 'in-force' && surely < until ? [] : [span(until, status)]),
  ]
}
