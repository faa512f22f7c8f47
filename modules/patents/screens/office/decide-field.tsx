import { Form, LongField, PickField, TextField, useForm } from '#ui'
import type { DecideField, SourcedValue } from '../../contract.ts'
import { useSay } from './say.ts'

const own = 'own'

/** The form of a decision by hand: one source's value, or what is written, and the reason. */
export function DecideFieldForm<T>({
  values,
  list,
  draft,
  send,
  done,
  onLatest,
}: {
  values: readonly SourcedValue[]
  list: boolean
  draft?: string
  send: (decision: Omit<DecideField, 'version'>, key: string) => Promise<T>
  done: (reply: T) => void
  onLatest?: (() => void) | undefined
}) {
  const say = useSay()
  const form = useForm({
    start: { take: '', lines: '', reason: '' },
    draft,
    check: ({ take, lines, reason }) => ({
      ...(take ? {} : { take: say('panel.take.missing') }),
      ...(take === own && !lines.trim() ? { lines: say('panel.own.missing') } : {}),
      ...(reason.trim() ? {} : { reason: say('reason.missing') }),
    }),
    send: ({ take, lines, reason }, key) =>
      send(
        {
          take: take === own ? null : take,
          lines: take === own ? written(lines, list) : null,
          reason: reason.trim(),
        },
        key,
      ),
    done,
  })
  return (
    <Form form={form} submit={say('panel.do')} onLatest={onLatest}>
      <PickField
        name="take"
        label={say('panel.take')}
        options={[
          ...values.map(({ lines, source }) => ({
            value: source.id,
            label: `${shortened(lines.join('；'))}（${source.label}）`,
          })),
          { value: own, label: say('panel.own') },
        ]}
      />
      {form.values.take === own ? (
        <LongField
          name="lines"
          label={say('panel.own.text')}
          {...(list ? { help: say('panel.own.list') } : {})}
          rows={list ? 4 : 2}
          maxLength={20_000}
        />
      ) : null}
      <TextField name="reason" label={say('panel.reason')} help={say('panel.reason.help')} />
    </Form>
  )
}

function written(text: string, list: boolean): string[] {
  const lines = list ? text.split('\n') : [text]
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length > 80 ? `${characters.slice(0, 80).join('')}……` : text
}
