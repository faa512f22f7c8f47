/**
 * One field of the form in which staff propose a change (字段), and of the before and after that the approver reads. `name`
 * is the member of the body, with dots for members of members (`grace.n`). An optional field left empty is left out, or null with
 * `orNull`; an optional yes-or-no that is no is left out too.
 */
export type Field = {
  readonly name: string
  readonly label: string
  /** Under the label: what to write, in which unit. */
  readonly help?: string
  readonly optional?: true
  readonly orNull?: true
} & (
  | { readonly kind: 'text' | 'long' | 'day' }
  /** A number; `unit` stands behind it (元, %, 日). */
  | { readonly kind: 'number'; readonly unit?: string }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly options: readonly FieldOption[] }
  /** Several of a list: an array of values. */
  | { readonly kind: 'picks'; readonly options: readonly FieldOption[] }
  /** Several short texts, one a line: an array of texts. */
  | { readonly kind: 'texts' }
  /** A small table: an array of objects. */
  | { readonly kind: 'rows'; readonly fields: readonly Field[] }
)

export interface FieldOption {
  readonly value: string
  readonly label: string
}
