import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useSession } from '#card/identity'
import { useCounties } from '#card/regions'
import { ChoiceField, DayField, dayError, Form, useForm } from '#ui'
import type { User } from '../../contract.ts'
import { useUnitOptions } from './users.tsx'
import { ask, useSay } from './wire.ts'

/** Granting a role at a unit or a place, from day to day. */
export function GrantForm({
  user,
  done,
  onCancel,
  onLatest,
}: {
  user: User
  done: (user: User) => void
  onCancel: () => void
  onLatest: () => void
}) {
  const say = useSay()
  const { today } = useSession()
  const { counties } = useCounties()
  const unitOptions = useUnitOptions()
  const matrix = useQuery({ queryKey: ['identity', 'roles'], queryFn: () => ask('GET /api/identity/roles') })
  const roles = matrix.data?.roles.map(({ role, name }) => ({ value: role, label: name })) ?? []
  const form = useForm({
    start: { role: '', unit: '', place: '', from: today, to: '' },
    draft: `identity.grant.${user.id}`,
    check: ({ role, from, to }) => {
      const wrongFrom = dayError(from, say('grant.day.wrong'))
      const wrongTo = dayError(to, say('grant.day.wrong'), true)
      return {
        ...(role ? {} : { role: say('grant.role.missing') }),
        ...(wrongFrom ? { from: wrongFrom } : {}),
        ...(wrongTo ? { to: wrongTo } : {}),
      }
    },
    send: ({ role, unit, place, from, to }, key) =>
      ask('POST /api/identity/users/:id/roles', {
        params: { id: user.id },
        body: { role, unit: unit || null, place: place || null, from, to: to || null, version: user.version },
        key,
      }),
    done,
  })
  return (
    <Form
      form={form}
      submit={say('grant.do')}
      guard
      onLatest={onLatest}
      beside={<Button onClick={onCancel}>{say('cancel')}</Button>}
    >
      <ChoiceField name="role" label={say('grant.role')} empty="" options={roles} />
      <ChoiceField
        name="unit"
        label={say('grant.unit')}
        help={say('grant.unit.help')}
        empty={say('grant.any.unit')}
        options={unitOptions}
        optional
      />
      <ChoiceField
        name="place"
        label={say('grant.place')}
        help={say('grant.place.help')}
        empty={say('grant.any.place')}
        options={counties.map(({ code, name }) => ({ value: code, label: name }))}
        optional
      />
      <DayField name="from" label={say('grant.from')} />
      <DayField name="to" label={say('grant.to')} help={say('grant.to.help')} optional />
    </Form>
  )
}
