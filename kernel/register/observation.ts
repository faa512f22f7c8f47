import type { PlainDate } from '../time/index.ts'

/** Where an observation stood: one row of one import. The same content in several files has several sightings. */
export interface Sighting {
  readonly importId: string
  /** The file's own line or sheet row. */
  readonly row: number
  /** Whose word it is; 0 is a person's decision at the office, larger numbers stand behind smaller ones. */
  readonly rank: number
  /** The day the source speaks of: of two equal sources the later one stands first. */
  readonly day: PlainDate
  /** Whether the source's terms allow its values to be published. */
  readonly publishable: boolean
}

/** What one row of one source says (来源记录). */
export interface Observation<Fields extends object> {
  readonly id: string
  /** Stands for the content alone, so that ties fall the same way whatever the order of the files. */
  readonly digest: string
  /** The numbers by which rows about one thing meet. */
  readonly keys: readonly string[]
  readonly fields: Fields
  readonly sightings: readonly Sighting[]
}

/** How one field of a record comes out of its observations. */
export type FieldRule =
  /** The first source that says anything is believed; the others stand beside it. `same` folds spelling that does not matter. */
  | { readonly by: 'first'; readonly same?: (value: unknown) => unknown }
  /** A list to which every source may add; elements with one key are one element, the first source's parts before the others'. */
  | { readonly by: 'union'; readonly key: (element: never) => string; readonly order?: (a: never, b: never) => number }

/** A register as the kernel sees it. */
export interface RegisterDefinition<Fields extends object> {
  readonly fields: { readonly [Name in keyof Fields]-?: FieldRule }
  /** The numbers by which rows meet; none where a row bears no usable number. */
  readonly keysOf: (fields: Fields) => readonly string[]
}
