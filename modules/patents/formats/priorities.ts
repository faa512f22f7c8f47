import type { Priority } from '../rules/fields.ts'
import { names, readDay } from './values.ts'

const apart = /[;；|\r\n␟]+/u

/**
 * Priorities (优先权) in the forms met: CNIPR's `2012.01.16 DE 202012000389.5`, numbers alone, or numbers, days and countries
 * in three columns that run alike. What is not understood stands as the number, as printed.
 */
export function readPriorities(numbers: string, days: string, countries: string): Priority[] | undefined {
  const list = names(numbers.split(apart))
  if (list.length === 0) return undefined
  const dayList = days.split(apart).map((day) => readDay(day) ?? undefined)
  const countryList = countries.split(apart).map((country) => country.trim())
  return list.map((text, place) => {
    const whole = /^(\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{8})\s+([A-Z]{2})\s*(\S.*)$/u.exec(text)
    const on = whole ? readDay(whole[1]!) : dayList.length === list.length ? dayList[place] : undefined
    const country =
      whole?.[2] ?? ((countryList.length === list.length && countryList[place]) || /^[A-Z]{2}(?=[\s\d])/u.exec(text)?.[0])
    return { number: whole?.[3] ?? text, ...(country ? { country } : {}), ...(on ? { on } : {}) }
  })
}
