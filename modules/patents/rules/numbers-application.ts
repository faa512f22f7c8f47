import type { Right } from './fields.ts'
import { checkDigit } from './numbers-check-digit.ts'

/** The parts of an application number (申请号), or of a patent number (专利号), which is the same behind ZL. */
export interface ApplicationNumber {
  /** The 8 digits of filings before 2003-10-01, the 12 of those since. */
  readonly body: string
  /** As printed; null where none is. */
  readonly given: string | null
  readonly expected: string
}

const newForm = /^20(?:0[3-9]|[1-9]\d)[12389]\d{7}$/
const oldForm = /^(?:8[5-9]|9\d|0[0-3])[12389]\d{5}$/
// 种类 (10, 20, 30, 80, 90), year and a serial of nine digits: the standard form of the XML feed, without a check digit.
const feedForm = /^([12389])0((?:19|20)\d{2})00(\d{7})$/

/** Whether these digits can be the body of an application number: year, 种类号 1, 2, 3, 8 or 9, serial. */
export function isApplicationBody(digits: string): boolean {
  return newForm.test(digits) || oldForm.test(digits)
}

/**
 * Splits what stands behind CN or ZL. The check digit may be missing, its dot too (`202610516233X`), or be a hyphen;
 * a dot anywhere else means that digits were lost. Null where it is no application number.
 */
export function splitApplication(bare: string): ApplicationNumber | null {
  const feed = feedForm.exec(bare)
  if (feed) return withDigit(fromFeed(feed[1]!, feed[2]!, feed[3]!), null)
  const found = /^(\d{12}|\d{8})(?:[.-]?([\dX]))?$/.exec(bare)
  return found ? withDigit(found[1]!, found[2] ?? null) : null
}

function withDigit(body: string, given: string | null): ApplicationNumber | null {
  return isApplicationBody(body) ? { body, given, expected: checkDigit(body) } : null
}

function fromFeed(type: string, year: string, serial: string): string {
  // In 2003 both forms were in use; the new one began at serial 100000, the old one has room for less.
  return year <= '2003' && Number(serial) < 100_000 ? `${year.slice(2)}${type}${serial.slice(2)}` : `${year}${type}${serial}`
}

/** 1 and 8 are inventions, 2 and 9 utility models (8 and 9: PCT national phase), 3 designs. */
export function rightOfBody(body: string): Right {
  const type = body.length === 12 ? body[4]! : body[2]!
  return type === '3' ? 'design' : type === '2' || type === '9' ? 'utility-model' : 'invention'
}

/** The year of filing. */
export function yearOfBody(body: string): number {
  if (body.length === 12) return Number(body.slice(0, 4))
  const short = Number(body.slice(0, 2))
  return short >= 85 ? 1900 + short : 2000 + short
}
