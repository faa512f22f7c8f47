import { useMay } from '#card/identity'
import { AskOnce } from '#ui'
import type { FirstPassword, User } from '../../contract.ts'
import { ask, useSay } from './wire.ts'

/** What may be done to an account; only what the reader's roles allow is there. */
export function UserActs({
  user,
  onChanged,
  onFirst,
  onLatest,
}: {
  user: User
  onChanged: (user: User) => void
  onFirst: (first: FirstPassword) => void
  onLatest: () => void
}) {
  const say = useSay()
  const may = {
    disable: useMay('identity.disable-user'),
    enable: useMay('identity.enable-user'),
    unlock: useMay('identity.unlock-user'),
    reset: useMay('identity.reset-password'),
  }
  const params = { id: user.id }
  const name = { name: user.name }
  const body = (reason: string) => ({ reason, version: user.version })
  return (
    <>
      {user.state === 'locked' && may.unlock ? (
        <AskOnce
          button={say('user.unlock')}
          title={say('user.unlock.title', name)}
          verb={say('user.unlock')}
          send={(reason, key) => ask('POST /api/identity/users/:id/unlock', { params, body: body(reason), key })}
          done={onChanged}
          onLatest={onLatest}
        >
          <p>{say('user.unlock.text')}</p>
        </AskOnce>
      ) : null}
      {user.state !== 'disabled' && may.reset ? (
        <AskOnce
          button={say('user.reset')}
          title={say('user.reset.title', name)}
          verb={say('user.reset')}
          send={(reason, key) => ask('POST /api/identity/users/:id/password', { params, body: body(reason), key })}
          done={onFirst}
          onLatest={onLatest}
        >
          <p>{say('user.reset.text')}</p>
        </AskOnce>
      ) : null}
      {user.state === 'disabled' ? (
        may.enable ? (
          <AskOnce
            button={say('user.enable')}
            title={say('user.enable.title', name)}
            verb={say('user.enable')}
            send={(reason, key) => ask('POST /api/identity/users/:id/enable', { params, body: body(reason), key })}
            done={onChanged}
            onLatest={onLatest}
          />
        ) : null
      ) : may.disable ? (
        <AskOnce
          danger
          button={say('user.disable')}
          title={say('user.disable.title', name)}
          verb={say('user.disable')}
          send={(reason, key) => ask('POST /api/identity/users/:id/disable', { params, body: body(reason), key })}
          done={onChanged}
          onLatest={onLatest}
        >
          <p>{say('user.disable.text')}</p>
        </AskOnce>
      ) : null}
    </>
  )
}
