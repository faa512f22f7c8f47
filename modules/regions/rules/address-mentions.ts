import { countyOf, type Division, levelOf, prefectureOf } from './division.ts'
import type { Gazetteer } from './gazetteer.ts'

/** A home county or township that a text names somewhere, written with its rank. */
export interface Mention {
  readonly text: string
  readonly at: number
  /** Several where the name is not unique (城关镇). */
  readonly divisions: readonly Division[]
}

/** Behind a name: the place is only the name of something else, or of an office away from home. */
const nameOfAnother = /^(?:路|街|大道|大街|巷|桥|大厦|大楼|广场|宾馆|酒店|饭店|商会|会馆|驻|人民政府驻)/u

/** The home counties (or townships) that a text names anywhere with their rank, each name once, in order. */
export function mentions(text: string, level: 'county' | 'township', gazetteer: Gazetteer): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < text.length; at++) {
    for (const { text: name, spelled } of gazetteer.at(text, at)) {
      const divisions = spelled
        .filter(
          ({ division, kind }) =>
            (kind === 'name' || kind === 'abbreviation') &&
            levelOf(division.code) === level &&
            prefectureOf(countyOf(division.code)) === gazetteer.home,
        )
        .map(({ division }) => division)
      if (divisions.length === 0) continue
      if (!nameOfAnother.test(text.slice(at + name.length))) found.push({ text: name, at, divisions })
      at += name.length - 1
      break
    }
  }
  return found
}

/** A township's name without rank right at the beginning of a text: 刘家峡, 红园路. */
export function stemAtStart(text: string, gazetteer: Gazetteer): Mention | null {
  for (const { text: name, spelled } of gazetteer.at(text, 0)) {
    const divisions = spelled
      .filter(({ division, kind }) => (kind === 'stem' || kind === 'short') && levelOf(division.code) === 'township')
      .map(({ division }) => division)
    if (divisions.length > 0) return { text: name, at: 0, divisions }
  }
  return null
}

export const countiesOf = (found: readonly Mention[]): number[] => [
  ...new Set(found.flatMap(({ divisions }) => divisions.map(({ code }) => countyOf(code)))),
]
