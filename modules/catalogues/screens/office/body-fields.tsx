import { Checkbox } from 'antd'
import { useId } from 'react'
import { ChoiceField, DayField, type FormState, LongField, TextField } from '#ui'
import type { Field } from '../../rules/field.ts'
import { formName, linesOf } from '../../rules/form-values.ts'
import { RowsField } from './rows-field.tsx'
import { useSay } from './wire.ts'

type AnyForm = FormState<Readonly<Record<string, string>>>

/** The fields of a catalogue's body, each by its kind. */
export function BodyFields({ fields, form }: { fields: readonly Field[]; form: AnyForm }) {
  return fields.map((field) => <BodyField key={field.name} field={field} form={form} />)
}

function BodyField({ field, form }: { field: Field; form: AnyForm }) {
  const say = useSay()
  const shared = {
    name: formName(field),
    label: field.label,
    optional: field.optional ?? false,
    ...(field.help ? { help: field.help } : {}),
  }
  switch (field.kind) {
    case 'day':
      return <DayField {...shared} />
    case 'long':
      return <LongField {...shared} />
    case 'texts':
      return <LongField {...shared} help={[field.help, say('field.texts')].filter(Boolean).join(' ')} />
    case 'number':
      return (
        <TextField
          {...shared}
          help={[field.unit && say('field.unit', { unit: field.unit }), field.help].filter(Boolean).join(' ')}
        />
      )
    case 'choice':
      return <ChoiceField {...shared} options={field.options} empty={say('field.choose')} />
    case 'yes-no':
      return (
        <ChoiceField
          {...shared}
          empty={say('field.choose')}
          options={[
            { value: 'yes', label: say('field.yes') },
            { value: 'no', label: say('field.no') },
          ]}
        />
      )
    case 'picks':
      return <PicksField field={field} form={form} />
    case 'rows':
      return <RowsField field={field} form={form} />
    default:
      return <TextField {...shared} />
  }
}

/** Several of a list. */
function PicksField({ field, form }: { field: Field & { kind: 'picks' }; form: AnyForm }) {
  const id = useId()
  const at = formName(field)
  const chosen = linesOf(form.values[at] ?? '')
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {field.label}
      </span>
      {field.help ? <div className="field-help">{field.help}</div> : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out like the other fields */}
      <div role="group" aria-labelledby={id} className="picks">
        {field.options.map(({ value, label }) => (
          <Checkbox
            key={value}
            checked={chosen.includes(value)}
            onChange={(event) =>
              form.set({
                [at]: field.options
                  .map((option) => option.value)
                  .filter((one) => (one === value ? event.target.checked : chosen.includes(one)))
                  .join('\n'),
              })
            }
          >
            {label}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
