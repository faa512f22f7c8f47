import { Button, Checkbox, Input } from 'antd'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Choice, isDay } from '#ui'
import type { AskedSearch } from './asked.ts'
import { useSay } from './wire.ts'
import './marks.css'

const rights = ['invention', 'utility-model', 'design'] as const

/** What is printed, in one big field; what is known of the goods beside it, all of it optional. */
export function MarkForm({ asked, onAsk }: { asked: AskedSearch | null; onAsk: (next: AskedSearch) => void }) {
  const say = useSay()
  const id = useId()
  const [values, setValues] = useState<AskedSearch>(asked ?? {})
  const [wrong, setWrong] = useState('')
  const set = (changes: AskedSearch) => setValues((before) => ({ ...before, ...changes }))
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!values.text?.trim()) return setWrong(say('try.wrong.text'))
    if ([values.madeOn, values.seenOn].some((day) => day && !isDay(day))) return setWrong(say('wrong.day'))
    setWrong('')
    onAsk({ ...values, text: values.text.trim() })
  }
  const choice = (
    name: keyof AskedSearch,
    options: readonly { readonly value: string; readonly label: string }[],
    empty: string,
  ) => (
    <Labelled id={`${id}${name}`} label={say(`asked.${name}` as 'asked.claimed')}>
      <Choice
        id={`${id}${name}`}
        value={values[name] ?? ''}
        empty={empty}
        options={options}
        onChange={(value) => set({ [name]: value })}
      />
    </Labelled>
  )
  const more = values.printedOn || values.permission || values.covered || values.found || values.process
  return (
    <form className="mark-form" onSubmit={send}>
      <label className="field-label" htmlFor={`${id}text`}>
        {say('asked.text')}
      </label>
      <p className="field-help" id={`${id}text-help`}>
        {say('asked.text.help')}
      </p>
      <Input.TextArea
        id={`${id}text`}
        className="mark-text"
        aria-describedby={`${id}text-help`}
        rows={2}
        maxLength={2000}
        value={values.text ?? ''}
        onChange={(event) => set({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) send(event)
        }}
      />
      <div className="mark-row">
        {choice(
          'claimed',
          rights.map((value) => ({ value, label: say(`right.${value}`) })),
          say('asked.claimed.text'),
        )}
        <Day id={`${id}made`} label={say('asked.madeOn')} value={values.madeOn} onChange={(madeOn) => set({ madeOn })} />
        <Day id={`${id}seen`} label={say('asked.seenOn')} value={values.seenOn} onChange={(seenOn) => set({ seenOn })} />
        {choice(
          'role',
          [
            { value: 'maker', label: say('role.maker') },
            { value: 'seller', label: say('role.seller') },
          ],
          say('role.none'),
        )}
        <Labelled id={`${id}maker`} label={say('asked.maker')}>
          <Input
            id={`${id}maker`}
            maxLength={200}
            value={values.maker ?? ''}
            onChange={(event) => set({ maker: event.target.value })}
          />
        </Labelled>
      </div>
      <details className="mark-more" open={Boolean(more)}>
        <summary>{say('try.more')}</summary>
        <div className="mark-row">
          {choice('printedOn', [{ value: 'material', label: say('printed.material') }], say('printed.goods'))}
          {choice(
            'permission',
            (['given', 'none', 'disputed'] as const).map((value) => ({ value, label: say(`permission.${value}`) })),
            say('permission.unknown'),
          )}
          {choice('covered', [{ value: 'false', label: say('covered.false') }], say('covered.unknown'))}
          {choice(
            'found',
            (['J4', 'J5'] as const).map((value) => ({ value, label: say(`found.${value}`) })),
            say('found.none'),
          )}
          <Checkbox
            checked={values.process === 'true'}
            onChange={(event) => set({ process: event.target.checked ? 'true' : '' })}
          >
            {say('asked.process')}
          </Checkbox>
        </div>
      </details>
      {wrong ? (
        <p className="red" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="mark-do">
        <Button type="primary" htmlType="submit" size="large">
          {say('try.do')}
        </Button>
      </div>
    </form>
  )
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="mark-field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  )
}

function Day({
  id,
  label,
  value,
  onChange,
}: {
  id: string
  label: string
  value: string | undefined
  onChange: (day: string) => void
}) {
  return (
    <Labelled id={id} label={label}>
      <Input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        placeholder="2026-11-22"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </Labelled>
  )
}
