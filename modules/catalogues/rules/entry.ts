import type { PlainDate } from '#kernel/time'

/**
 * One version of one entry of a catalogue (目录条目): what the law says from a day on. Versions share an id; the day asked
 * for picks the one that holds.
 */
export interface Entry<Body = unknown> {
  /** What the rule is called by other code: `decision`, `annuity.invention.1-3`, `2026`. */
  readonly id: string
  /** The first day it holds; null: it has held longer than the office reckons. */
  readonly validFrom: PlainDate | null
  /** The last day it holds; null: it holds still. */
  readonly validTo: PlainDate | null
  readonly body: Body
  /** The legal basis (依据), with its article. */
  readonly basis: string
  /** `unverified` (未经核实): taken from a second hand or inferred; every screen that uses it says so. */
  readonly certainty: 'confirmed' | 'unverified'
  /** Where the text was read: a page, a document number; null where the basis says enough. */
  readonly source: string | null
}

/** An entry with where its version comes from. */
export interface StandingEntry<Body = unknown> extends Entry<Body> {
  /** `shipped` (随产品提供) from database/reference, `approved` (本局审批) by a change that two persons made. */
  readonly origin: 'shipped' | 'approved'
  /** The approved change that stands here; null where shipped. */
  readonly change: string | null
}
