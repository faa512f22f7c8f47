import { z } from 'zod'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { canonical } from '#kernel/register'
import type { PlainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'
import { DecideField, UndoDecision } from '../contract.ts'
import { decisionKey } from '../reads/record/decision-key.ts'
import { decisionOn } from '../reads/record/fields.ts'
import { type LoadedRecord, loadRecord } from '../reads/record/load-record.ts'
import { sourceLabel } from '../reads/record/sources.ts'
import { upToDateOn } from '../reads/record/version.ts'
import type { PatentFields } from '../rules/fields.ts'
import { fieldName } from '../rules/names.ts'
import { linesOf } from '../rules/printed.ts'
import { patentRegister } from '../rules/register.ts'
import type { Kept } from '../store/observations.ts'
import { called, decidedAbout, lockedRegister, placeOfRecord, shortened, sourceIn, takeBack, writeDecision } from './deciding.ts'
import { isDecidable, typedValue } from './typed-value.ts'

const path = { number: z.string().max(64), field: z.string().max(40) }

/**
 * 核定字段: one source's value is taken, or what a person wrote, and stands before all sources through any import to come; an earlier
 * decision on the field gives way. A value that only a vendor says stays the office's, whoever repeats it.
 * Refuses patent-unknown, field-unknown, stale, no-key, value-missing, value-unreadable, source-gone.
 */
export const decideField = defineAct({
  word: 'patents.decide-field',
  label: '核定字段',
  part: '专利台账',
  input: DecideField.extend(path),
  place: (context, input) => placeOfRecord(context, input.number),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const loaded = await loadRecord(client, context.region, input.number)
    if (!loaded.done) return loaded
    const record = loaded.value
    if (!isDecidable(input.field)) return refuse({ code: 'field-unknown' })
    const field = input.field
    const fresh = upToDateOn(record, input.version, [field])
    if (!fresh.done) return fresh
    const instead = decidedAbout(record, `field:${field}`)
    const key = rowDecided(field, instead) ?? decisionKey(record)
    if (key === null) return refuse({ code: 'no-key' })
    const value = chosen(record, field, input, context.today)
    if (!value.done) return value
    const { fields, publishable, from } = value.value
    const id = await writeDecision(context, client, {
      fields: { ...fields, joins: [key] },
      publishable,
      subject: `field:${field}`,
      reason: input.reason,
      instead,
    })
    const { title, label } = called(record)
    const printed = shortened(linesOf(field, fields[field]).join('；'))
    return done({
      reply: { id },
      subject: { kind: 'patent', id, label: title },
      sentence: `将${label}的${fieldName(field)}核定为“${printed}”（${from}），理由：${input.reason}`,
      facts: { field, publishable },
    })
  },
})

/** A number decided anew is that of the row whose number was decided before, not of what that number brought it together with. */
function rowDecided(field: keyof PatentFields, [before]: readonly Kept[]): string | undefined {
  return field === 'applicationNumber' ? before?.fields.joins?.[0] : undefined
}

interface Chosen {
  readonly fields: PatentFields
  readonly publishable: boolean
  readonly from: string
}

function chosen(
  record: LoadedRecord,
  field: keyof PatentFields,
  { take, lines }: { readonly take: string | null; readonly lines: readonly string[] | null },
  today: PlainDate,
): Outcome<Chosen, Refusal> {
  if (take !== null) return taken(record, field, take)
  const typed = typedValue(field, lines ?? [], today)
  if (!typed.done) return typed
  return done({ fields: typed.value, publishable: !onlyVendorsSay(record, field, typed.value[field]), from: '填写' })
}

function taken(record: LoadedRecord, field: keyof PatentFields, take: string): Outcome<Chosen, Refusal> {
  const source = record.observations.find((one) => one.id === take && one.format !== 'hand')
  const value = source?.fields[field]
  if (source === undefined || value === undefined) return refuse({ code: 'source-gone' })
  // A status word speaks of a day, and keeps it.
  const statusOn = source.fields.statusOn ?? source.sightings[0]!.day
  return done({
    fields: field === 'statusWord' ? { statusWord: String(value), statusOn } : ({ [field]: value } as PatentFields),
    publishable: source.sightings.some((sighting) => sighting.publishable),
    from: `采用${sourceLabel(source.format)}`,
  })
}

/** Whether the value stands in sources that may not be published, and in none that may. */
function onlyVendorsSay({ observations }: LoadedRecord, field: keyof PatentFields, value: unknown): boolean {
  const rule = patentRegister.fields[field]
  const form = (one: unknown) => canonical(rule.by === 'first' && rule.same ? rule.same(one) : one)
  const saying = observations.filter(
    (one) => one.format !== 'hand' && one.fields[field] !== undefined && form(one.fields[field]) === form(value),
  )
  return saying.length > 0 && saying.every((one) => one.sightings.every((sighting) => !sighting.publishable))
}

/** 撤销字段核定: the sources stand again. Refuses patent-unknown, decision-unknown, stale. */
export const undoField = defineAct({
  word: 'patents.undo-field',
  label: '撤销字段核定',
  part: '专利台账',
  input: UndoDecision.extend(path),
  place: (context, input) => placeOfRecord(context, input.number),
  run: async (context, input) => {
    const client = await lockedRegister(context)
    const loaded = await loadRecord(client, context.region, input.number)
    if (!loaded.done) return loaded
    const record = loaded.value
    const field = input.field as keyof PatentFields
    const subject = decisionOn(record, field)?.subject ?? `field:${field}`
    const away = decidedAbout(record, subject)
    if (away.length === 0 || !subject.startsWith('field:')) return refuse({ code: 'decision-unknown' })
    const fresh = upToDateOn(record, input.version, [field])
    if (!fresh.done) return fresh
    const id = await takeBack(context, client, away, sourceIn(record))
    const { title, label } = called(record)
    return done({
      reply: { id },
      subject: { kind: 'patent', id, label: title },
      sentence: `撤销对${label}${fieldName(field)}的核定，理由：${input.reason}`,
      facts: { field },
    })
  },
})
