/** How a number is shown, as far as it changes what a person reads. */
export type NumberFormat =
  | { readonly shows: 'number' }
  | { readonly shows: 'day' }
  | { readonly shows: 'duration' }
  | { readonly shows: 'percent' }
  /** `00000000`: so many digits, zeros in front. */
  | { readonly shows: 'digits'; readonly count: number }

const number: NumberFormat = { shows: 'number' }
const day: NumberFormat = { shows: 'day' }
const duration: NumberFormat = { shows: 'duration' }
const percent: NumberFormat = { shows: 'percent' }

/**
 * The formats Excel knows by number only (ECMA-376 18.8.30). 27–36 and 50–58 are days in the Chinese edition
 * (27 `yyyy"年"m"月"`, 31 `yyyy"年"m"月"d"日"`, 55 `上午/下午h"时"mm"分"` …) and stand in no file's own list.
 */
export function builtInFormat(id: number): NumberFormat {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return day
  if (id >= 45 && id <= 47) return duration
  return id === 9 || id === 10 ? percent : number
}

/** What a format code such as `yyyy"年"m"月"d"日"`, `[$-804]aaaa` or `0.00%` shows, by its section for positive numbers. */
export function formatOfCode(code: string): NumberFormat {
  const bare = code.replace(/"[^"]*"|\\.|[_*]./g, '')
  const section = bare.split(';', 1)[0]!
  if (/\[[hms]+\]/i.test(section)) return duration
  const signs = section.replace(/\[[^\]]*\]|general|通用格式/gi, '')
  if (/[ymdhs]|aaa|e(?![+-])/i.test(signs)) return day
  if (signs.includes('%')) return percent
  return /^0{2,}$/.test(signs) ? { shows: 'digits', count: signs.length } : number
}
