/** Finds a circle among the pieces of a house. */

/** The shortest way round for each circle found, as `a → b → a`; an empty list where there is none. */
export function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found = new Map<string, string>()
  for (const start of [...edges.keys()].sort()) {
    const way = wayBack(start, edges)
    const key = way && [...new Set(way)].sort().join(' ')
    if (key && !found.has(key)) found.set(key, way.join(' → '))
  }
  return [...found.values()]
}

function wayBack(start: string, edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const came = new Map<string, string>()
  const queue = [start]
  for (const at of queue)
    for (const next of edges.get(at) ?? []) {
      if (next === start) {
        const way = [start]
        for (let back = at; back !== start; back = came.get(back)!) way.unshift(back)
        return [start, ...way]
      }
      if (!came.has(next)) {
        came.set(next, at)
        queue.push(next)
      }
    }
  return null
}
