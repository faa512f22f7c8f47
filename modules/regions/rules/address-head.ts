import { countyOf, type Division, levelOf, prefectureOf, within } from './division.ts'
import type { Gazetteer, Spelled } from './gazetteer.ts'

/** One name taken from the head of an address: what it may be there, and how it was written. */
export interface Step {
  readonly text: string
  readonly spelled: readonly Spelled[]
}

/** The divisions that an address begins with, from the large to the small. */
export interface Head {
  readonly steps: readonly Step[]
  /** Where the rest begins. */
  readonly end: number
  /** A county-level city of the prefecture's own name, read as the prefecture because another of its counties follows. */
  readonly cityForPrefecture?: string
  /** A second county directly behind the first. */
  readonly secondCounty?: Division
}

/** What makes a name part of another name behind it: 康乐路, 和政大厦, 银川镇, 临夏驻兰办事处. */
const otherName =
  /^(?:路|街|大道|大街|巷|弄|里|桥|村|社区|小区|花园|新村|大厦|大楼|广场|宾馆|酒店|饭店|商会|会馆|市场|公路|镇|乡|街道|驻)/u
/** The same with a word between: 和政北街, 临夏东路. */
const otherNameFarther = /^[东西南北中上下前后新老大小一二三四五六]{1,2}(?:路|街|大道|巷|村)/u
const between = /^[,，、;:·\-—_/|]+/u

/** Reads the divisions at the beginning of a text; leaves alone what it does not know. */
export function readHead(text: string, gazetteer: Gazetteer): Head {
  const steps: Step[] = []
  let end = 0
  let cityForPrefecture: string | undefined
  for (;;) {
    const gap = between.exec(text.slice(end))?.[0] ?? ''
    const from = end + gap.length
    const step = nextStep(text, from, steps.at(-1), gazetteer)
    if (step) {
      steps.push(step)
      end = from + step.text.length
      continue
    }
    const other = otherCounty(text, from, steps, gazetteer)
    if (!other) return { steps, end, ...(cityForPrefecture && { cityForPrefecture }) }
    const last = steps.at(-1)!
    if (other === 'repeated') end = from + repeatedLength(text, from, last, gazetteer)
    else if (isCityOfPrefecture(last.spelled[0]!.division, gazetteer) && !/[、;/|]/u.test(gap)) {
      cityForPrefecture = last.text
      steps[steps.length - 1] = other
      end = from + other.text.length
    } else return { steps, end, secondCounty: other.spelled[0]!.division }
  }
}

function nextStep(text: string, from: number, before: Step | undefined, gazetteer: Gazetteer): Step | null {
  for (const { text: name, spelled } of gazetteer.at(text, from)) {
    const fitting = strongest(spelled.filter((one) => fits(one, before, gazetteer)))
    if (fitting.length === 0) continue
    if (fitting.every(({ kind }) => kind === 'short') && isOtherName(text.slice(from + name.length), before)) continue
    return { text: name, spelled: fitting }
  }
  return null
}

/** An official name leaves no room for what once bore it: 临夏县 is not the 临夏市 of older days. */
function strongest(spelled: readonly Spelled[]): readonly Spelled[] {
  return spelled.some(({ kind }) => kind === 'name') ? spelled.filter(({ kind }) => kind !== 'old') : spelled
}

function fits({ division, kind }: Spelled, before: Step | undefined, gazetteer: Gazetteer): boolean {
  if (kind === 'stem') return false
  const level = levelOf(division.code)
  if (before) {
    return before.spelled.some(
      ({ division: outer }) =>
        division.code !== outer.code &&
        within(division.code, outer.code) &&
        (level !== 'township' || levelOf(outer.code) !== 'province'),
    )
  }
  if (level === 'township') return false
  return level !== 'county' || kind !== 'short' || prefectureOf(division.code) === gazetteer.home
}

function isOtherName(rest: string, before: Step | undefined): boolean {
  if (otherName.test(rest)) return true
  // 甘肃临夏东街 is a street of 临夏, 临夏康乐东路 one named after 康乐.
  const belowProvince = before?.spelled.every(({ division }) => levelOf(division.code) === 'province')
  return !belowProvince && otherNameFarther.test(rest)
}

function otherCounty(text: string, from: number, steps: readonly Step[], gazetteer: Gazetteer): Step | 'repeated' | null {
  const last = steps.at(-1)
  if (!last) return null
  if (repeatedLength(text, from, last, gazetteer) > 0) return 'repeated'
  const here = last.spelled[0]!.division
  if (last.spelled.length > 1 || levelOf(here.code) !== 'county' || prefectureOf(here.code) !== gazetteer.home) return null
  for (const { text: name, spelled } of gazetteer.at(text, from)) {
    const written = strongest(spelled).filter(
      ({ division, kind }) =>
        (kind === 'name' || kind === 'abbreviation') &&
        levelOf(division.code) === 'county' &&
        prefectureOf(division.code) === prefectureOf(here.code),
    )
    if (written.length === 1) return { text: name, spelled: written }
  }
  return null
}

/** How far a name goes that only says again what stood before it: 甘肃省甘肃省…, 临夏市临夏市…. */
function repeatedLength(text: string, from: number, last: Step, gazetteer: Gazetteer): number {
  for (const { text: name, spelled } of gazetteer.at(text, from))
    if (
      strongest(spelled).some(
        ({ division, kind }) =>
          (kind === 'name' || kind === 'abbreviation') &&
          last.spelled.every((inner) => within(inner.division.code, division.code)),
      )
    )
      return name.length
  return 0
}

function isCityOfPrefecture(county: Division, gazetteer: Gazetteer): boolean {
  const prefecture = gazetteer.division(prefectureOf(countyOf(county.code)))
  return county.name.endsWith('市') && prefecture?.name.startsWith(county.name.slice(0, -1)) === true
}
