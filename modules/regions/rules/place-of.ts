import { countyOf, type Division, type Level, levelOf, prefectureOf, provinceOf } from './division.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { PlaceFound } from './place.ts'

/** A place without any word on how sure it is. */
export type Place = Pick<PlaceFound, 'province' | 'prefecture' | 'county' | 'township'>

/** A division with all that it lies in. */
export function placeOf(code: number): Place {
  const level = levelOf(code)
  return {
    province: provinceOf(code),
    ...(level !== 'province' && { prefecture: prefectureOf(code) }),
    ...((level === 'county' || level === 'township') && { county: countyOf(code) }),
    ...(level === 'township' && { township: code }),
  }
}

/** What all the divisions that a name may mean have in common. */
export function commonPlace(divisions: readonly Division[]): Place {
  const places = divisions.map(({ code }) => placeOf(code))
  const shared = (level: Level) => {
    const code = places[0]?.[level]
    return code !== undefined && places.every((one) => one[level] === code) ? { [level]: code } : {}
  }
  return { ...shared('province'), ...shared('prefecture'), ...shared('county'), ...shared('township') }
}

export function withoutCounty({ province, prefecture }: Place): Place {
  return { ...(province !== undefined && { province }), ...(prefecture !== undefined && { prefecture }) }
}

/** Whether nothing said so far keeps the place out of the home prefecture. */
export function mayBeHome({ province, prefecture }: Place, gazetteer: Gazetteer): boolean {
  if (prefecture !== undefined) return prefecture === gazetteer.home
  return province === undefined || province === provinceOf(gazetteer.home)
}

export const isHomeCounty = (code: number, gazetteer: Gazetteer): boolean =>
  levelOf(code) === 'county' && prefectureOf(code) === gazetteer.home

export const nameOf = (code: number, gazetteer: Gazetteer): string => gazetteer.division(code)?.name ?? String(code)

export const names = (codes: readonly number[], gazetteer: Gazetteer): string[] => codes.map((code) => nameOf(code, gazetteer))

/** 甘肃省兰州市城关区; the prefectures that exist only as codes (市辖区) are left out. */
export function path({ province, prefecture, county }: Place, gazetteer: Gazetteer): string {
  return [province, prefecture, county].map((code) => (code === undefined ? '' : (gazetteer.division(code)?.name ?? ''))).join('')
}
