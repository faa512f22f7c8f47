import type { Observation } from './observation.ts'

/**
 * The observations without what one import brought: its sightings go, and what nobody else saw goes with them.
 * What those values had shadowed stands again at the next fold.
 */
export function dropImport<Fields extends object, O extends Observation<Fields>>(
  observations: readonly O[],
  importId: string,
): O[] {
  return observations
    .map((one) => ({ ...one, sightings: one.sightings.filter((sighting) => sighting.importId !== importId) }))
    .filter((one) => one.sightings.length > 0)
}
