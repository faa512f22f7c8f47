/** What a file is that `openSheets` recognises and does not read. */
export type OtherKind = 'xml' | 'json' | 'zip' | 'pdf' | 'unknown'

/** Why a file cannot be read; the sentences stand in words.ts. */
export type SheetRefusal =
  | { readonly code: 'no-such-file' }
  | { readonly code: 'empty-file' }
  | { readonly code: 'not-a-sheet'; readonly kind: OtherKind }
  | { readonly code: 'other-workbook'; readonly format: 'xlsb' | 'ods' }
  | { readonly code: 'encrypted' }
  | { readonly code: 'damaged-file' }
  | { readonly code: 'bomb'; readonly by: 'ratio' | 'total' | 'entries' | 'overlap'; readonly limit: number }
  | { readonly code: 'unsafe-name'; readonly name: string }
  | { readonly code: 'unknown-compression'; readonly method: number }
  | { readonly code: 'document-type' }
  | { readonly code: 'endless-text' }
  | { readonly code: 'xls-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'too-slow'; readonly seconds: number }
  | { readonly code: 'too-much-memory' }

/** Thrown out of `rows` and `sheets` where a file that opened well breaks off later: an iterator has no other way to refuse. */
export class UnreadableSheet extends Error {
  readonly refusal: SheetRefusal
  constructor(refusal: SheetRefusal, cause?: unknown) {
    super(`unreadable sheet: ${refusal.code}`, { cause })
    this.name = 'UnreadableSheet'
    this.refusal = refusal
  }
}
