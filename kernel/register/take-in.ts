import { fold, foldsAlike } from './fold.ts'
import { meet } from './meet.ts'
import type { Observation, RegisterDefinition } from './observation.ts'

/** What one row did to the register: a new record (新增), a changed one (变更), or nothing to be seen (相同). */
export type Counted = 'new' | 'changed' | 'same'

/**
 * Takes one row into a set of records it may meet, and says what it did.
 * `near` are all live observations of the records that bear one of the row's keys.
 * A row whose content is known already only adds a sighting. Records that the row joins count once, as changed.
 */
export function takeIn<Fields extends object>(
  definition: RegisterDefinition<Fields>,
  near: readonly Observation<Fields>[],
  row: Observation<Fields>,
): { readonly counted: Counted; readonly after: readonly Observation<Fields>[] } {
  const known = near.find((one) => one.digest === row.digest)
  const after = known
    ? near.map((one) => (one === known ? { ...one, sightings: [...one.sightings, ...row.sightings] } : one))
    : [...near, row]
  if (near.length === 0) return { counted: 'new', after }
  const before = meet(near)
  const joined = meet(after).find((group) => group.some((one) => one.digest === row.digest))!
  const met = before.filter((group) => group.some((one) => joined.some((other) => other.digest === one.digest)))
  if (met.length === 0) return { counted: 'new', after }
  if (met.length > 1) return { counted: 'changed', after }
  const alike = foldsAlike(fold(definition, met[0]!), fold(definition, joined))
  return { counted: alike ? 'same' : 'changed', after }
}
