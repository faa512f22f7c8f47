import { searchForm, tokens } from '#kernel/words'
import type { Filters } from '../modules/patents/reads/search/request.ts'
import { type CorpusPatent, corpus, dice } from './corpus.ts'

/** The kinds of queries that are measured (检索类别). */
export const classes = [
  'rare',
  'mid',
  'high',
  'common',
  'two words',
  'three words',
  'two common',
  'any 2 characters',
  '4–8 characters',
  'either of two',
] as const
export type QueryClass = (typeof classes)[number]

export const filterings = ['none', 'A', 'B'] as const
export type Filtering = (typeof filterings)[number]

export interface BenchQuery {
  readonly class: QueryClass
  readonly filtering: Filtering
  readonly text: string
  readonly filters: Filters
}

/** In how many of a hundred patents a term of a class stands. */
const shares = { rare: [0.005, 0.05], mid: [0.1, 0.5], high: [1, 5], common: [5, 50] } as const

/**
 * Queries of every class under no filter, under A (status, county and six years) and B (status, county, IPC section and one
 * year), drawn from the corpus itself; `each` of every class and filter.
 */
export function drawQueries(each: number, seed = 1): BenchQuery[] {
  const roll = dice(seed)
  const sample = [...corpus(20_000)].filter(({ abstract }) => abstract)
  const found = new Map<string, number>()
  for (const { title, abstract } of sample) {
    for (const token of tokens(searchForm(`${title}\u241f${abstract}`))) found.set(token, (found.get(token) ?? 0) + 1)
  }
  const pairs = [...found].filter(([token]) => Array.from(token).length === 2)
  const within = (low: number, high: number) =>
    pairs.filter(([, n]) => n >= (low / 100) * sample.length && n < (high / 100) * sample.length).map(([token]) => token)
  const bands = {
    rare: within(...shares.rare),
    mid: within(...shares.mid),
    high: within(...shares.high),
    common: within(...shares.common),
  }
  const one = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)]!
  const cut = (text: string, length: number) => {
    const from = Math.floor(roll() * Math.max(1, text.length - length))
    return text.slice(from, from + length)
  }
  const clean = (text: string) => /^[\p{L}\p{N}]+$/u.test(text)
  const draw = (draws: () => string | null): string => {
    for (;;) {
      const text = draws()
      if (text) return text
    }
  }
  const word = ({ title }: CorpusPatent) => draw(() => (clean(cut(title, 2)) ? cut(title, 2) : null))
  const commonOf = ({ title, abstract }: CorpusPatent) => bands.common.filter((pair) => `${title}${abstract}`.includes(pair))
  const texts: Record<QueryClass, () => string> = {
    rare: () => one(bands.rare),
    mid: () => one(bands.mid),
    high: () => one(bands.high),
    common: () => one(bands.common),
    'two words': () => {
      const patent = one(sample)
      return `${word(patent)} ${word(patent)}`
    },
    'three words': () => {
      const patent = one(sample)
      return `${word(patent)} ${word(patent)} ${word(patent)}`
    },
    'two common': () =>
      draw(() => {
        const pairs = commonOf(one(sample))
        return pairs.length > 1 ? `${one(pairs)} ${one(pairs)}` : null
      }),
    'any 2 characters': () => draw(() => word(one(sample))),
    '4–8 characters': () =>
      draw(() => {
        const { title, abstract } = one(sample)
        const text = cut(roll() < 0.5 ? title : abstract, 4 + Math.floor(roll() * 5))
        return clean(text) && text.length >= 4 ? text : null
      }),
    'either of two': () => `${one(bands.mid)} OR ${one(roll() < 0.5 ? bands.high : bands.common)}`,
  }
  const filters = (filtering: Filtering): Filters => {
    if (filtering === 'none') return {}
    const year = 2008 + Math.floor(roll() * 15)
    const base = { status: 'in-force', county: one([622901, 622921, 622924]) } as const
    return filtering === 'A'
      ? { ...base, yearFrom: year, yearTo: year + 5 }
      : { ...base, yearFrom: year, yearTo: year, ipc: one([...'ABCDEFGH']) }
  }
  return classes.flatMap((name) =>
    filterings.flatMap((filtering) =>
      Array.from({ length: each }, () => ({ class: name, filtering, text: texts[name](), filters: filters(filtering) })),
    ),
  )
}
