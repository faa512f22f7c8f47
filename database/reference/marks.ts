import { readFileSync } from 'node:fs'
import type { PlainDate } from '#kernel/time'

/** One version of one row of the decision table for marks on goods (标识核验判定规则), as `marks.json` holds it. */
export interface ShippedMarkRow {
  readonly id: string
  readonly validFrom: PlainDate | null
  readonly validTo: PlainDate | null
  readonly basis: string
  readonly certainty: 'confirmed' | 'unverified'
  readonly source: string | null
  readonly body: {
    readonly order: number
    readonly step: string
    readonly when: string
    readonly outcome: string
    readonly clauseOf: 'made' | 'seen' | null
    readonly sentence: string
    readonly next: string
  }
}

type Version = Omit<ShippedMarkRow, 'id' | 'body'>

let read: readonly ShippedMarkRow[] | undefined

/** The decision table, in its order; a row whose article changed stands there once for each text of the law. */
export function markRows(): readonly ShippedMarkRow[] {
  read ??= (
    JSON.parse(readFileSync(new URL('marks.json', import.meta.url), 'utf8')) as readonly {
      readonly id: string
      readonly body: ShippedMarkRow['body']
      readonly versions: readonly Version[]
    }[]
  ).flatMap(({ id, body, versions }) => versions.map((version) => ({ id, body, ...version })))
  return read
}
