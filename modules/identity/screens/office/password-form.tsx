import { useQuery } from '@tanstack/react-query'
import { Form, SecretField, useForm } from '#ui'
import type { Session } from '../../contract.ts'
import { ask, useSay } from './wire.ts'
import './identity.css'

/** Changing one's password, with the rules as sentences above the field they hold for. */
export default function PasswordForm({ done }: { done: (session: Session) => void }) {
  const say = useSay()
  const rules = useQuery({ queryKey: ['identity', 'password', 'rules'], queryFn: () => ask('GET /api/identity/password/rules') })
  const form = useForm({
    start: { current: '', next: '', again: '' },
    check: ({ current, next, again }) => ({
      ...(current ? {} : { current: say('me.password.missing') }),
      ...(next ? {} : { next: say('me.password.missing') }),
      ...(next === again ? {} : { again: say('me.password.differs') }),
    }),
    send: ({ current, next }, key) => ask('PUT /api/identity/password', { body: { current, next }, key }),
    done: (session) => {
      form.dropDraft()
      done(session)
    },
  })
  return (
    <Form form={form} submit={say('me.password.do')} guard>
      <SecretField name="current" label={say('me.password.current')} autoComplete="current-password" />
      <SecretField
        name="next"
        label={say('me.password.next')}
        help={
          rules.data ? (
            <>
              {say('me.password.rules')}
              <ul className="password-rules">
                {rules.data.sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          ) : null
        }
        autoComplete="new-password"
      />
      <SecretField name="again" label={say('me.password.again')} autoComplete="new-password" />
    </Form>
  )
}
