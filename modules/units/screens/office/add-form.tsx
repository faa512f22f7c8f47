import { useSession } from '#card/identity'
import { useCounties } from '#card/regions'
import { ChoiceField, DayField, dayError, Form, TextField, useForm } from '#ui'
import type { Unit, UnitKind } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

const kinds: readonly UnitKind[] = ['prefecture-office', 'section', 'brigade', 'county-bureau', 'station', 'other']

export function AddForm({ parent, done, onLatest }: { parent: Unit | null; done: (unit: Unit) => void; onLatest: () => void }) {
  const say = useSay()
  const { today, prefecture } = useSession()
  const { counties } = useCounties()
  const form = useForm({
    start: { kind: '', name: '', sealName: '', place: parent?.place ?? prefecture.code, from: today },
    draft: `units.add.${parent?.id ?? 'first'}`,
    check: ({ kind, name, sealName, place, from }) => {
      const wrongDay = dayError(from, say('wrong.day'))
      return {
        ...(kind ? {} : { kind: say('wrong.kind') }),
        ...(name.trim().length >= 2 ? {} : { name: say('wrong.name') }),
        ...(sealName.trim().length >= 2 ? {} : { sealName: say('wrong.seal') }),
        ...(place ? {} : { place: say('wrong.place') }),
        ...(wrongDay ? { from: wrongDay } : {}),
      }
    },
    send: ({ kind, name, sealName, place, from }, key) =>
      ask('POST /api/units', {
        body: { parent: parent?.id ?? null, kind: kind as UnitKind, name: name.trim(), sealName: sealName.trim(), place, from },
        key,
      }),
    done,
  })
  return (
    <Form form={form} submit={say('add.submit')} guard onLatest={onLatest}>
      <ChoiceField
        name="kind"
        label={say('add.kind')}
        empty=""
        options={kinds.map((kind) => ({ value: kind, label: say(`kind.${kind}`) }))}
      />
      <TextField name="name" label={say('add.name')} maxLength={80} />
      <TextField name="sealName" label={say('add.seal')} help={say('add.seal.help')} maxLength={80} />
      <ChoiceField
        name="place"
        label={say('add.place')}
        options={[
          { value: prefecture.code, label: prefecture.name },
          ...counties.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <DayField name="from" label={say('add.from')} />
    </Form>
  )
}
