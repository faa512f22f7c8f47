import { readHead } from './address-head.ts'
import { levelOf, within } from './division.ts'
import type { Gazetteer } from './gazetteer.ts'

/** The place at the beginning of an organisation's name: 甘肃临夏 in 甘肃临夏某某有限公司. */
export interface LeadingPlace {
  /** The division named last, the largest where the word can mean several (临夏 is the prefecture). */
  readonly code: number
  /** How many characters of the name say so. */
  readonly length: number
}

/** Reads the place that an organisation's name begins with; null where it begins with none that is certain. */
export function leadingPlace(name: string, gazetteer: Gazetteer): LeadingPlace | null {
  const { steps, end } = readHead(name, gazetteer)
  const last = steps.at(-1)
  if (!last) return null
  const all = last.spelled.map(({ division }) => division)
  // In this register 东乡县 is the home one and not the former one of another province.
  const home = all.filter(({ code }) => within(code, gazetteer.home))
  const divisions = home.length > 0 ? home : all
  // A township's name may be a firm's own (太极, 先锋): only what stands before it counts.
  if (divisions.some(({ code }) => levelOf(code) === 'township'))
    return leadingPlace(name.slice(0, end - last.text.length), gazetteer)
  const largest = divisions.find((one) => divisions.every((other) => within(other.code, one.code)))
  return largest ? { code: largest.code, length: end } : null
}
