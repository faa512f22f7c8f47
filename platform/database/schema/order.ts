/**
 * Puts things after what they need; among those that may come next, in the order given. Needs that are not among the
 * things, or are the thing itself, do not count. A circle is broken at the first of the things that are left, and the
 * needs thereby passed over are told in `late` as `id need`.
 */
export function inOrder<Thing, Id extends string | number>(
  things: readonly Thing[],
  idOf: (thing: Thing) => Id,
  needsOf: (thing: Thing) => readonly Id[],
): { sorted: Thing[]; late: Set<string> } {
  const known = new Set(things.map(idOf))
  const left = [...things]
  const placed = new Set<Id>()
  const sorted: Thing[] = []
  const late = new Set<string>()
  const missing = (thing: Thing) => needsOf(thing).filter((need) => known.has(need) && need !== idOf(thing) && !placed.has(need))
  while (left.length > 0) {
    const ready = left.findIndex((thing) => missing(thing).length === 0)
    const [next] = left.splice(Math.max(ready, 0), 1) as [Thing]
    for (const need of missing(next)) late.add(`${idOf(next)} ${need}`)
    placed.add(idOf(next))
    sorted.push(next)
  }
  return { sorted, late }
}
