import { readFileSync } from 'node:fs'
import { type PlainDate, plainDate } from '#kernel/time'
import { cutCsv } from './csv.ts'

/**
 * The committed reference lists (参考数据), each read from its file when first asked for. Sources and licences: SOURCES.md.
 */

export interface DivisionLine {
  /** GB/T 2260, six digits (620000, 622900, 622901), or a township's nine. */
  readonly code: number
  readonly name: string
}

export interface DivisionAlias {
  readonly alias: string
  readonly code: number
  /** old: a former name or rank; short: a shortened or miswritten one. */
  readonly kind: 'old' | 'short'
}

export interface PostcodePrefix {
  /** The first four digits. */
  readonly prefix: string
  readonly county: number
}

export interface Holiday {
  readonly day: PlainDate
  /** off: a day off; work: a Saturday or Sunday made up as a working day. */
  readonly kind: 'off' | 'work'
  readonly name: string
  /** The year whose notice says so: 2006-12-30 stands in that of 2007. */
  readonly notice: number
}

/** One version of an entry of a legal catalogue (目录条目): a fee, a limit. The module that declares the catalogue reads its body. */
export interface LegalEntry {
  readonly id: string
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
  readonly body: unknown
  readonly basis: string
  readonly certainty: 'confirmed' | 'unverified'
  readonly source: string | null
}

export interface NiceClass {
  readonly class: number
  readonly kind: '商品' | '服务'
  readonly heading: string
}

/** 3,341 divisions from province to county. */
export const divisions = once(() => lines('divisions.csv').map(division))

/** The townships of one prefecture; empty where no list is kept for it. */
export function townships(prefecture: number): readonly DivisionLine[] {
  return prefecture === 622900 ? townshipsOfLinxia() : []
}

const townshipsOfLinxia = once(() => lines('townships_622900.csv').map(division))

export const divisionAliases = once(() =>
  lines('division_aliases.csv').map(
    ([alias, code, kind]): DivisionAlias => ({ alias: alias!, code: Number(code), kind: kind as DivisionAlias['kind'] }),
  ),
)

/** The postcode prefixes of one prefecture's counties; empty where none are kept. */
export function postcodePrefixes(prefecture: number): readonly PostcodePrefix[] {
  return prefecture === 622900 ? postcodesOfLinxia() : []
}

const postcodesOfLinxia = once(() =>
  lines('postcodes_622900.csv').map(([prefix, county]): PostcodePrefix => ({ prefix: prefix!, county: Number(county) })),
)

/** Days off and made-up working days of 2007–2026, in order. */
export const holidays = once(() =>
  lines('holidays_cn.csv').map(
    ([day, kind, name, notice]): Holiday => ({
      day: plainDate(day!),
      kind: kind as Holiday['kind'],
      name: name!,
      notice: Number(notice),
    }),
  ),
)

/** The pages of the State Council's notices of a year, amendments last; empty where none is known. */
export function holidayNotices(year: number): readonly string[] {
  return noticeLines()
    .filter(([of]) => Number(of) === year)
    .map(([, url]) => url!)
}

const noticeLines = once(() => lines('holiday_notices_cn.csv'))

/** Official fees (专利收费) with the rates and spans they are reckoned with, from `fees.json`. */
export const fees = once(() => JSON.parse(readFileSync(new URL('fees.json', import.meta.url), 'utf8')) as LegalEntry[])

/** The catalogue of limits (期限目录) of `limits.json`, versions of one limit in the order of their days. */
export const limits = once(() => limitsFile().limits)

/** What is reckoned by the day and has no due day (加处罚款); kept apart from the limits. */
export const dailyRates = once(() => limitsFile().rates)

const limitsFile = () =>
  JSON.parse(readFileSync(new URL('limits.json', import.meta.url), 'utf8')) as { limits: LegalEntry[]; rates: unknown[] }

/** 尼斯分类: the heading of class 1–45, null for other numbers. */
export function niceClass(number: number): NiceClass | null {
  return niceClasses()[number - 1] ?? null
}

/** The 45 classes in order. */
export const niceClasses = once(() =>
  lines('nice.csv').map(
    ([number, kind, heading]): NiceClass => ({
      class: Number(number),
      kind: kind as NiceClass['kind'],
      heading: heading!,
    }),
  ),
)

/** 洛迦诺分类: the heading of the class of a code such as `09`, `9` or `09-03`; null where there is none. */
export function locarnoHeading(code: string): string | null {
  const found = /^(\d{1,2})(?:-\d{2})?$/.exec(code)
  return found ? (locarnoHeadings()[Number(found[1]) - 1] ?? null) : null
}

/** The 32 headings in order. */
export const locarnoHeadings = once(() => lines('locarno.csv').map(([, heading]) => heading!))

const division = ([code, name]: string[]): DivisionLine => ({ code: Number(code), name: name! })

function lines(file: string): string[][] {
  return cutCsv(readFileSync(new URL(file, import.meta.url), 'utf8')).slice(1)
}

function once<T>(make: () => readonly T[]): () => readonly T[] {
  let made: readonly T[] | undefined
  return () => {
    made ??= make()
    return made
  }
}
