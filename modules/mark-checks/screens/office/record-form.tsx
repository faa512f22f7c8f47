import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useSession } from '#card/identity'
import { useCounties } from '#card/regions'
import { ChoiceField, Form, LongField, useForm } from '#ui'
import { type AskedSearch, askedOf } from './asked.ts'
import { ask, useSay } from './wire.ts'

/** 核验并记录: what was just answered is asked once more on the server and kept as evidence. */
export function RecordForm({ asked }: { asked: AskedSearch }) {
  const say = useSay()
  const navigate = useNavigate()
  const questions = useQueryClient()
  const { counties, nameOf } = useCounties()
  const places = usePlaces(counties.map(({ code }) => code))
  const form = useForm({
    start: { county: places[0] ?? 'none', note: '' },
    send: ({ county, note }, key) =>
      ask('POST /api/mark-checks', {
        body: { ...askedOf(asked), county: county === 'none' ? null : county, note: note.trim() },
        key,
      }),
    done: (check) => {
      void questions.invalidateQueries({ queryKey: ['mark-checks'] })
      void navigate({ to: '/mark-checks/$id', params: { id: check.id } as never, search: { kept: 'true' } as never })
    },
  })
  return (
    <Form form={form} submit={say('record.do')}>
      <p className="faint">{say('record.text')}</p>
      {places.length > 1 ? (
        <ChoiceField
          name="county"
          label={say('record.county')}
          options={places.map((code) => ({ value: code, label: nameOf(code) }))}
        />
      ) : null}
      <LongField name="note" label={say('record.note')} help={say('record.note.help')} rows={2} optional />
    </Form>
  )
}

/** Where the reader may record: the whole prefecture, or the counties he holds a role in. */
function usePlaces(counties: readonly string[]): string[] {
  const { roles } = useSession()
  const own = counties.filter((code) => roles.some(({ place }) => place === code))
  if (roles.some(({ role, place }) => place === null && !role.startsWith('county'))) return ['none', ...counties]
  return own.length > 0 ? own : [...counties]
}
