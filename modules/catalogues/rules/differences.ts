import type { Entry } from './entry.ts'
import type { Field } from './field.ts'

/** What a change says otherwise: one line of the form, as printed before and after. */
export interface Difference {
  readonly label: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** The lines in which two versions differ, in the form's order; of tables only the rows that do. */
export function differences(fields: readonly Field[], before: Entry | null, after: Entry): readonly Difference[] {
  const lines = [
    ...around(before).map(([label, printed], index) => ({ label, before: printed, after: around(after)[index]![1] })),
    ...fields.map((field) => ({
      label: field.label,
      before: before ? printed(field, before.body) : [],
      after: printed(field, after.body),
    })),
  ]
  return lines.flatMap(({ label, before: was, after: is }) => {
    const gone = was.filter((line) => !is.includes(line))
    const come = is.filter((line) => !was.includes(line))
    return gone.length || come.length ? [{ label, before: gone, after: come }] : []
  })
}

/** All of a version as printed: label and lines; what is empty is left out. */
export function printedFields(fields: readonly Field[], body: unknown): readonly (readonly [string, readonly string[]])[] {
  return fields.flatMap((field) => {
    const lines = printed(field, body)
    return lines.length ? [[field.label, lines] as const] : []
  })
}

/** The value of a field, found by its dotted name. */
export function valueAt(body: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((at, member) => (isObject(at) ? at[member] : undefined), body)
}

const certaintyWords = { confirmed: '已核实', unverified: '未经核实' } as const

function around(entry: Entry | null): readonly (readonly [string, readonly string[]])[] {
  const said = (text: string | null | undefined) => (text ? [text] : [])
  return [
    ['起始日期', said(entry?.validFrom)],
    ['终止日期', said(entry?.validTo)],
    ['依据', said(entry?.basis)],
    ['核实情况', said(entry && certaintyWords[entry.certainty])],
    ['来源', said(entry?.source)],
  ]
}

function printed(field: Field, body: unknown): readonly string[] {
  const value = valueAt(body, field.name)
  if (value === undefined || value === null || value === '') return []
  if (field.kind === 'rows') return asArray(value).map((row) => rowText(field.fields, row))
  if (field.kind === 'picks' || field.kind === 'texts') return asArray(value).map((one) => textOf(field, one))
  return [textOf(field, value)]
}

function rowText(fields: readonly Field[], row: unknown): string {
  return fields
    .flatMap((field) => {
      const lines = printed(field, row)
      return lines.length ? [field.kind === 'number' ? `${field.label}${lines.join('、')}` : lines.join('、')] : []
    })
    .join(' ')
}

function textOf(field: Field, value: unknown): string {
  if (field.kind === 'yes-no') return value ? '是' : '否'
  if (field.kind === 'choice' || field.kind === 'picks')
    return field.options.find((option) => option.value === value)?.label ?? String(value)
  if (field.kind === 'number') return `${String(value)}${field.unit ?? ''}`
  return String(value)
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null
const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
