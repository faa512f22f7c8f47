import { type PlainDate, yearOf } from '#kernel/time'
import type { DemoRight } from './patent.ts'

const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
const typeDigit = { invention: 1, 'utility-model': 2, design: 3 } as const

/**
 * An application number that no real application bears: the serial lies from 9900000 on, of filings before 2003-10-01 from 99900 on,
 * where none was ever given out. The check digit is right (ZC 0006-2003). `CN201329900123.4`, `CN98299901.2`.
 */
export function applicationNumber(filedOn: PlainDate, right: DemoRight, serial: number): string {
  const year = yearOf(filedOn)
  const old = filedOn < '2003-10-01'
  const body = old
    ? `${String(year).slice(2)}${typeDigit[right]}${99_900 + serial}`
    : `${year}${typeDigit[right]}${9_900_000 + serial}`
  const rest = [...body].reduce((sum, digit, place) => sum + Number(digit) * weights[place]!, 0) % 11
  return `CN${body}.${rest === 10 ? 'X' : rest}`
}

/** The same number with a check digit that is wrong by one. */
export function withWrongCheckDigit(number: string): string {
  const given = number.at(-1)!
  return `${number.slice(0, -1)}${given === 'X' ? 0 : (Number(given) + 1) % 10}`
}

/** A publication number beyond all real ones: 199…, 299…, 399…, of seven digits until August 2007. `CN299000123U`, `CN2999012Y`. */
export function publicationNumber(right: DemoRight, serial: number, kind: string, on: PlainDate): string {
  const places = on < '2007-08-22' ? 4 : 6
  return `CN${typeDigit[right]}99${String(places === 4 ? 9000 + serial : serial).padStart(places, '0')}${kind}`
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/** A credit code (GB 32100-2015) of an invented organisation: its organisation code begins with DEM, which none was given. */
export function creditCode(division: number, serial: number): string {
  const eight = `DEM${String(serial).padStart(5, '0')}`
  const rest =
    11 - ([...eight].reduce((sum, char, place) => sum + Number.parseInt(char, 36) * organisationWeights[place]!, 0) % 11)
  const code = `91${division}${eight}${rest === 10 ? 'X' : rest === 11 ? '0' : rest}`
  const sum = [...code].reduce((before, char, place) => before + alphabet.indexOf(char) * creditWeights[place]!, 0)
  return `${code}${alphabet[(31 - (sum % 31)) % 31]}`
}
