import type { SheetRefusal } from '../refusals.ts'
import type { SheetKind, SheetRow, TextEncoding } from '../sheet.ts'

/** What the reader is told when it starts. */
export interface Task {
  readonly kind: SheetKind
  readonly path: string
  readonly encoding: TextEncoding | null
  readonly cellLimit: number
  readonly temporaryFolder: string
}

/** Asked one after another, answered in order. `sheet` goes on to the next one, `rows` to the next batch of the current one. */
export type Question = 'sheet' | 'rows'

export type Answer =
  | { readonly sheet: { readonly name: string; readonly hidden: boolean } }
  | { readonly rows: SheetRow[] }
  | { readonly end: true }
  | { readonly refusal: SheetRefusal }
  | { readonly bug: string }
