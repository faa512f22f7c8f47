import { readCreditCode } from '#modules/enterprises'
import { type NumberReading, readNumber } from '../rules/numbers.ts'

/** Whatever number an officer has in hand: a credit code by its eighteen characters, else as `readNumber`. The answer of `check-number`. */
export function identifyNumber(text: string): NumberReading {
  const code = readCreditCode(text)
  if (!code) return readNumber(text)
  return { kind: 'credit-code', canonical: code.code, checkDigit: code.checkDigit, right: null, year: null }
}
