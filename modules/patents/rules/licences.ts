import { type PlainDate, readPlainDate } from '#kernel/time'
import { sameName } from '#kernel/words'
import type { PatentFields } from './fields.ts'

/** Who may use the patent besides its holder (被许可人), from when to when; null where nobody says. */
export interface Licence {
  readonly name: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/**
 * The licences that anybody told of a right: open licences in use (开放许可), contracts on record in the gazette
 * (专利实施许可合同备案, until their 注销), and the licensees that a commercial database lists.
 */
export function licencesOf(said: readonly PatentFields[]): Licence[] {
  const licences = said.flatMap((fields) => [...openLicences(fields), ...contracts(fields), ...listed(fields)])
  const ends = said.flatMap((fields) => endsOfContracts(fields))
  const told = new Map<string, Licence>()
  for (const one of licences) {
    const end = ends.find(({ name, on }) => sameName(name) === sameName(one.name) && (one.from === null || on >= one.from))
    const licence = { ...one, to: one.to ?? end?.on ?? null }
    told.set(`${sameName(licence.name)} ${licence.from ?? ''} ${licence.to ?? ''}`, licence)
  }
  return [...told.values()]
}

/** Whether the licence is in use on that day, as far as anybody says. */
export const licensedOn = ({ from, to }: Licence, day: PlainDate): boolean =>
  (from === null || from <= day) && (to === null || day <= to)

const openLicences = ({ openLicences: open = [] }: PatentFields): Licence[] =>
  open.flatMap(({ from, to, licensees = [] }) => licensees.map((name) => ({ name, from, to: to ?? null })))

const contracts = ({ events = [] }: PatentFields): Licence[] =>
  events
    .filter(({ word }) => word.includes('许可合同备案') && !word.includes('注销'))
    .flatMap(({ on, text }) => licenseesIn(text).map((name) => ({ name, from: on ?? null, to: null })))

const endsOfContracts = ({ events = [] }: PatentFields): { readonly name: string; readonly on: PlainDate }[] =>
  events
    .filter(({ word }) => word.includes('许可合同备案') && word.includes('注销'))
    .flatMap(({ on, text }) => (on === undefined ? [] : licenseesIn(text).map((name) => ({ name, on }))))

const licenseesIn = (text = ''): string[] =>
  [...text.matchAll(/(?:被许可人|受让人)[:：]\s*([^\s,，;；]+)/gu)].map(([, name]) => name!)

/** A day beside several licensees is none of them's for sure. */
function listed({ extra = {} }: PatentFields): Licence[] {
  const names = [...new Set(['被许可人', '当前被许可人'].flatMap((heading) => (extra[heading] ?? '').split(/[;；|\n]/u)))]
    .map((name) => name.trim())
    .filter(Boolean)
  const day = readPlainDate(extra.许可合同备案日期 ?? extra.许可生效日 ?? '')
  return names.map((name) => ({ name, from: names.length === 1 ? day : null, to: null }))
}
