import { type ListLine, lineAt, type NumberList, placeIn, wholeWeeks } from '#kernel/packed-list'
import { addDays, addYears, daysBetween, type PlainDate, plainDate } from '#kernel/time'
import type { Right } from '../fields.ts'
import { announcedOn } from '../marks/standing.ts'
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

/**
 * The line of a right as it stands on this day. An application's day is the last one on which a source knew it as such: nobody
 * can say of a later day that it was not granted. A lapse whose due day is uncertain has no day.
 */
export function lineOf(body: string, entry: RegisterEntry, today: PlainDate): ListLine {
  const { status } = statusOn(entry.spans, today)
  const day = status === 'pending' ? entry.asOf : ending.has(status) ? endOf(entry.spans, today) : null
  const ended = day === null || day < first ? -1 : daysBetween(first, day)
  const told = ended < 0 || status === 'pending' ? null : announcedOn(entry, today)
  const announced = told === null ? -1 : wholeWeeks(ended, daysBetween(first, told))
  return { key: Number(body), mark: statuses.indexOf(status), ended, announced }
}

/** The first day of the run of ends that holds today; null where the state before it is not known. */
function endOf(spans: readonly StatusSpan[], today: PlainDate): PlainDate | null {
  let at = spans.findLastIndex((span) => span.from <= today)
  while (at > 0 && ending.has(spans[at - 1]!.status)) at--
  return spans[at - 1]?.status === 'unknown' ? null : spans[at]!.from
}

/** A carried list with what must be known of it to answer. */
export interface CarriedList {
  readonly list: NumberList
  /** Whether the second part, the days, is there. */
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
  const { mark, ended, announced } = lineAt(list, place)
  const status = statuses[mark] ?? 'unknown'
  const day = withEnds && ended >= 0 ? addDays(first, ended) : null
  const filed = plainDate(`${yearOfBody(body)}-01-01`)
  return {
    number: supplyCheckDigit(body),
    right: rightOfBody(body),
    filedOn: null,
    holders: [],
    spans: spansOf(status, body, ending.has(status) && day ? day : asOf),
    asOf: status === 'pending' ? (day ?? filed) : asOf,
    endAnnouncedOn: withEnds && announced >= 0 ? addDays(first, announced) : null,
    endDayKnown: !ending.has(status) || day !== null,
  }
}

/**
 * How long after the year of filing began a right may still have been ungranted, in years: the list knows no day of grant,
 * so goods made within that time are for verification. Examination of inventions takes years, registration months.
 */
const yearsToGrant: Readonly<Record<Right, number>> = { invention: 6, 'utility-model': 2, design: 2 }
const granted: ReadonlySet<Status> = new Set(['in-force', 'in-grace', ...ending])

/** What the state known on a day tells of the time before it, and no more than that. */
function spansOf(status: Status, body: string, known: PlainDate): StatusSpan[] {
  const filed = plainDate(`${yearOfBody(body)}-01-01`)
  const span = (from: PlainDate, stands: Status): StatusSpan => ({ from, status: stands, because: 'carried' })
  if (!granted.has(status)) return [span(filed, status)]
  const surely = addYears(filed, yearsToGrant[rightOfBody(body)])
  return [
    ...(filed < known ? [span(filed, 'pending')] : []),
    ...(surely < known ? [span(surely, 'in-force')] : []),
    ...(status === 'in-force' && surely < known ? [] : [span(known, status)]),
  ]
}
