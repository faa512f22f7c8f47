import { canonical, fold } from '#kernel/register'
import { readCreditCode } from '#modules/enterprises'
import type { HandDecision, RecordField, SourcedValue } from '../../contract.ts'
import type { PatentFields } from '../../rules/fields.ts'
import { readNumber } from '../../rules/numbers.ts'
import { isList, linesOf } from '../../rules/printed.ts'
import { patentRegister, questioned } from '../../rules/register.ts'
import type { Decision } from '../../store/decisions.ts'
import type { Kept } from '../../store/observations.ts'
import type { LoadedRecord } from './load-record.ts'
import type { SourceOf } from './sources.ts'

/** Shown in places of their own: events as timeline, what was paid with the annuities, the county beside the record, joins as twins. */
const elsewhere: ReadonlySet<keyof PatentFields> = new Set([
  'events',
  'payments',
  'reductions',
  'openLicences',
  'decidedPlace',
  'joins',
  'extra',
])

/**
 * Every field that some source or decision says, with its source and with what each source says: the one shown among them, so
 * that it can be confirmed, unless it was decided by hand. `open`: whether the public sees anything of the record.
 */
export function fieldsOf(record: LoadedRecord, sourceOf: SourceOf, open: boolean): RecordField[] {
  const published = open ? fold(patentRegister, record.observations, 'public') : {}
  const fields = (Object.keys(patentRegister.fields) as (keyof PatentFields)[]).flatMap((name): RecordField[] => {
    const field = record.folded[name]
    if (field === undefined || elsewhere.has(name)) return []
    const believed = record.observations.find((one) => one.digest === field.from)!
    const decision = decisionOn(record, name)
    return [
      {
        field: name,
        lines: linesOf(name, field.value),
        source: sourceOf(believed),
        publishable: canonical(published[name]?.value) === canonical(field.value),
        disputed: isDisputed(record, name),
        others: sourcedValues(record.observations, name, sourceOf),
        decision: decision === null ? null : handDecision(decision, linesOf(name, field.value)),
        list: isList(name),
        remark: remarkOn(name, field.value),
      },
    ]
  })
  return [...fields, ...extraFields(record.observations, sourceOf, open)]
}

/** What each source says of a field, in order of belief. */
export function sourcedValues(observations: readonly Kept[], name: keyof PatentFields, sourceOf: SourceOf): SourcedValue[] {
  return observations
    .filter((one) => one.format !== 'hand' && one.fields[name] !== undefined)
    .map((one) => ({ lines: linesOf(name, one.fields[name]), source: sourceOf(one) }))
}

export function isDisputed(record: LoadedRecord, name: keyof PatentFields): boolean {
  return questioned.includes(name) && (record.folded[name]?.others.length ?? 0) > 0 && decisionOn(record, name) === null
}

/** The decision by hand whose value is shown. */
export function decisionOn(record: LoadedRecord, name: keyof PatentFields): Decision | null {
  const from = record.folded[name]?.from
  const believed = record.observations.find((one) => one.digest === from)
  return believed?.format === 'hand' ? (record.decisions.get(believed.id) ?? null) : null
}

export const handDecision = ({ reason, by, at }: Decision, lines: string[]): HandDecision => ({
  lines,
  reason,
  by,
  at: at.toISOString(),
})

/** What is wrong with a number as it is printed; it is never mended. */
function remarkOn(name: keyof PatentFields, value: unknown): string | null {
  if (name === 'applicationNumber' || name === 'divisionalOf') {
    const { kind, checkDigit } = readNumber(String(value))
    if (checkDigit?.valid === false) return wrongDigit(checkDigit.given!, checkDigit.expected)
    const foreign = /^[A-Z]{2}/i.test(String(value)) && !/^(?:CN|ZL)/i.test(String(value))
    return kind === 'unknown' && !foreign ? '未能识别为我国专利申请号，按来源原样保留，请核对原始文件。' : null
  }
  if (name !== 'creditCode') return null
  const code = readCreditCode(String(value))
  if (code === null) return '不是18位统一社会信用代码，按来源原样保留，请核对。'
  return code.checkDigit.valid ? null : wrongDigit(code.checkDigit.given, code.checkDigit.expected)
}

const wrongDigit = (given: string, expected: string | null): string =>
  `号码校验位不符（标注为${given}${expected === null ? '' : `，应为${expected}`}），可能为印刷、抄录差错或者虚构号码，按来源原样保留，请核对原始文件。`

/** Columns that nobody described, by their headings. */
function extraFields(observations: readonly Kept[], sourceOf: SourceOf, open: boolean): RecordField[] {
  const headings = [...new Set(observations.flatMap((one) => Object.keys(one.fields.extra ?? {})))]
  return headings.map((heading) => {
    const saying = observations.filter((one) => one.fields.extra?.[heading] !== undefined)
    const values = saying.map((one) => ({ lines: one.fields.extra![heading]!.split('\n'), source: sourceOf(one) }))
    return {
      field: heading,
      lines: values[0]!.lines,
      source: values[0]!.source,
      publishable: open && values[0]!.source.publishable,
      disputed: false,
      others: values,
      decision: null,
      list: false,
      remark: null,
    }
  })
}
