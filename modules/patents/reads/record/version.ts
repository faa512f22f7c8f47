import { createHash } from 'node:crypto'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { canonical } from '#kernel/register'
import type { StaleRefusal } from '#platform/acts'
import type { PatentFields } from '../../rules/fields.ts'
import { fieldName } from '../../rules/names.ts'
import { linesOf } from '../../rules/printed.ts'
import { patentRegister } from '../../rules/register.ts'
import type { LoadedRecord } from './load-record.ts'
import { sourceLabel } from './sources.ts'

// The keys by which a decision stays with its record are nothing that a reader sees.
const names = (Object.keys(patentRegister.fields) as (keyof PatentFields)[]).filter((name) => name !== 'joins')
const size = 3

/**
 * What a reader of the record's page looked at, as a short text: three letters for each field, of its value, of what other
 * sources say and of the decision about it. So who comes back with it can be told which fields have changed, whoever did it.
 */
export function versionOf(record: LoadedRecord): string {
  return names.map((name) => partOf(record, name)).join('')
}

function partOf(record: LoadedRecord, name: keyof PatentFields): string {
  const field = record.folded[name]
  if (field === undefined) return '-'.repeat(size)
  const believed = record.observations.find((one) => one.digest === field.from)
  const decision = believed ? (record.decisions.get(believed.id)?.id ?? null) : null
  const shown = canonical([field.value, field.others.map((other) => other.value), decision])
  return createHash('sha256').update(shown).digest('base64url').slice(0, size)
}

/**
 * Whether the fields that a deed rests on still stand as its author saw them; who decides the title is not stopped by a change of
 * the address. Refuses `stale` with a sentence for every field that changed since.
 */
export function upToDateOn(
  record: LoadedRecord,
  looked: string,
  concerned: readonly (keyof PatentFields)[],
): Outcome<void, StaleRefusal> {
  const known = looked.length === names.length * size
  const changed = names.filter((name, at) => !known || looked.slice(at * size, (at + 1) * size) !== partOf(record, name))
  if (!changed.some((name) => concerned.includes(name))) return done(undefined)
  return refuse({ code: 'stale', changes: known ? changed.slice(0, 10).map((name) => change(record, name)) : [] })
}

function change(record: LoadedRecord, name: keyof PatentFields): string {
  if (name === 'decidedPlace') return '所属县市的核定有变化'
  const field = record.folded[name]
  if (field === undefined) return `${fieldName(name)}已没有内容`
  const text = linesOf(name, field.value).join('；')
  const believed = record.observations.find((one) => one.digest === field.from)
  const decision = believed ? record.decisions.get(believed.id) : undefined
  const by = decision ? `${decision.by}核定` : `来源：${sourceLabel(believed?.format ?? '')}`
  return `${fieldName(name)}现为“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”（${by}）`
}
