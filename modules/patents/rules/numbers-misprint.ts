import { applicationBody } from './numbers.ts'
import { cleanNumber } from './numbers-clean.ts'

/** The same number as printed, its dots aside; enough digits to tell it from another, and none of them masked or lost to a sign. */
const legible = /^[A-Z]{0,5}\d{8,24}[A-Z]?\d?$/

/**
 * An application number that identifies no right, in the form in which it is recognised when it is printed again: a wrong check
 * digit, digits lost, a kind letter hung on. `201899000012.5` and `CN201899000012.5` are one. Null where the number is right, or where
 * too little is legible to say that two of them are one (`ZL20102058××××.2`).
 */
export function misprintOf(text: string): string | null {
  if (applicationBody(text) !== null) return null
  const bare = cleanNumber(text)
    .bare.replace(/^(?:CN|ZL)+/, '')
    .replace(/[-./:]/g, '')
  return legible.test(bare) ? bare : null
}
