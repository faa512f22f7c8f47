import type { IdentityRoutes, Session } from '#contract/identity'
import { bearToken, openWire, ProblemError, whenSignedOut } from '#ui'
import { forget, type KeptPerson, keep, kept, wipe } from './kept.ts'
import { noteReach, setState } from './state.ts'

const ask = openWire<IdentityRoutes>()

/** How long a phone may be used without meeting the office, in days; then the copy goes and somebody must sign in. */
const leaseDays = 14

/** Reads who signed in on this phone. A lease that ran out takes the copy along, not what waits to be sent. */
export async function readPerson(): Promise<void> {
  const person = await kept('person')
  if (!person) return setState({ person: null })
  if (Date.now() - person.confirmedAt > leaseDays * 86_400_000) {
    for (const part of ['list', 'records', 'fetching'] as const) await forget(part)
    return setState({ person: { ...person, may: [] }, session: 'ended', trouble: leaseEnded })
  }
  setState({ person })
}

const leaseEnded = `超过${leaseDays}天没有连接系统，本机的台账已清除。请联网登录后重新获取；未上传的记录仍然保留。`

/** Asks the office whether the session still stands. Without a signal nothing changes. */
export async function confirmSession(): Promise<boolean> {
  try {
    await admit(await ask('GET /api/identity/session'))
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    noteReach(error.problem)
    return false
  }
}

/** Signs in; whoever else's records wait on this phone keep waiting. */
export async function signIn(account: string, password: string): Promise<void> {
  const session = await ask('POST /api/identity/session', { body: { account, password } })
  if (session.mustChangePassword) throw new ProblemError({ ...changeFirst, requestId: '' })
  await admit(session)
}

const changeFirst = {
  type: 'about:blank',
  title: 'must-change-password',
  status: 403,
  code: 'must-change-password',
  sentence: '首次登录或者密码到期的，请先在电脑办公端修改密码，再登录现场端。',
}

async function admit(session: Session): Promise<void> {
  noteReach(null)
  bearToken(session.csrfToken)
  const person: KeptPerson = {
    id: session.user.id,
    name: session.user.name,
    unit: session.unit?.name ?? session.officeName,
    may: session.may,
    productName: session.productName,
    officeName: session.officeName,
    confirmedAt: Date.now(),
  }
  await keep('person', person)
  setState({ person, session: session.mustChangePassword ? 'ended' : 'open' })
}

/** Signs out and wipes the phone: copy, queue and photos. Without a signal the session itself ends on the server by its own time. */
export async function signOut(): Promise<void> {
  await ask('DELETE /api/identity/session').catch(() => null)
  await wipe()
  // What is in memory goes with the page.
  location.replace('#/')
  location.reload()
}

whenSignedOut(() => setState({ session: 'ended' }))
