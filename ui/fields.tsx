import { Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { isPlainDate } from '#kernel/time'
import { Choice, type Option } from './choice.tsx'
import { useStanding } from './form.tsx'
import { useWords } from './words.ts'
import type { UiWords } from './zh.ts'

interface FieldProps {
  readonly name: string
  readonly label: string
  /** Help under the label. */
  readonly help?: ReactNode
  readonly optional?: boolean
}

interface Wired {
  readonly id: string
  readonly value: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby'?: string
  readonly 'aria-required': boolean
}

/** Label above, help under it, the field, and beside it what is wrong. */
function Field({
  name,
  label,
  help,
  optional = false,
  group = false,
  children,
}: FieldProps & { group?: boolean; children: (wired: Wired) => ReactNode }) {
  const say = useWords<UiWords>('ui')
  const { form, id } = useStanding()
  const error = form.errors[name]
  const described = [help && `${id}${name}-help`, error && `${id}${name}-error`].filter(Boolean).join(' ')
  const wired: Wired = {
    id: `${id}${name}`,
    value: form.values[name] ?? '',
    'aria-invalid': Boolean(error),
    'aria-required': !optional,
    ...(described ? { 'aria-describedby': described } : {}),
  }
  const heading = (
    <>
      {label}
      {optional ? <span className="field-optional">（{say('form.optional')}）</span> : null}
    </>
  )
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      {group ? (
        <span className="field-label" id={`${id}${name}-label`}>
          {heading}
        </span>
      ) : (
        <label className="field-label" htmlFor={wired.id}>
          {heading}
        </label>
      )}
      {help ? (
        <div className="field-help" id={`${id}${name}-help`}>
          {help}
        </div>
      ) : null}
      <div className="field-line">
        {children(wired)}
        {error ? (
          <span className="field-error" id={`${id}${name}-error`}>
            {error}
          </span>
        ) : null}
      </div>
    </div>
  )
}

export function TextField(props: FieldProps & { autoComplete?: string; autoFocus?: boolean; maxLength?: number }) {
  const { form } = useStanding()
  return (
    <Field {...props}>
      {(wired) => (
        <Input
          {...wired}
          status={wired['aria-invalid'] ? 'error' : ''}
          autoComplete={props.autoComplete ?? 'off'}
          autoFocus={props.autoFocus ?? false}
          maxLength={props.maxLength ?? 500}
          onChange={(event) => form.set({ [props.name]: event.target.value })}
        />
      )}
    </Field>
  )
}

export function SecretField(props: FieldProps & { autoComplete: 'current-password' | 'new-password' }) {
  const { form } = useStanding()
  return (
    <Field {...props}>
      {(wired) => (
        <Input.Password
          {...wired}
          status={wired['aria-invalid'] ? 'error' : ''}
          autoComplete={props.autoComplete}
          maxLength={128}
          onChange={(event) => form.set({ [props.name]: event.target.value })}
        />
      )}
    </Field>
  )
}

export function LongField(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { form } = useStanding()
  return (
    <Field {...props}>
      {(wired) => (
        <Input.TextArea
          {...wired}
          status={wired['aria-invalid'] ? 'error' : ''}
          rows={props.rows ?? 3}
          maxLength={props.maxLength ?? 500}
          onChange={(event) => form.set({ [props.name]: event.target.value })}
        />
      )}
    </Field>
  )
}

/** A day is typed: faster than a calendar, and every reader and old browser can do it. */
export function DayField(props: FieldProps) {
  const say = useWords<UiWords>('ui')
  const { form } = useStanding()
  return (
    <Field {...props} help={props.help ?? say('form.day.hint')}>
      {(wired) => (
        <Input
          {...wired}
          className="day-input"
          status={wired['aria-invalid'] ? 'error' : ''}
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          placeholder="2026-11-22"
          onChange={(event) => form.set({ [props.name]: event.target.value })}
        />
      )}
    </Field>
  )
}

export function ChoiceField(props: FieldProps & { options: readonly Option[]; empty?: string }) {
  const { form } = useStanding()
  return (
    <Field {...props}>
      {({ value, ...wired }) => (
        <Choice
          {...wired}
          value={value}
          options={props.options}
          empty={props.empty}
          onChange={(chosen) => form.set({ [props.name]: chosen })}
        />
      )}
    </Field>
  )
}

/** One of a few, each with its explanation. */
export function PickField(props: FieldProps & { options: readonly { readonly value: string; readonly label: ReactNode }[] }) {
  const { form, id } = useStanding()
  return (
    <Field {...props} group>
      {(wired) => (
        <Radio.Group
          id={wired.id}
          value={wired.value}
          className="pick"
          aria-labelledby={`${id}${props.name}-label`}
          onChange={(event) => form.set({ [props.name]: String(event.target.value) })}
        >
          {props.options.map((option) => (
            <Radio key={option.value} value={option.value}>
              {option.label}
            </Radio>
          ))}
        </Radio.Group>
      )}
    </Field>
  )
}

/** The sentence for a typed day that is none; undefined where it is one, or empty and may be. */
export function dayError(value: string, sentence: string, optional = false): string | undefined {
  if (!value) return optional ? undefined : sentence
  return isPlainDate(value) ? undefined : sentence
}

/** Whether the text is a day that exists, as `2026-11-22`. */
export function isDay(text: string): boolean {
  return isPlainDate(text)
}
