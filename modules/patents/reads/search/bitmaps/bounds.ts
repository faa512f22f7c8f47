/** Where the work is parted between bitmaps and PostgreSQL. */
export interface Bounds {
  /** Below so many rows PostgreSQL alone is quick enough, and there are no bitmaps. */
  readonly fewest: number
  /** Microseconds within which PostgreSQL gathers what fits, so that it is not worth asking the bitmaps. */
  readonly quick: number
  /** A key is covered that stands in at least so many rows and in this share of them; below, PostgreSQL answers within some milliseconds. */
  readonly rows: number
  readonly share: number
  /** The same for titles, of which fewer hold each key. */
  readonly titleShare: number
  /** Rows that may yet not fit are all looked at for a page where they are no more than this; otherwise as the page needs them. */
  readonly lookedForPage: number
  /** Facets are always exact: beyond so many rows to look at PostgreSQL counts. */
  readonly lookedForFacets: number
}

/** Measured at a million patents. */
export const usualBounds: Bounds = {
  fewest: 20_000,
  quick: 4_000,
  rows: 2_000,
  share: 0.006,
  titleShare: 0.002,
  lookedForPage: 3_000,
  lookedForFacets: 60_000,
}
