import type { SheetRefusal } from '#platform/sheets'
import type { PatentFormat } from '../rules/fields.ts'

/** Why a file is refused as a whole; the sentences stand in words.ts. */
export type ReadRefusal =
  | { readonly code: 'no-number-column'; readonly headings: readonly string[] }
  | { readonly code: 'unknown-layout'; readonly format: 'wanfang' | null; readonly unplaced: readonly string[] }
  | { readonly code: 'trademark-table' }
  | { readonly code: 'layout-not-read'; readonly format: PatentFormat }
  | { readonly code: 'no-patent-document'; readonly root: string | null }
  | { readonly code: 'no-records' }
  | { readonly code: 'broken-xml'; readonly why: string }
  | { readonly code: 'broken-json'; readonly at: number }
  | { readonly code: 'nothing-to-read'; readonly entries: number }
  | SheetRefusal
