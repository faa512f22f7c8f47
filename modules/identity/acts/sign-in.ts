import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { nobodysHash, passwordMatches } from '../hashing.ts'
import { passwordPolicy } from '../rules/password.ts'
import { accountSubject, digestOfToken } from '../store.ts'

/** What came of trying to sign in. A failure is a deed too: it counts, and it stands in the trail. */
export type SignedIn =
  | { readonly signedIn: true; readonly person: string; readonly session: string; readonly token: string }
  | { readonly signedIn: false; readonly refusal: { readonly code: string; readonly left?: number; readonly until?: string } }

/**
 * 登录 with account and password. Takes as long for an unknown account as for a known one, and says the same.
 * After five wrong tries the account is locked for half an hour.
 */
export const signIn = defineAct({
  word: 'identity.sign-in',
  label: '登录',
  part: '我的账号',
  input: z.object({ account: z.string(), password: z.string(), address: z.string(), browser: z.string() }),
  keep: (reply: SignedIn): SignedIn => (reply.signedIn ? { ...reply, token: '' } : reply),
  run: async ({ tx, region, now }, input) => {
    const { rows } = await sql<{
      id: string
      name: string
      account: string
      password_hash: string
      disabled_at: Date | null
      failures: number
      locked_until: Date | null
    }>`
      select id, name, account, password_hash, disabled_at, failures, locked_until
      from identity.person
      where region_code = ${region} and account = ${input.account}
      for update`.execute(tx)
    const person = rows[0]
    const matches = await passwordMatches(person?.password_hash ?? nobodysHash, input.password)
    const subject = person ? accountSubject(person) : null
    const failed = (refusal: { code: string; left?: number; until?: string }, why: string) =>
      done({
        reply: { signedIn: false, refusal } as SignedIn,
        subject,
        sentence: `登录未成功：${why}`,
        facts: { account: input.account },
      })
    if (!person) return failed({ code: 'password-wrong' }, '账号不存在')
    if (person.locked_until !== null && person.locked_until > now) {
      return failed({ code: 'account-locked', until: clockTime(person.locked_until) }, '账号在锁定期内')
    }
    if (!matches) {
      const failures = person.failures + 1
      const locks = failures >= passwordPolicy.tries
      const until = new Date(now.getTime() + passwordPolicy.lockedMinutes * 60_000)
      await sql`
        update identity.person
        set failures = ${locks ? 0 : failures}, locked_until = ${locks ? until : null}
        where region_code = ${region} and id = ${person.id}`.execute(tx)
      if (locks) return failed({ code: 'account-locked', until: clockTime(until) }, '密码连续输错，账号锁定')
      return failed({ code: 'password-wrong', left: passwordPolicy.tries - failures }, '密码不正确')
    }
    if (person.disabled_at !== null) return failed({ code: 'account-disabled' }, '账号已停用')
    const session = uuidv7()
    const token = randomBytes(32).toString('base64url')
    await sql`
      insert into identity.session
        (region_code, id, person_id, token_digest, csrf_token, since, last_used_at, address, browser)
      values
        (${region}, ${session}, ${person.id}, ${digestOfToken(token)}, ${randomBytes(24).toString('base64url')}, ${now}, ${now},
         ${input.address}, ${input.browser})`.execute(tx)
    await sql`
      update identity.person set failures = 0, locked_until = null, last_sign_in_at = ${now}
      where region_code = ${region} and id = ${person.id}`.execute(tx)
    return done({ reply: { signedIn: true, person: person.id, session, token } as SignedIn, subject, sentence: '登录' })
  },
})

/** 退出登录, or ending another session of one's own (结束登录). Refuses session-unknown. */
export const endSession = defineAct({
  word: 'identity.end-session',
  label: '结束登录',
  part: '我的账号',
  input: z.object({ id: z.string().max(64) }),
  run: async ({ tx, region, actor, now }, input) => {
    const { rows } = await sql<{ id: string; name: string; account: string }>`
      update identity.session s set ended_at = ${now}
      from identity.person p
      where s.region_code = ${region} and s.id::text = ${input.id} and s.person_id::text = ${actor.id} and s.ended_at is null
        and p.region_code = s.region_code and p.id = s.person_id
      returning p.id, p.name, p.account`.execute(tx)
    if (!rows[0]) return refuse({ code: 'session-unknown' })
    return done({ reply: null, subject: accountSubject(rows[0]), sentence: '退出登录' })
  },
})

/** `14:30` in Asia/Shanghai. */
function clockTime(moment: Date): string {
  return moment.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false })
}
