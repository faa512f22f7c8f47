/** Chance that always falls the same way (固定随机序列): the demonstration is the same on every machine and every day. */
export interface Chance {
  /** 0 … n − 1. */
  below(n: number): number
  happens(percent: number): boolean
  pick<T>(from: readonly T[]): T
  weighted<T>(from: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
}

/** A sequence from a seed (mulberry32). */
export function chance(seed: number): Chance {
  let state = seed >>> 0

  function below(n: number): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * n)
  }

  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!

  function weighted<T>(from: readonly (readonly [T, number])[]): T {
    let at = below(from.reduce((sum, [, weight]) => sum + weight, 0))
    for (const [one, weight] of from) {
      if (at < weight) return one
      at -= weight
    }
    throw new RangeError('nothing to choose from')
  }

  function shuffled<T>(list: readonly T[]): T[] {
    const mixed = [...list]
    for (let at = mixed.length - 1; at > 0; at--) {
      const other = below(at + 1)
      ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
    }
    return mixed
  }

  return { below, happens: (percent) => below(100) < percent, pick, weighted, shuffled }
}
