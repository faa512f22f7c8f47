import { type PlainDate, plainDate } from '#kernel/time'

/** The day and the moment the product works with. Rules never look at a clock: they are given its day. */
export interface Clock {
  readonly now: () => Date
  /** Today in Asia/Shanghai; in the demonstration the demonstration day (演示日期). */
  readonly today: () => PlainDate
  readonly demonstration: boolean
}

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** The calendar day of a moment in Asia/Shanghai. */
export function dayInShanghai(moment: Date): PlainDate {
  return plainDate(shanghai.format(moment))
}

/** The clock of an installation; only a demonstration has a day of its own, and its time of day goes on as usual. */
export function aClock(demonstrationDay: PlainDate | null = null): Clock {
  return {
    now: () => new Date(),
    today: () => demonstrationDay ?? dayInShanghai(new Date()),
    demonstration: demonstrationDay !== null,
  }
}
