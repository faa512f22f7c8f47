import { keysOf } from './covered-texts.ts'

/** The most keys of one text that are covered; numbers of keys are kept in 16 bits. */
const mostKeys = 12_000

/**
 * The keys that stand in at least this share of sample texts, commonest first. What is not among them is so rare that PostgreSQL
 * finds it quickly. Triples are covered only where both their pairs are.
 */
export function chooseKeys(sample: readonly string[], share: number): string[] {
  const found = new Map<string, number>()
  for (const text of sample) for (const key of keysOf(text)) found.set(key, (found.get(key) ?? 0) + 1)
  const least = Math.max(2, share * sample.length)
  const chosen = [...found].filter(([key, count]) => count >= least && inFirstPlane(key))
  chosen.sort(([, a], [, b]) => b - a)
  const keys = new Set(chosen.slice(0, mostKeys).map(([key]) => key))
  for (const key of keys) if (key.startsWith('~') && !(keys.has(key.slice(1, 3)) && keys.has(key.slice(2)))) keys.delete(key)
  return [...keys]
}

const inFirstPlane = (key: string): boolean => !/[\ud800-\udfff]/.test(key)
