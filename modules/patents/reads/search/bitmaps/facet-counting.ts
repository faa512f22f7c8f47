import type { RoaringBitmap32 } from 'roaring-wasm'
import { isFineClass } from '../filter-sql.ts'
import { type FacetName, type Filters, facetNames } from '../request.ts'
import type { FacetColumns } from './facet-columns.ts'

export interface Counted {
  /** The rows that pass all filters. */
  readonly count: number
  readonly facets: Readonly<Record<FacetName, readonly { value: string | null; count: number }[]>>
}

/** What of the class filter a row passes. */
const nothing = 0
const section = 1
const whole = 2

/** A filter that one facet is counted without. */
interface OwnFilter {
  readonly facet: number
  readonly places: Uint16Array
  readonly passes: Uint8Array
}

/**
 * Counts rows by facet, each facet under all filters but its own (see `filtersForFacet`), in one go through the rows: a row that
 * passes all counts everywhere, one that fails in one filter counts in that filter's facet alone.
 */
export class FacetCounting {
  readonly #columns: FacetColumns
  readonly #own: readonly OwnFilter[]
  readonly #classOf: (row: number) => number

  constructor(filters: Filters, columns: FacetColumns, fineClass: RoaringBitmap32 | null) {
    this.#columns = columns
    const { county, right, status, yearFrom, yearTo, ipc, holderKind } = filters
    const own = (facet: FacetName, passes: (value: string | null) => boolean): OwnFilter => ({
      facet: facetNames.indexOf(facet),
      places: columns[facet].places,
      passes: Uint8Array.from(columns[facet].values, (value) => Number(passes(value))),
    })
    const equals = (facet: FacetName, wanted: string | number | null | undefined) =>
      wanted === undefined ? [] : [own(facet, (value) => value === (wanted === null ? null : String(wanted)))]
    this.#own = [
      ...equals('county', county),
      ...equals('right', right),
      ...equals('status', status),
      ...equals('holderKind', holderKind),
      ...(yearFrom === undefined && yearTo === undefined
        ? []
        : [own('year', (year) => year !== null && Number(year) >= (yearFrom ?? 0) && Number(year) <= (yearTo ?? 9999))]),
    ]
    this.#classOf = this.#classReader(ipc, fineClass)
  }

  /** Of these rows those that count in any facet. */
  counting(rows: Uint32Array): Uint32Array {
    return rows.filter((row) => this.#failure(row) !== several)
  }

  count(rows: Uint32Array): Counted {
    const counts = facetNames.map((facet) => new Uint32Array(this.#columns[facet].values.length))
    const places = facetNames.map((facet) => this.#columns[facet].places)
    const [sections, classes] = [facetNames.indexOf('ipcSection'), facetNames.indexOf('ipcClass')]
    const add = (facet: number, row: number) => counts[facet]![places[facet]![row]!]!++
    const passing = new Uint32Array(rows.length)
    let count = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      const failure = this.#failure(row)
      if (failure === several) continue
      const inClass = this.#classOf(row)
      if (failure !== none) {
        if (inClass === whole) add(failure, row)
      } else if (inClass === whole) passing[count++] = row
      else {
        add(sections, row)
        if (inClass === section) add(classes, row)
      }
    }
    // One facet after the other: its counts stay at hand.
    for (let facet = 0; facet < counts.length; facet++) tally(passing.subarray(0, count), places[facet]!, counts[facet]!)
    const facets = facetNames.map((facet, at) => {
      const { values } = this.#columns[facet]
      return [
        facet,
        values.map((value, place) => ({ value, count: counts[at]![place]! })).filter((bucket) => bucket.count > 0),
      ] as const
    })
    return { count, facets: Object.fromEntries(facets) as unknown as Counted['facets'] }
  }

  /** The facet of the only filter, other than that of the class, that a row fails in. */
  #failure(row: number): number {
    let failed = none
    for (let at = 0; at < this.#own.length; at++) {
      const { facet, places, passes } = this.#own[at]!
      if (passes[places[row]!]) continue
      if (failed !== none) return several
      failed = facet
    }
    return failed
  }

  #classReader(ipc: string | undefined, fineClass: RoaringBitmap32 | null): (row: number) => number {
    if (ipc === undefined) return () => whole
    const { ipcSection, ipcClass } = this.#columns
    const [inSection, inClass] = [ipcSection.values.indexOf(ipc[0]!), ipcClass.values.indexOf(ipc.slice(0, 3))]
    const isSection = (row: number) => ipcSection.places[row] === inSection
    if (ipc.length === 1) return (row) => (isSection(row) ? whole : nothing)
    if (!isFineClass(ipc)) return (row) => (ipcClass.places[row] === inClass ? whole : isSection(row) ? section : nothing)
    // Locarno classes have no section among the facets.
    return (row) => (fineClass?.has(row) ? whole : isSection(row) ? section : nothing)
  }
}

function tally(rows: Uint32Array, places: Uint16Array, counts: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) counts[places[rows[at]!]!]!++
}

const none = -1
const several = -2
