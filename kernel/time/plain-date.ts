/**
 * A calendar day (日期), no instant and no zone: the text `2026-11-22`.
 * As text it compares and sorts as days do, and crosses JSON, SQL and the phone unchanged.
 */
export type PlainDate = string & { readonly __plainDate: true }

const written = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists, in the form `YYYY-MM-DD`, years 0001–9999. */
export function isPlainDate(text: string): text is PlainDate {
  const found = written.exec(text)
  if (!found) return false
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month)
}

/** The day of this year, month (1–12) and day. Throws where no such day exists: a caller with doubtful parts uses `readPlainDate`. */
export function plainDate(year: number, month: number, day: number): PlainDate
export function plainDate(text: string): PlainDate
export function plainDate(yearOrText: number | string, month = 1, day = 1): PlainDate {
  const text =
    typeof yearOrText === 'string'
      ? yearOrText
      : `${String(yearOrText).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  if (!isPlainDate(text)) throw new RangeError(`no such day: ${text}`)
  return text
}

/**
 * Reads a day as people and programs in China write it: `2026-11-22`, `2026.11.22`, `2026/1/5`, `20261122`,
 * `2026年1月5日`, with or without a time of day behind it, full width or half. Null where it is none or does not exist, and where
 * the year is none that a paper can mean (before 1000, after 2999): a misprint, or a program's word for never.
 */
export function readPlainDate(text: string): PlainDate | null {
  const plain = text.normalize('NFKC').trim()
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      plain,
    )
  if (!found) return null
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  return day >= '1000' && day < '3000' && isPlainDate(day) ? day : null
}

export const yearOf = (day: PlainDate): number => Number(day.slice(0, 4))
export const monthOf = (day: PlainDate): number => Number(day.slice(5, 7))
export const dayOf = (day: PlainDate): number => Number(day.slice(8, 10))

/** 28 to 31. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 (negative before it), in the proleptic Gregorian calendar. */
function ordinal(day: PlainDate): number {
  const month = monthOf(day)
  const year = month <= 2 ? yearOf(day) - 1 : yearOf(day)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(day) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function fromOrdinal(days: number): PlainDate {
  const shifted = days + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return plainDate(year, month, day)
}

/** The day `days` later (earlier where negative). */
export function addDays(day: PlainDate, days: number): PlainDate {
  return fromOrdinal(ordinal(day) + days)
}

/** The corresponding day `months` later, the last day of that month where there is none (专利法实施细则 第五条). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const whole = yearOf(day) * 12 + (monthOf(day) - 1) + months
  const year = Math.floor(whole / 12)
  const month = whole - year * 12 + 1
  return plainDate(year, month, Math.min(dayOf(day), lastDayOfMonth(year, month)))
}

/** The corresponding day `years` later; 29 February becomes 28 in a common year. */
export function addYears(day: PlainDate, years: number): PlainDate {
  return addMonths(day, years * 12)
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return ordinal(to) - ordinal(from)
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(day: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const fromThursday = (((ordinal(day) + 3) % 7) + 7) % 7
  return (fromThursday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}
