import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { sessionQuestion } from '#card/identity'
import type { IdentityRoutes } from '#contract/identity'
import { bearToken, Form, Notice, nextPage, openWire, SecretField, TextField, useForm, useWords } from '#ui'
import { door } from './door.ts'
import { Switches } from './switches.tsx'
import type { OfficeWords } from './zh.ts'
import './sign-in.css'

const ask = openWire<IdentityRoutes>()

/** The door of the office: who are you. */
export default function SignIn() {
  const say = useWords<OfficeWords>('office')
  const { next, ended } = useSearch({ strict: false }) as { next?: string; ended?: string }
  const router = useRouter()
  const questions = useQueryClient()
  const welcome = useQuery({ queryKey: ['identity', 'welcome'], queryFn: () => ask('GET /api/identity/welcome') })
  const name = welcome.data?.productName ?? '知州'
  useEffect(() => {
    document.title = `${say('sign-in.title')} · ${name}`
  }, [say, name])
  const form = useForm({
    start: { account: '', password: '' },
    check: ({ account, password }) => ({
      ...(account.trim() ? {} : { account: say('sign-in.account.missing') }),
      ...(password ? {} : { password: say('sign-in.password.missing') }),
    }),
    send: (values) => ask('POST /api/identity/session', { body: values }),
    done: (session) => {
      bearToken(session.csrfToken)
      questions.setQueryData(sessionQuestion.queryKey, session)
      void router.navigate({ href: nextPage(next, door) })
    },
  })
  return (
    <div className="door">
      <div className="door-top">
        <Switches />
      </div>
      <main className="door-card">
        <p className="door-office">{welcome.data?.officeName ?? '　'}</p>
        <h1>{name}</h1>
        {ended ? <Notice tone="attention">{say('sign-in.ended')}</Notice> : null}
        <Form form={form} submit={say('sign-in.do')}>
          <TextField name="account" label={say('sign-in.account')} autoComplete="username" autoFocus />
          <SecretField name="password" label={say('sign-in.password')} autoComplete="current-password" />
        </Form>
        <p className="field-help">{say('sign-in.forgot')}</p>
      </main>
      <p className="door-secrecy">{say('sign-in.secrecy')}</p>
    </div>
  )
}
