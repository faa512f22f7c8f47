import { RoaringBitmap32 } from 'roaring-wasm'
import { type FacetName, facetNames } from '../request.ts'

/** The values of one facet: by row, and as sets of rows. */
export interface FacetColumn {
  /** Every value; null for the rows without one. */
  readonly values: readonly (string | null)[]
  /** For each row the place of its value. */
  readonly places: Uint16Array
  readonly sets: ReadonlyMap<string | null, RoaringBitmap32>
}

export type FacetColumns = Readonly<Record<FacetName, FacetColumn>>

/** Takes in the facets of each row, in the order of `facetNames`. */
export class FacetRows {
  readonly #places = facetNames.map(() => new Uint16Array(0))
  readonly #values = facetNames.map(() => new Map<string | null, number>())

  constructor(rows: number) {
    this.#places = facetNames.map(() => new Uint16Array(rows))
  }

  take(values: readonly (string | null)[], row: number): void {
    for (let facet = 0; facet < facetNames.length; facet++) {
      const known = this.#values[facet]!
      const value = values[facet]!
      if (!known.has(value)) known.set(value, known.size)
      this.#places[facet]![row] = known.get(value)!
    }
  }

  finish(): FacetColumns {
    const columns = facetNames.map((name, facet) => {
      const values = [...this.#values[facet]!.keys()]
      const places = this.#places[facet]!
      return [
        name,
        { values, places, sets: new Map(setsOf(places, values.length).map((set, at) => [values[at]!, set])) },
      ] as const
    })
    return Object.fromEntries(columns) as unknown as FacetColumns
  }
}

function setsOf(places: Uint16Array, count: number): RoaringBitmap32[] {
  const rows = Array.from({ length: count }, () => new Uint32Array(1024))
  const filled = new Uint16Array(count)
  const sets = rows.map(() => new RoaringBitmap32())
  const flush = (at: number) => {
    sets[at]!.addMany(rows[at]!.subarray(0, filled[at]))
    filled[at] = 0
  }
  for (let row = 0; row < places.length; row++) {
    const at = places[row]!
    rows[at]![filled[at]!++] = row
    if (filled[at] === 1024) flush(at)
  }
  for (const [at, set] of sets.entries()) {
    flush(at)
    set.runOptimize()
    set.shrinkToFit()
  }
  return sets
}
