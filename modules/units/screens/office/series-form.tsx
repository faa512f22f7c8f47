import { useSession } from '#card/identity'
import { DayField, dayError, Form, TextField, useForm } from '#ui'
import type { UnitFormProps } from './unit-panel.tsx'
import { ask, useSay } from './wire.ts'

export function SeriesForm({ unit, done, onLatest }: UnitFormProps) {
  const say = useSay()
  const { today } = useSession()
  const form = useForm({
    start: { paper: '', prefix: '', from: today },
    draft: `units.series.${unit.id}`,
    check: ({ paper, prefix, from }) => {
      const wrongDay = dayError(from, say('wrong.day'))
      return {
        ...(paper.trim().length >= 2 ? {} : { paper: say('wrong.paper') }),
        ...(prefix.trim() ? {} : { prefix: say('wrong.prefix') }),
        ...(wrongDay ? { from: wrongDay } : {}),
      }
    },
    send: ({ paper, prefix, from }, key) =>
      ask('POST /api/units/:id/series', {
        params: { id: unit.id },
        body: { paper: paper.trim(), prefix: prefix.trim(), from, version: unit.version },
        key,
      }),
    done,
  })
  return (
    <Form form={form} submit={say('series.submit')} guard onLatest={onLatest}>
      <TextField name="paper" label={say('unit.series.paper')} help={say('series.paper.help')} maxLength={60} />
      <TextField name="prefix" label={say('unit.series.prefix')} help={say('series.prefix.help')} maxLength={30} />
      <DayField name="from" label={say('series.from')} />
    </Form>
  )
}
