import { andThen, done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import type { Permissions } from '#modules/roles'
import type { Act } from '#platform/acts'
import type { Frame, Handlers } from '#platform/http'
import { changePassword } from './acts/change-password.ts'
import { grantRole, withdrawRole } from './acts/roles.ts'
import { endSession, type SignedIn } from './acts/sign-in.ts'
import { createUser, disableUser, enableUser, resetPassword, unlockUser } from './acts/users.ts'
import type { FirstPassword, IdentityRoutes, Session, User } from './contract.ts'
import { matrixOf } from './reads/matrix.ts'
import { openSessions, personOfToken, type SignedInPerson } from './reads/session.ts'
import { sessionCard } from './reads/session-card.ts'
import { usersBy } from './reads/users.ts'
import { passwordSentences } from './rules/password.ts'
import { openWords } from './rules/reach.ts'

/** What identity's own routes need of the face beyond the ordinary frame. */
export interface IdentityFrame extends Frame<SignedInPerson> {
  readonly permissions: Permissions
  readonly acts: readonly Pick<Act<never, never>, 'word' | 'label' | 'part' | 'secondPerson'>[]
  /** Names and settings shown on every page. */
  readonly productName: string
  readonly officeName: () => Promise<string>
  readonly signIn: (call: {
    account: string
    password: string
    address: string
    browser: string
  }) => Promise<Outcome<SignedIn, Refusal>>
  readonly cookie: { readonly name: string; readonly secure: boolean }
}

export function identityHandlers(frame: IdentityFrame): Handlers<IdentityRoutes, SignedInPerson> {
  const { db, region, clock } = frame
  const sessionOf = async (who: SignedInPerson): Promise<Outcome<Session, Refusal>> =>
    done(
      await sessionCard(db, region, who, {
        may: openWords(who.held, frame.permissions, clock.today()),
        productName: frame.productName,
        officeName: await frame.officeName(),
        clock,
      }),
    )
  const userBy = async (id: string): Promise<Outcome<User, Refusal>> => {
    const { rows } = await usersBy(db, region, { id, limit: 1 }, { now: clock.now(), today: clock.today() })
    return rows[0] ? done(rows[0]) : refuse({ code: 'user-unknown' })
  }
  const change = async <Input>(
    { who, key }: { who: SignedInPerson; key: string },
    act: Act<Input, { id: string }>,
    input: unknown,
  ): Promise<Outcome<User, Refusal>> => {
    const ran = await frame.act(who, key, act, input)
    return ran.done ? userBy(ran.value.id) : ran
  }
  const withPassword = async (
    ran: Outcome<{ id: string; firstPassword: string }, Refusal>,
  ): Promise<Outcome<FirstPassword, Refusal>> => {
    if (!ran.done) return ran
    return andThen(await userBy(ran.value.id), (user) => done({ user, firstPassword: ran.value.firstPassword }))
  }
  return {
    'GET /api/identity/welcome': async () =>
      done({
        productName: frame.productName,
        officeName: await frame.officeName(),
        today: clock.today(),
        demonstration: clock.demonstration,
      }),
    'POST /api/identity/session': async ({ body, request, reply }) => {
      const tried = await frame.signIn({ ...body, address: request.ip, browser: browserOf(request.headers['user-agent']) })
      if (!tried.done) return tried
      if (!tried.value.signedIn) return refuse(tried.value.refusal)
      reply.setCookie(frame.cookie.name, tried.value.token, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: frame.cookie.secure,
      })
      const who = await personOfToken(db, region, tried.value.token, clock.now())
      return who.done ? sessionOf(who.value) : who
    },
    'GET /api/identity/session': ({ who }) => sessionOf(who),
    'DELETE /api/identity/session': async ({ who, key, reply }) => {
      const ended = await frame.act(who, key, endSession, { id: who.session })
      reply.clearCookie(frame.cookie.name, { path: '/' })
      return ended.done ? done(undefined) : ended
    },
    'GET /api/identity/password/rules': async () => done({ sentences: passwordSentences() }),
    'PUT /api/identity/password': async ({ who, key, body }) => {
      const changed = await frame.act(who, key, changePassword, { ...body, session: who.session })
      if (!changed.done) return changed
      return sessionOf({ ...who, mustChangePassword: false, passwordSetAt: clock.now() })
    },
    'GET /api/identity/sessions': async ({ who }) => {
      const rows = await openSessions(db, region, who.id, clock.now())
      return done({
        rows: rows.map((row) => ({
          ...row,
          current: row.id === who.session,
          since: row.since.toISOString(),
          lastUsedAt: row.lastUsedAt.toISOString(),
        })),
      })
    },
    'DELETE /api/identity/sessions/:id': async ({ who, key, params }) => {
      const ended = await frame.act(who, key, endSession, params)
      return ended.done ? done(undefined) : ended
    },
    'GET /api/identity/users': ({ who, query }) =>
      frame.see(who, 'identity.see', async () =>
        done(await usersBy(db, region, { ...query, after: query.cursor }, { now: clock.now(), today: clock.today() })),
      ),
    'POST /api/identity/users': async ({ who, key, body }) => withPassword(await frame.act(who, key, createUser, body)),
    'GET /api/identity/users/:id': ({ who, params }) => frame.see(who, 'identity.see', () => userBy(params.id)),
    'POST /api/identity/users/:id/disable': (call) => change(call, disableUser, { ...call.body, ...call.params }),
    'POST /api/identity/users/:id/enable': (call) => change(call, enableUser, { ...call.body, ...call.params }),
    'POST /api/identity/users/:id/unlock': (call) => change(call, unlockUser, { ...call.body, ...call.params }),
    'POST /api/identity/users/:id/password': async ({ who, key, params, body }) =>
      withPassword(await frame.act(who, key, resetPassword, { ...body, ...params })),
    'POST /api/identity/users/:id/roles': (call) => change(call, grantRole, { ...call.body, ...call.params }),
    'POST /api/identity/users/:id/roles/:grant/withdraw': (call) => change(call, withdrawRole, { ...call.body, ...call.params }),
    'GET /api/identity/roles': ({ who }) => frame.see(who, 'identity.see', async () => done(matrixOf(frame))),
  }
}

/** The browser in plain words; nothing else of the user agent is kept. */
function browserOf(agent: string | undefined): string {
  const found =
    /(QAXBrowser|QIHU 360\w*|MicroMessenger|Edg|Chrome|Firefox|Version(?=.*Safari))\/?\s?(\d+)?/u.exec(agent ?? '') ?? []
  const names: Readonly<Record<string, string>> = {
    QAXBrowser: '奇安信浏览器',
    MicroMessenger: '微信',
    Edg: 'Edge 浏览器',
    Chrome: 'Chrome 内核浏览器',
    Firefox: '火狐浏览器',
    Version: 'Safari 浏览器',
  }
  const name = names[found[1] ?? ''] ?? (found[1]?.startsWith('QIHU') ? '360浏览器' : '其他浏览器')
  return found[2] ? `${name} ${found[2]}` : name
}
