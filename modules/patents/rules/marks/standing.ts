import { addMonths, addYears, type PlainDate, yearOf } from '#kernel/time'
import { type Status, type StatusSpan, statusOn } from '../status.ts'
import type { AskedMark, RegisterEntry } from './types.ts'

/** How a right stood on the day that counts, as far as the register can tell (标注时的法律状态). */
export type Standing =
  | { readonly is: 'before-filing' }
  /** Applied for and, as the register knows, not granted by then. */
  | { readonly is: 'pending' }
  /** Not granted as of the register's last day, which is earlier than the day asked. */
  | { readonly is: 'pending-stale' }
  /** Granted at some time that the register does not know. */
  | { readonly is: 'grant-day-missing' }
  | { readonly is: 'application-ended'; readonly how: Status }
  | { readonly is: 'in-force'; readonly grace: boolean; readonly endedOn: PlainDate | null; readonly how: Status | null }
  | {
      readonly is: 'ended'
      readonly how: Status
      readonly endedOn: PlainDate | null
      readonly known: 'announced' | 'before-announcement'
    }
  /** Ended by the day seen; when the goods were made is not known, or the day of the end is not. */
  | { readonly is: 'made-day-missing'; readonly how: Status; readonly endedOn: PlainDate }
  | { readonly is: 'end-day-missing'; readonly how: Status }
  | { readonly is: 'unknown' }

const endings: ReadonlySet<Status> = new Set(['lapsed', 'expired', 'invalidated', 'surrendered'])
const granted: ReadonlySet<Status> = new Set(['in-force', 'in-grace', ...endings])

/**
 * Where the right stood when the mark was put on the goods: on the day they were made, or, where that is not known, as far as
 * the day they were seen tells. Nothing is concluded from what the register does not know.
 */
export function standingOf(
  entry: RegisterEntry,
  { madeOn, seenOn, today }: Pick<AskedMark, 'madeOn' | 'seenOn' | 'today'>,
): Standing {
  const seen = seenOn ?? today ?? entry.asOf
  const last = statusOn(entry.spans, seen).status
  if (madeOn !== undefined && entry.filedOn !== null && madeOn < entry.filedOn) return { is: 'before-filing' }
  if (endings.has(last) && entry.endDayKnown === false) return { is: 'end-day-missing', how: last }
  const day = madeOn ?? seen
  const then = statusOn(entry.spans, day).status
  if (then === 'in-force' || then === 'in-grace') return standingInForce(entry, day, then === 'in-grace')
  if (then === 'withdrawn' || then === 'rejected')
    return endedUngranted(entry, day) ? { is: 'application-ended', how: then } : { is: 'unknown' }
  if (then === 'pending') return standingPending(entry, day)
  if (!endings.has(then)) return aliveBetween(entry, day) ? standingInForce(entry, day, false) : { is: 'unknown' }
  const endedOn = endOf(entry, day)
  if (madeOn === undefined) return { is: 'made-day-missing', how: then, endedOn }
  return { is: 'ended', how: then, endedOn, known: endKnown(entry, then, madeOn) }
}

function standingInForce(entry: RegisterEntry, day: PlainDate, grace: boolean): Standing {
  if (entry.grantedOn && day < entry.grantedOn) return { is: 'pending' }
  const end = entry.spans.find((span) => span.from > day && endings.has(span.status) && span.from <= entry.asOf)
  return { is: 'in-force', grace, endedOn: end?.from ?? null, how: end?.status ?? null }
}

/**
 * Nobody confirmed that day, but a right that was in force before and is said to be in force later was so all the while, and one
 * whose term ended, that was given up or lapsed on a due day lived until then. Of a right declared invalid that is not sure.
 */
function aliveBetween(entry: RegisterEntry, day: PlainDate): boolean {
  const at = entry.spans.findLastIndex((span) => span.from <= day)
  const next = entry.spans[at + 1]?.status
  return entry.spans[at]?.because === 'not-confirmed-since' && next !== undefined && next !== 'invalidated' && granted.has(next)
}

function standingPending(entry: RegisterEntry, day: PlainDate): Standing {
  const later = entry.spans.some((span) => span.from > day && granted.has(span.status))
  if (later) return entry.grantedOn && day < entry.grantedOn ? { is: 'pending' } : { is: 'grant-day-missing' }
  return day <= entry.asOf ? { is: 'pending' } : { is: 'pending-stale' }
}

/** Whether nothing says that it was ever granted: some sources call a given-up right withdrawn. */
const endedUngranted = (entry: RegisterEntry, day: PlainDate): boolean =>
  !entry.grantedOn && !entry.spans.some((span) => span.from <= day && granted.has(span.status))

/** The first day of the run of ends in which `day` lies: a lapse that was later also invalidated ended by the lapse. */
function endOf(entry: RegisterEntry, day: PlainDate): PlainDate {
  let at = entry.spans.findLastIndex((span) => span.from <= day)
  while (at > 0 && endings.has(entry.spans[at - 1]!.status)) at--
  return entry.spans[at]!.from
}

/**
 * Whether the end had been announced when the goods were made. A term's end is in the law and known beforehand, so that only an
 * announcement soon after it counts as one; what a list says years later announces nothing.
 */
function endKnown(entry: RegisterEntry, how: Status, madeOn: PlainDate): 'announced' | 'before-announcement' {
  const announced = announcedOn(entry, madeOn)
  const end = endOf(entry, madeOn)
  if (how === 'expired' && (announced === null || announced > addYears(end, 1))) return 'announced'
  return madeOn < (announced ?? addMonths(end, monthsToAnnounce)) ? 'before-announcement' : 'announced'
}

/** Grace, the notice, the time for restoration and the gazette together take about a year; half a year more is beyond doubt. */
const monthsToAnnounce = 18

/** The day on which the end in which `day` lies was announced, as far as anybody said; null where nobody did. */
export function announcedOn(entry: RegisterEntry, day: PlainDate): PlainDate | null {
  if (entry.endAnnouncedOn) return entry.endAnnouncedOn
  const from = endOf(entry, day)
  const run = entry.spans.filter((span) => span.from >= from)
  const stop = run.findIndex((span) => !endings.has(span.status))
  const told = run.slice(0, stop === -1 ? run.length : stop).flatMap((span) => toldOf(entry, span) ?? [])
  return told.sort()[0] ?? null
}

function toldOf({ filedOn }: RegisterEntry, { from, status, because, toldOn }: StatusSpan): PlainDate | null {
  if (toldOn !== undefined) return toldOn
  if (!because.startsWith('said:')) return null
  // A lapse said to be of a due day was told of by its own day, not by that of its announcement.
  const due = filedOn !== null && addYears(filedOn, yearOf(from) - yearOf(filedOn)) === from
  return status === 'lapsed' && due ? null : from
}
