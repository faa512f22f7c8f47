import { valueAt } from './differences.ts'
import type { Field } from './field.ts'

/** A form's values are texts; those of the body stand under `body.` and the field's name. */
export type FormTexts = Readonly<Record<string, string>>

/** One row of a small table, as typed. */
export type RowTexts = Readonly<Record<string, string>>

export const formName = (field: Field): string => `body.${field.name}`

/** The texts that a body fills its form with. */
export function textsOf(fields: readonly Field[], body: unknown): FormTexts {
  return Object.fromEntries(fields.map((field) => [formName(field), textOf(field, valueAt(body, field.name))]))
}

/**
 * The body that the texts say, over the one that was there: members that no field shows stay. What is empty is left out, and
 * a member of members with it when nothing is left in it. A number that is none stays a text, which the body's shape refuses.
 */
export function bodyOf(fields: readonly Field[], texts: FormTexts, before: unknown): unknown {
  return fields.reduce<unknown>(
    (body, field) => withValue(body, field.name.split('.'), valueFrom(field, texts[formName(field)] ?? '')),
    before ?? {},
  )
}

/** The rows of a table's text. */
export function rowsOf(text: string): readonly RowTexts[] {
  return text === '' ? [] : (JSON.parse(text) as readonly RowTexts[])
}

export const rowsText = (rows: readonly RowTexts[]): string => JSON.stringify(rows)

/** The several values of a text: one a line. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

function textOf(field: Field, value: unknown): string {
  if (field.kind === 'rows') return rowsText(asArray(value).map((row) => rowTexts(field.fields, row)))
  if (value === undefined || value === null) return ''
  if (field.kind === 'picks' || field.kind === 'texts') return asArray(value).map(String).join('\n')
  if (field.kind === 'yes-no') return value ? 'yes' : 'no'
  return String(value)
}

const rowTexts = (fields: readonly Field[], row: unknown): RowTexts =>
  Object.fromEntries(fields.map((field) => [field.name, textOf(field, valueAt(row, field.name))]))

function valueFrom(field: Field, text: string): unknown {
  if (field.kind === 'rows') {
    return rowsOf(text).map((row) =>
      field.fields.reduce<unknown>((made, one) => withValue(made, one.name.split('.'), valueFrom(one, row[one.name] ?? '')), {}),
    )
  }
  if (field.kind === 'picks' || field.kind === 'texts') return linesOf(text)
  const typed = text.trim()
  if (typed === '') return field.orNull ? null : undefined
  if (field.kind === 'yes-no') return typed === 'yes' || (field.optional ? undefined : false)
  if (field.kind === 'number') return Number.isFinite(Number(typed)) ? Number(typed) : typed
  return typed
}

function withValue(body: unknown, [member = '', ...deeper]: readonly string[], value: unknown): unknown {
  const known = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  const next = deeper.length === 0 ? value : withValue(known[member], deeper, value)
  const { [member]: _, ...rest } = known
  const empty = next === undefined || (deeper.length > 0 && Object.keys(next as object).length === 0)
  return empty ? rest : { ...known, [member]: next }
}

const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
