import { compareText } from './fold.ts'
import type { Observation } from './observation.ts'

/**
 * Which observations speak of one thing: those joined by a shared key, directly or through others
 * (a row that bears both numbers joins the rows that bear one). An observation without keys stands alone.
 * The answer depends on the set alone, not on its order.
 */
export function meet<O extends Pick<Observation<object>, 'digest' | 'keys'>>(observations: readonly O[]): O[][] {
  const parent = observations.map((_, index) => index)
  const root = (index: number): number => {
    let at = index
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!
      at = parent[at]!
    }
    return at
  }
  const bearer = new Map<string, number>()
  observations.forEach((observation, index) => {
    for (const key of observation.keys) {
      const other = bearer.get(key)
      if (other === undefined) bearer.set(key, index)
      else parent[root(index)] = root(other)
    }
  })
  const groups = new Map<number, O[]>()
  observations.forEach((observation, index) => {
    const at = root(index)
    const group = groups.get(at)
    if (group) group.push(observation)
    else groups.set(at, [observation])
  })
  const sorted = [...groups.values()].map((group) => group.sort((a, b) => compareText(a.digest, b.digest)))
  return sorted.sort((a, b) => compareText(a[0]!.digest, b[0]!.digest))
}

/**
 * Gives each group the record id it keeps: the smallest id that one of its observations had before and no earlier
 * group claims, else a fresh one. So ids stay through joins, and parting gives the old id back to one part.
 */
export function assignIds<O extends { readonly recordId?: string | undefined }>(
  groups: readonly (readonly O[])[],
  fresh: () => string,
): { readonly id: string; readonly group: readonly O[] }[] {
  const claims = groups.map((group) => [...new Set(group.flatMap((one) => one.recordId ?? []))].sort(compareText))
  const order = groups.map((_, index) => index).sort((a, b) => compareText(claims[a]![0] ?? '~', claims[b]![0] ?? '~') || a - b)
  const taken = new Set<string>()
  const ids: string[] = []
  for (const index of order) {
    const id = claims[index]!.find((claim) => !taken.has(claim)) ?? fresh()
    taken.add(id)
    ids[index] = id
  }
  return groups.map((group, index) => ({ id: ids[index]!, group }))
}
