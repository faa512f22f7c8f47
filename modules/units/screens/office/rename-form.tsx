import { useSession } from '#card/identity'
import { DayField, dayError, Form, TextField, useForm } from '#ui'
import type { UnitFormProps } from './unit-panel.tsx'
import { ask, useSay } from './wire.ts'

export function RenameForm({ unit, done, onLatest }: UnitFormProps) {
  const say = useSay()
  const { today } = useSession()
  const form = useForm({
    start: { name: unit.name, sealName: unit.sealName, from: today, basis: '' },
    draft: `units.rename.${unit.id}`,
    check: ({ name, sealName, from }) => {
      const wrongDay = dayError(from, say('wrong.day'))
      return {
        ...(name.trim().length >= 2 ? {} : { name: say('wrong.name') }),
        ...(sealName.trim().length >= 2 ? {} : { sealName: say('wrong.seal') }),
        ...(wrongDay ? { from: wrongDay } : {}),
      }
    },
    send: ({ name, sealName, from, basis }, key) =>
      ask('POST /api/units/:id/rename', {
        params: { id: unit.id },
        body: { name: name.trim(), sealName: sealName.trim(), from, basis: basis.trim() || null, version: unit.version },
        key,
      }),
    done,
  })
  return (
    <Form form={form} submit={say('rename.submit')} guard onLatest={onLatest}>
      <p className="faint">{say('rename.text')}</p>
      <TextField name="name" label={say('rename.name')} maxLength={80} />
      <TextField name="sealName" label={say('rename.seal')} help={say('add.seal.help')} maxLength={80} />
      <DayField name="from" label={say('rename.from')} />
      <TextField name="basis" label={say('rename.basis')} help={say('rename.basis.help')} maxLength={200} optional />
    </Form>
  )
}
