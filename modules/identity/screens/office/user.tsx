import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { TrailOf } from '#card/audit'
import { useSession } from '#card/identity'
import { Answer, Facts, momentText, Notice, Page, Section } from '#ui'
import type { FirstPassword, User } from '../../contract.ts'
import { FirstPasswordNotice } from './first-password-notice.tsx'
import { UserActs } from './user-acts.tsx'
import { UserRoles } from './user-roles.tsx'
import { UserStateWord } from './user-state.tsx'
import { ask, useSay } from './wire.ts'
import './identity.css'

/** One person's account, roles and what was done to them. */
export default function UserPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const user = useQuery({
    queryKey: ['identity', 'users', 'one', id],
    queryFn: () => ask('GET /api/identity/users/:id', { params: { id } }),
  })
  return <Answer to={user}>{(one) => <UserSheet user={one} onLatest={() => void user.refetch()} />}</Answer>
}

function UserSheet({ user, onLatest }: { user: User; onLatest: () => void }) {
  const say = useSay()
  const questions = useQueryClient()
  const [first, setFirst] = useState<FirstPassword | null>(null)
  const [told, setTold] = useState(false)
  // Nobody changes an account of their own: what would be refused is not offered.
  const own = useSession().user.id === user.id
  const changed = (next: User) => {
    setTold(true)
    questions.setQueryData(['identity', 'users', 'one', user.id], next)
    void questions.invalidateQueries({ queryKey: ['audit'] })
  }
  return (
    <Page
      title={user.name}
      className="page-narrow"
      acts={
        own ? null : (
          <UserActs
            user={user}
            onChanged={changed}
            onLatest={onLatest}
            onFirst={(made) => {
              setFirst(made)
              changed(made.user)
            }}
          />
        )
      }
    >
      {first ? <FirstPasswordNotice first={first} /> : told ? <Notice tone="good">{say('user.changed')}</Notice> : null}
      {own ? <p className="faint">{say('user.own')}</p> : null}
      <Facts
        rows={[
          [say('user.account'), user.account],
          [say('user.unit'), user.unitName ?? say('user.unit.none')],
          [say('user.state'), <UserStateWord key="state" state={user.state} />],
          [say('user.last'), user.lastSignInAt ? momentText(user.lastSignInAt) : say('user.never')],
        ]}
      />
      {user.lockedUntil ? <p>{say('user.locked.until', { at: momentText(user.lockedUntil) })}</p> : null}
      {user.mustChangePassword ? <p className="faint">{say('user.must-change')}</p> : null}
      <Section title={say('user.roles')}>
        <UserRoles user={user} mayChange={!own} onChanged={changed} onLatest={onLatest} />
      </Section>
      <Section title={say('user.trail')}>
        <TrailOf subject={`person:${user.id}`} />
      </Section>
      <Section title={say('user.trail.account')}>
        <TrailOf subject={`account:${user.id}`} />
      </Section>
    </Page>
  )
}
