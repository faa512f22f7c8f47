import { gazetteer, leadingPlace } from '#modules/regions'
import type { ReadPlace } from '../rules/names-parts.ts'

/** Reads the place that a name begins with, as the prefecture's gazetteer knows it. */
export function placeReader(region: number): ReadPlace {
  const places = gazetteer(region)
  return (name) => leadingPlace(name, places)
}
