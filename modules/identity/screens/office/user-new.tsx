import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { ChoiceField, Form, Page, TextField, useForm } from '#ui'
import type { FirstPassword } from '../../contract.ts'
import { FirstPasswordNotice } from './first-password-notice.tsx'
import { useUnitOptions } from './users.tsx'
import { ask, useSay } from './wire.ts'

/** A new account; its first password is shown once. */
export default function UserNew() {
  const say = useSay()
  const questions = useQueryClient()
  const [made, setMade] = useState<FirstPassword | null>(null)
  return (
    <Page title={say('users.new')} className="page-narrow">
      {made ? (
        <>
          <FirstPasswordNotice first={made} />
          <p className="row-acts">
            <Link to="/users/$id" params={{ id: made.user.id } as never} className="as-button">
              {say('user.new.open')}
            </Link>
            <Button onClick={() => setMade(null)}>{say('user.new.another')}</Button>
          </p>
        </>
      ) : (
        <NewForm
          done={(first) => {
            setMade(first)
            void questions.invalidateQueries({ queryKey: ['identity', 'users'] })
          }}
        />
      )}
    </Page>
  )
}

function NewForm({ done }: { done: (first: FirstPassword) => void }) {
  const say = useSay()
  const unitOptions = useUnitOptions()
  const form = useForm({
    start: { account: '', name: '', unit: '' },
    draft: 'identity.user-new',
    check: ({ account, name }) => ({
      ...(account.trim().length >= 2 ? {} : { account: say('user.new.account.wrong') }),
      ...(name.trim() ? {} : { name: say('user.new.name.wrong') }),
    }),
    send: ({ account, name, unit }, key) =>
      ask('POST /api/identity/users', { body: { account: account.trim(), name: name.trim(), unit: unit || null }, key }),
    done,
  })
  return (
    <Form form={form} submit={say('user.new.do')} guard>
      <TextField name="name" label={say('user.name')} maxLength={60} autoFocus />
      <TextField name="account" label={say('user.account')} help={say('user.new.account.help')} maxLength={60} />
      <ChoiceField name="unit" label={say('user.unit')} empty={say('user.unit.none')} options={unitOptions} optional />
    </Form>
  )
}
