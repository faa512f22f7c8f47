import { Notice } from '#ui'
import type { FirstPassword } from '../../contract.ts'
import { useSay } from './wire.ts'

/** The first password, this once. */
export function FirstPasswordNotice({ first }: { first: FirstPassword }) {
  const say = useSay()
  return (
    <Notice tone="good" title={say('user.first.title', { name: first.user.name })}>
      <p className="first-password">{first.firstPassword}</p>
      <p>{say('user.first.text')}</p>
    </Notice>
  )
}
