import { addDays, addMonths, addYears, type PlainDate, plainDate, weekday, yearOf } from '#kernel/time'
import type { Chance } from './chance.ts'
import type { DemoRight, DemoStatus } from './patent.ts'

/** The day whose state the demonstration shows (演示日期). */
export const demoDay = plainDate('2020-08-25')

/** How far an application came by the demonstration day. */
export interface Life {
  readonly filedOn: PlainDate
  /** 公布: inventions alone. */
  readonly disclosedOn?: PlainDate
  /** The last document published. */
  readonly publishedOn?: PlainDate
  readonly grantedOn?: PlainDate
  readonly endedOn?: PlainDate
  /** The gazette in which the end stood; absent where it has not stood there yet. */
  readonly announcedOn?: PlainDate
  readonly status: DemoStatus
}

/** A working day of a year; of 2020 only up to July. */
export function filingDay(year: number, chance: Chance): PlainDate {
  const day = addDays(plainDate(year, 1, 1), chance.below(year === yearOf(demoDay) ? 205 : 365))
  if (weekday(day) <= 5) return day
  const monday = addDays(day, 8 - weekday(day))
  return yearOf(monday) === year ? monday : addDays(day, 5 - weekday(day))
}

/** What becomes of an invention that is not granted, or `null` where it is. */
export function fateOfInvention(filedOn: PlainDate, chance: Chance): Life | null {
  const disclosedOn = gazetteDay(
    addMonths(
      filedOn,
      chance.weighted([
        [4, 30],
        [6, 40],
        [12, 15],
        [18, 15],
      ]),
    ),
  )
  if (disclosedOn > demoDay) return { filedOn, status: 'pending' }
  const recent = filedOn >= '2018-03-01'
  const fate = chance.weighted([
    ['pending', recent ? 62 : 0],
    ['withdrawn', recent ? 14 : 36],
    ['rejected', recent ? 12 : 28],
    ['granted', recent ? 12 : 36],
  ] as const)
  const endedOn = gazetteDay(addMonths(filedOn, 22 + chance.below(16)))
  if (fate === 'granted')
    return gazetteDay(addMonths(filedOn, 20)) > addMonths(demoDay, -1)
      ? { filedOn, disclosedOn, publishedOn: disclosedOn, status: 'pending' }
      : null
  if (fate === 'pending' || endedOn > demoDay) return { filedOn, disclosedOn, publishedOn: disclosedOn, status: 'pending' }
  return { filedOn, disclosedOn, publishedOn: disclosedOn, endedOn, announcedOn: endedOn, status: fate }
}

/** A granted invention that still stands, or fell to an unpaid annuity, or reached the end of its twenty years. */
export function grantedInvention(filedOn: PlainDate, fate: 'in-force' | 'lapsed' | 'expired', chance: Chance): Life {
  const latest = addMonths(demoDay, fate === 'in-force' ? -1 : -26)
  const wished = gazetteDay(addMonths(filedOn, 20 + chance.below(18)))
  const grantedOn = wished > latest ? gazetteDay(addMonths(filedOn, 20)) : wished
  const disclosedOn = gazetteDay(addMonths(filedOn, 6 + chance.below(12)))
  const granted = { filedOn, disclosedOn, publishedOn: grantedOn, grantedOn }
  if (fate === 'in-force') return { ...granted, status: 'in-force' }
  if (fate === 'expired') return { ...granted, ...endAnnounced(addYears(filedOn, 20), 1, chance), status: 'expired' }
  return { ...granted, ...endAnnounced(lapseDay(filedOn, grantedOn, 19, chance), 12, chance), status: 'lapsed' }
}

/** An end stands in the gazette some months after it came: an expiry soon, a lapse when grace and restoration are over. */
function endAnnounced(endedOn: PlainDate, months: number, chance: Chance): Pick<Life, 'endedOn' | 'announcedOn'> {
  const announcedOn = gazetteDay(addMonths(endedOn, months + chance.below(4)))
  return announcedOn <= demoDay ? { endedOn, announcedOn } : { endedOn }
}

/** Utility models and designs: granted without examination in a few months, given up after a few years. */
export function lifeOfRegistered(filedOn: PlainDate, right: DemoRight, chance: Chance): Life {
  const grantedOn = gazetteDay(addMonths(filedOn, right === 'design' ? 3 + chance.below(4) : 5 + chance.below(6)))
  if (chance.happens(3) && addMonths(filedOn, 9) <= demoDay) {
    const status = chance.pick(['withdrawn', 'rejected'] as const)
    return { filedOn, endedOn: addMonths(filedOn, 4 + chance.below(5)), status }
  }
  if (grantedOn > demoDay) return { filedOn, status: 'pending' }
  const granted = { filedOn, publishedOn: grantedOn, grantedOn }
  const end = addYears(filedOn, 10)
  const years = yearOf(demoDay) - yearOf(filedOn)
  const mayLapse = addYears(filedOn, firstDue(filedOn, grantedOn)) < '2019-11-01'
  if (mayLapse && chance.happens(Math.min(22 + years * 7, 78)))
    return { ...granted, ...endAnnounced(lapseDay(filedOn, grantedOn, 9, chance), 12, chance), status: 'lapsed' }
  if (end <= demoDay) return { ...granted, ...endAnnounced(end, 1, chance), status: 'expired' }
  const due = addYears(filedOn, years)
  const mayOwe = due > '2020-02-26' && due <= '2020-07-25' && grantedOn < due
  return { ...granted, status: mayOwe && chance.happens(9) ? 'in-grace' : 'in-force' }
}

/** The number of the first anniversary after the grant: the first annuity that can remain unpaid. */
function firstDue(filedOn: PlainDate, grantedOn: PlainDate): number {
  let year = 1
  while (addYears(filedOn, year) <= grantedOn) year++
  return year
}

/** The anniversary whose annuity was not paid: the right ends there. */
function lapseDay(filedOn: PlainDate, grantedOn: PlainDate, latest: number, chance: Chance): PlainDate {
  const first = firstDue(filedOn, grantedOn)
  let last = first
  while (last < latest && addYears(filedOn, last + 1) < '2019-11-01') last++
  return addYears(filedOn, first + Math.min(chance.below(last - first + 1), chance.below(last - first + 1)))
}

/** The gazette appears on Wednesdays, since 2014 on Tuesdays and Fridays. */
export function gazetteDay(from: PlainDate): PlainDate {
  let day = from
  while (!(day < '2014-01-01' ? [3] : [2, 5]).includes(weekday(day))) day = addDays(day, 1)
  return day
}
