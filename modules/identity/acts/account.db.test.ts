import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainDate } from '#kernel/time'
import { type Act, aRunner } from '#platform/acts'
import { aClock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { permitBy } from '../permit.ts'
import { personOfToken } from '../reads/session.ts'
import { usersBy } from '../reads/users.ts'
import { changePassword } from './change-password.ts'
import { grantRole } from './roles.ts'
import { endSession, signIn } from './sign-in.ts'
import { createUser, disableUser } from './users.ts'

const region = 622900
const clock = aClock(plainDate('2026-11-22'))
const [password, wrong] = ['黄河之水天上来A7k', '不是这个密码']
let database: Awaited<ReturnType<typeof aDatabase<unknown>>>
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.drop())

async function run<Input, Reply>(act: Act<Input, Reply>, input: unknown, actor?: string) {
  const runner = aRunner({
    kysely: database.app.kysely,
    key: Buffer.alloc(32, 7),
    clock,
    permit: permitBy({ [act.word]: 'everyone' }),
  })
  const who = actor
    ? ({ id: actor, name: '马演示', via: 'office' } as const)
    : ({ id: 'os:t', name: '测试员', via: 'command-line' } as const)
  const ran = await runner.run(act, { region, actor: who, idempotencyKey: uuidv7() }, input)
  if (!ran.done) throw new Error(ran.refusal.code)
  return ran.value
}

const lookAt = async (id: string) => {
  const { rows } = await usersBy(database.app.kysely, region, { id, limit: 1 }, { now: clock.now(), today: clock.today() })
  return rows[0]!
}

const tryAs = (account: string, secret: string) =>
  run(signIn, { account, password: secret, address: '127.0.0.1', browser: '测试' })

describe('who has a person’s page open', () => {
  it('is not out of date because the person signed in, failed to, changed the password and left', async () => {
    const { id, firstPassword } = await run(createUser, { account: 'ma', name: '马演示', unit: null })
    const looked = await lookAt(id)
    await tryAs('ma', wrong)
    const signed = await tryAs('ma', firstPassword)
    if (!signed.signedIn) throw new Error(signed.refusal.code)
    await run(changePassword, { current: firstPassword, next: password, session: signed.session }, id)
    const there = await personOfToken(database.app.kysely, region, signed.token, clock.now())
    expect(there.done).toBe(true)
    await run(endSession, { id: signed.session }, id)
    expect((await lookAt(id)).version).toBe(looked.version)
    await run(disableUser, { id, version: looked.version, reason: '演示：调离' })
    expect((await lookAt(id)).state).toBe('disabled')
  })

  it('is out of date once another administrator gave a role', async () => {
    const { id } = await run(createUser, { account: 'li', name: '李演示', unit: null })
    const { version } = await lookAt(id)
    const grant = { id, role: 'staff', unit: null, place: null, from: '2026-01-01', to: null, version }
    await run(grantRole, grant)
    await expect(run(disableUser, { id, version, reason: '演示' })).rejects.toThrow('stale')
  })

  it('finds the sign-ins in the trail under the account', async () => {
    const { rows } = await database.app.pool.query<{ sentence: string }>(
      `select detail->>'sentence' as sentence
       from trail.entry join trail.detail using (region_code, n)
       where subject_kind = 'account' and detail->>'subject' = '马演示（ma）' order by n`,
    )
    expect(rows.map((row) => row.sentence)).toEqual(['登录未成功：密码不正确', '登录', '修改了自己的密码', '退出登录'])
  })
})
