import type { Observation, RegisterDefinition, Sighting } from './observation.ts'

/** One field of a record: the value believed, whose it is, and what the others say. */
export interface FoldedField {
  readonly value: unknown
  /** Digest of the observation whose value is believed; for a union, of the first that contributed. */
  readonly from: string
  /** Values of other observations that differ, in order of precedence. */
  readonly others: readonly Disagreement[]
}

export interface Disagreement {
  readonly value: unknown
  readonly from: string
}

export type Folded<Fields extends object> = { readonly [Name in keyof Fields]?: FoldedField }

/** The sighting that speaks for an observation: best rank, then latest day, then import and row so that the choice is total. */
export function precedence(a: Sighting, b: Sighting): number {
  return a.rank - b.rank || compareText(b.day, a.day) || compareText(a.importId, b.importId) || a.row - b.row
}

/** Observations in the order in which they are believed: best rank, then latest source day, then content. */
function believed<Fields extends object>(observations: readonly Observation<Fields>[]): Observation<Fields>[] {
  return observations
    .map((observation) => ({ observation, best: observation.sightings.reduce((a, b) => (precedence(a, b) <= 0 ? a : b)) }))
    .sort(
      (a, b) =>
        a.best.rank - b.best.rank ||
        compareText(b.best.day, a.best.day) ||
        compareText(a.observation.digest, b.observation.digest),
    )
    .map(({ observation }) => observation)
}

/**
 * The record that these observations make: a pure fold, the same for any order of them.
 * Every observation needs at least one sighting. `who` = 'public' leaves out what no publishable source says.
 */
export function fold<Fields extends object>(
  definition: RegisterDefinition<Fields>,
  observations: readonly Observation<Fields>[],
  who: 'office' | 'public' = 'office',
): Folded<Fields> {
  const heard =
    who === 'office'
      ? observations
      : observations
          .map((one) => ({ ...one, sightings: one.sightings.filter((sighting) => sighting.publishable) }))
          .filter((one) => one.sightings.length > 0)
  const ordered = believed(heard)
  const record: { [Name in keyof Fields]?: FoldedField } = {}
  for (const name of Object.keys(definition.fields) as (keyof Fields)[]) {
    const rule = definition.fields[name]
    const saying = ordered.filter((one) => one.fields[name] !== undefined)
    if (saying.length === 0) continue
    record[name] = rule.by === 'first' ? firstOf(saying, name, rule.same) : unionOf(saying, name, rule)
  }
  return record
}

function firstOf<Fields extends object>(
  saying: readonly Observation<Fields>[],
  name: keyof Fields,
  same: (value: unknown) => unknown = (value) => value,
): FoldedField {
  const [first, ...rest] = saying as [Observation<Fields>, ...Observation<Fields>[]]
  const seen = new Set([canonical(same(first.fields[name]))])
  const others: Disagreement[] = []
  for (const other of rest) {
    const form = canonical(same(other.fields[name]))
    if (seen.has(form)) continue
    seen.add(form)
    others.push({ value: other.fields[name], from: other.digest })
  }
  return { value: first.fields[name], from: first.digest, others }
}

function unionOf<Fields extends object>(
  saying: readonly Observation<Fields>[],
  name: keyof Fields,
  rule: { key: (element: never) => string; order?: (a: never, b: never) => number },
): FoldedField {
  const elements = new Map<string, unknown>()
  for (const one of saying) {
    for (const element of one.fields[name] as readonly never[]) {
      const key = rule.key(element)
      const known = elements.get(key)
      elements.set(key, known === undefined ? element : filledIn(known, element))
    }
  }
  const value = [...elements.entries()].sort(([a], [b]) => compareText(a, b)).map(([, element]) => element) as never[]
  if (rule.order) value.sort(rule.order)
  return { value, from: saying[0]!.digest, others: [] }
}

/** The first source's parts, and the later one's where the first is silent. */
function filledIn(first: unknown, later: unknown): unknown {
  if (typeof first !== 'object' || first === null || typeof later !== 'object' || later === null) return first
  return { ...later, ...Object.fromEntries(Object.entries(first).filter(([, part]) => part !== undefined)) }
}

/** Whether two folds say the same, whoever says it: what decides between 变更 and 相同. */
export function foldsAlike<Fields extends object>(a: Folded<Fields>, b: Folded<Fields>): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof Fields>
  for (const name of names) {
    if (canonical(a[name]?.value) !== canonical(b[name]?.value)) return false
  }
  return true
}

/** JSON with sorted members: equal values have equal text. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => compareText(a, b))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
    return `{${members.join(',')}}`
  }
  return JSON.stringify(value)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
