import { ChoiceField, DayField, dayError, Form, isDay, LongField, TextField, useForm } from '#ui'
import type { Change, ChangeKind, FormField, Version } from '../../contract.ts'
import type { Field } from '../../rules/field.ts'
import { bodyOf, formName, textsOf } from '../../rules/form-values.ts'
import { BodyFields } from './body-fields.tsx'
import { ask, useSay } from './wire.ts'

/** The form of a change: which version, what it says, and by which paper. */
export function ProposeForm({
  name,
  kind,
  fields: wired,
  entry,
  stand,
  version,
  returned,
  done,
  onLatest,
}: {
  name: string
  kind: ChangeKind
  fields: readonly FormField[]
  /** Null where the entry itself is new. */
  entry: string | null
  stand: string
  /** The version that is changed, or after which a new one is made. */
  version: Version | null
  returned: Change | null
  done: (change: Change) => void
  onLatest: () => void
}) {
  const say = useSay()
  const fields = wired as readonly Field[]
  const filled = returned?.after ?? version
  const start: Readonly<Record<string, string>> = {
    entry: entry ?? '',
    validFrom: (kind === 'add' ? returned?.after.validFrom : version?.validFrom) ?? '',
    validTo: returned?.after.validTo ?? (kind === 'correct' ? version?.writtenTo : null) ?? '',
    basis: filled?.basis ?? '',
    certainty: filled?.certainty ?? 'confirmed',
    source: (kind === 'add' ? returned?.after.source : filled?.source) ?? '',
    reason: returned?.reason ?? '',
    ...textsOf(fields, filled?.body),
  }
  const form = useForm<Readonly<Record<string, string>>, Change>({
    start,
    draft: returned ? undefined : `catalogues.${name}.${entry ?? 'new'}.${kind}.${version?.validFrom ?? ''}`,
    check: (values) => check(values),
    send: (values, key) => {
      const body = {
        kind,
        entry: values.entry?.trim() ?? '',
        validFrom: values.validFrom || null,
        validTo: values.validTo || null,
        body: kind === 'end' ? version?.body : bodyOf(fields, values, filled?.body),
        basis: values.basis?.trim() ?? '',
        certainty: values.certainty === 'unverified' ? ('unverified' as const) : ('confirmed' as const),
        source: values.source?.trim() || null,
        reason: values.reason?.trim() ?? '',
        version: stand,
      }
      if (!returned) return ask('POST /api/catalogues/:name/changes', { params: { name }, body, key })
      const again = { ...body, changeVersion: returned.version }
      return ask('POST /api/catalogue-changes/:id/propose', { params: { id: returned.id }, body: again, key })
    },
    done,
  })
  const check = (values: Readonly<Record<string, string>>) => {
    const wrong: Record<string, string> = {}
    const need = (field: string, sentence: string) => {
      if (!values[field]?.trim()) wrong[field] = sentence
    }
    if (entry === null && !/^[\w.-]{1,80}$/.test(values.entry ?? '')) wrong.entry = say('wrong.entry')
    if (kind === 'add' && !isDay(values.validFrom ?? '')) wrong.validFrom = say('wrong.day')
    const end = dayError(values.validTo ?? '', say('wrong.day'), kind !== 'end')
    if (end) wrong.validTo = end
    need('basis', say('wrong.basis'))
    if ((values.reason ?? '').trim().length < 4) wrong.reason = say('wrong.reason')
    if (kind === 'end') return wrong
    for (const field of fields) {
      const at = formName(field)
      if (!field.optional && field.kind !== 'picks' && field.kind !== 'texts')
        need(at, say('wrong.empty', { label: field.label }))
      if (field.kind === 'number' && values[at] && !Number.isFinite(Number(values[at]))) wrong[at] = say('wrong.number')
    }
    return wrong
  }
  return (
    <Form form={form} submit={say('propose.do')} guard onLatest={onLatest}>
      <p className="faint">{say(`propose.${kind}.text`)}</p>
      {entry === null ? <TextField name="entry" label={say('propose.entry')} help={say('propose.entry.help')} /> : null}
      {kind === 'add' ? <DayField name="validFrom" label={say('propose.from')} help={say('propose.from.help')} /> : null}
      {kind === 'end' ? (
        <DayField name="validTo" label={say('propose.last')} help={say('propose.last.help')} />
      ) : (
        <>
          <BodyFields fields={fields} form={form} />
          <DayField name="validTo" label={say('propose.to')} help={say('propose.to.help')} optional />
          <TextField name="basis" label={say('entry.basis')} help={say('propose.basis.help')} />
          <ChoiceField
            name="certainty"
            label={say('propose.certainty')}
            options={[
              { value: 'confirmed', label: say('certainty.confirmed') },
              { value: 'unverified', label: say('certainty.unverified') },
            ]}
          />
          <TextField name="source" label={say('entry.source')} help={say('propose.source.help')} optional />
        </>
      )}
      <LongField name="reason" label={say('propose.reason')} help={say('propose.reason.help')} rows={2} />
    </Form>
  )
}
