export type Level = 'province' | 'prefecture' | 'county' | 'township'

/** An administrative division (区划): GB/T 2260 in six digits, a township in nine. */
export interface Division {
  readonly code: number
  readonly name: string
}

export function levelOf(code: number): Level {
  if (code > 999_999) return 'township'
  if (code % 100 > 0) return 'county'
  return code % 10_000 > 0 ? 'prefecture' : 'province'
}

export const countyOf = (code: number): number => (code > 999_999 ? Math.floor(code / 1000) : code)
export const prefectureOf = (code: number): number => Math.floor(countyOf(code) / 100) * 100
export const provinceOf = (code: number): number => Math.floor(countyOf(code) / 10_000) * 10_000

/** Whether a division is the other or lies in it. */
export function within(code: number, outer: number): boolean {
  return code === outer || countyOf(code) === outer || prefectureOf(code) === outer || provinceOf(code) === outer
}
