import { levelOf, prefectureOf, provinceOf } from './division.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Place, placeOf } from './place-of.ts'

/**
 * Where an organisation was first registered, by digits 3–8 of its unified social credit code (GB 32100-2015): a hint only,
 * since the code stays when the seat moves and many are registered with the prefecture's own bureau. An abolished county's
 * code tells the prefecture or province that is still known. Null where the text has not the shape of a code or the code
 * belongs to no division (100000 is the national register). The check character is not looked at.
 */
export function placeOfCreditCode(code: string, gazetteer: Gazetteer): Place | null {
  const found = /^[0-9A-Z]{2}(\d{6})[0-9A-Z]{10}$/u.exec(code.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, ''))
  if (!found) return null
  const division = Number(found[1])
  const known = [division, prefectureOf(division), provinceOf(division)].find(
    (one) => gazetteer.division(one) !== undefined && levelOf(one) !== 'township',
  )
  return known === undefined ? null : placeOf(known)
}
