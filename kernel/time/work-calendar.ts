import { addDays, type PlainDate } from './plain-date.ts'

/** Which days are worked (工作日), as the State Council's yearly arrangement of holidays says. */
export interface WorkCalendar {
  /** A made-up Saturday or Sunday is a working day; a weekday given off is none. */
  isWorkday(day: PlainDate): boolean
  /** Whether the arrangement for that day's year is out; where it is not, every answer about the day is provisional (暂定). */
  isSettled(day: PlainDate): boolean
  /** A day off of the place alone (地方性节假日). Told apart: it is a working day all the same where the law counts. */
  isLocalHoliday(day: PlainDate): boolean
  /** What the calendar calls a day off, a made-up working day or a local holiday: 国庆节. Null where it has no name for it. */
  nameOf?(day: PlainDate): string | null
}

export interface CountedDay {
  readonly day: PlainDate
  /** A day was looked at whose year's arrangement is not out. */
  readonly provisional: boolean
}

/** The first working day from this day on (顺延): the day itself where it is one. */
export function nextWorkday(day: PlainDate, calendar: WorkCalendar): CountedDay {
  return nearestWorkday(day, 1, calendar)
}

/**
 * The n-th working day after `from`, which itself never counts; before it where `n` is negative; `from` itself where it is 0,
 * working day or not.
 */
export function addWorkdays(from: PlainDate, n: number, calendar: WorkCalendar): CountedDay {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of working days: ${n}`)
  const step = n < 0 ? -1 : 1
  let day = from
  let provisional = false
  for (let left = n * step; left > 0; left--) {
    const found = nearestWorkday(addDays(day, step), step, calendar)
    day = found.day
    provisional ||= found.provisional
  }
  return { day, provisional }
}

function nearestWorkday(from: PlainDate, step: 1 | -1, calendar: WorkCalendar): CountedDay {
  let day = from
  let provisional = !calendar.isSettled(day)
  while (!calendar.isWorkday(day)) {
    day = addDays(day, step)
    provisional ||= !calendar.isSettled(day)
  }
  return { day, provisional }
}
