import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { PlainDate } from '#kernel/time'
import type { Entry } from './rules/entry.ts'
import type { Field } from './rules/field.ts'

/**
 * A catalogue of legal data (目录) that staff change with two persons: what a module declares, so that the pages, the
 * proposal form, the approval and the overlay need to know nothing of it.
 */
export interface Catalogue<Body = unknown> {
  /** In addresses and in the database: `limits`. */
  readonly name: string
  /** What the office calls it: 期限目录. */
  readonly label: string
  /** One sentence under its heading. */
  readonly about: string
  /** What an entry holds. Everything that comes out of the database is read through it again. */
  readonly body: z.ZodType<Body>
  /** The body's members as the form shows them, in its order; all that may be changed. */
  readonly fields: readonly Field[]
  /** Its entries are known to the code by their ids: they get new versions, but no new entry is added. */
  readonly entriesFixed?: true
  /** What the product brings, read once from database/reference; never rewritten. */
  readonly shipped: () => readonly Entry<Body>[]
  /** The entry's name in lists: 作出行政处罚决定. */
  title(entry: Entry<Body>): string
  /** What the version says, as one plain Chinese sentence; before and after are shown in it. */
  describe(entry: Entry<Body>): string
  /** The heading under which lists gather it: 行政处罚. */
  group?(entry: Entry<Body>): string
  /** What a change would touch, or touched where it is in force (影响), a sentence each: for who proposes and who approves. */
  touches?(
    db: Kysely<unknown>,
    region: number,
    before: Entry<Body> | null,
    after: Entry<Body>,
    change: { readonly id: string; readonly inForce: boolean; readonly today: PlainDate },
  ): Promise<readonly string[]>
}

/** Declares a catalogue; it is edited once it stands in the list of apps/server/catalogue.ts. */
export function defineCatalogue<Body>(catalogue: Catalogue<Body>): Catalogue<Body> {
  return catalogue
}
