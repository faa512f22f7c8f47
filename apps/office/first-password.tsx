import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { PasswordForm, sessionQuestion } from '#card/identity'
import { nextPage, useWords } from '#ui'
import { door } from './door.ts'
import type { OfficeWords } from './zh.ts'
import './sign-in.css'

/** The first password is changed before anything else is seen. */
export default function FirstPassword() {
  const say = useWords<OfficeWords>('office')
  const router = useRouter()
  const questions = useQueryClient()
  const { next } = useSearch({ strict: false }) as { next?: string }
  useSuspenseQuery(sessionQuestion)
  return (
    <div className="door">
      <span />
      <main className="door-card door-wide">
        <h1>{say('first.title')}</h1>
        <p>{say('first.why')}</p>
        <PasswordForm
          done={(session) => {
            questions.setQueryData(sessionQuestion.queryKey, session)
            void router.navigate({ href: nextPage(next, door) })
          }}
        />
      </main>
      <p className="door-secrecy">{say('sign-in.secrecy')}</p>
    </div>
  )
}
