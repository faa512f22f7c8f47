import { useSession } from '#card/identity'
import { DayField, dayError, Form, LongField, useForm } from '#ui'
import type { UnitFormProps } from './unit-panel.tsx'
import { ask, useSay } from './wire.ts'

export function CloseForm({ unit, done, onLatest }: UnitFormProps) {
  const say = useSay()
  const { today } = useSession()
  const form = useForm({
    start: { on: today, reason: '' },
    draft: `units.close.${unit.id}`,
    check: ({ on, reason }) => {
      const wrongDay = dayError(on, say('wrong.day'))
      return { ...(wrongDay ? { on: wrongDay } : {}), ...(reason.trim() ? {} : { reason: say('wrong.reason') }) }
    },
    send: ({ on, reason }, key) =>
      ask('POST /api/units/:id/close', {
        params: { id: unit.id },
        body: { on, reason: reason.trim(), version: unit.version },
        key,
      }),
    done,
  })
  return (
    <Form form={form} submit={say('close.submit')} danger guard onLatest={onLatest}>
      <p>{say('close.text')}</p>
      <DayField name="on" label={say('close.on')} />
      <LongField name="reason" label={say('close.reason')} rows={2} />
    </Form>
  )
}
