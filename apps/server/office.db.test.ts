import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditRoutes } from '#modules/audit'
import { identityRoutes } from '#modules/identity'
import { patentRoutes } from '#modules/patents'
import { regionRoutes } from '#modules/regions'
import { unitRoutes } from '#modules/units'
import { type OfficeUnderTest, startOffice, Visitor } from './testing/index.ts'

let office: OfficeUnderTest
let admin: Visitor
beforeAll(async () => {
  office = await startOffice()
  admin = new Visitor(office.url)
})
afterAll(() => office.close())

describe('signing in', () => {
  it('is refused without a word about which of the two was wrong', async () => {
    const stranger = new Visitor(office.url)
    const [unknown, known] = [
      await stranger.ask('POST /api/identity/session', { account: 'nobody', password: 'x' }),
      await stranger.ask('POST /api/identity/session', { account: 'admin', password: 'x' }),
    ]
    expect([unknown.status, known.status]).toEqual([401, 401])
    expect(unknown.body).toMatchObject({ code: 'password-wrong', sentence: known.body.sentence, requestId: expect.any(String) })
  })

  it('opens nothing but the change of the first password', async () => {
    const first = await admin.ask('POST /api/identity/session', office.logIn)
    expect(first.body).toMatchObject({ mustChangePassword: true, user: { account: 'admin' } })
    expect((await admin.ask('GET /api/units')).body).toMatchObject({ code: 'must-change-password' })
    const weak = await admin.ask('PUT /api/identity/password', { current: office.logIn.password, next: 'admin12345' })
    expect(weak.status).toBe(422)
    const changed = await admin.ask('PUT /api/identity/password', { current: office.logIn.password, next: '大夏河畔春来早A7k' })
    expect(changed.body).toMatchObject({ mustChangePassword: false })
    expect((await admin.ask('GET /api/units')).status).toBe(200)
    const back = await admin.ask('PUT /api/identity/password', { current: '大夏河畔春来早A7k', next: office.logIn.password })
    expect(back.body).toMatchObject({ code: 'password-used-before' })
  })

  it('locks the account after five wrong tries, until the security admin unlocks it', async () => {
    const made = await admin.ask('POST /api/identity/users', { account: 'suo', name: '锁演示', unit: null })
    const stranger = new Visitor(office.url)
    const tries = []
    for (let i = 0; i < 6; i++)
      tries.push((await stranger.ask('POST /api/identity/session', { account: 'suo', password: `no${i}` })).body.code)
    expect(tries).toEqual([
      'password-wrong',
      'password-wrong',
      'password-wrong',
      'password-wrong',
      'account-locked',
      'account-locked',
    ])
    const right = await stranger.ask('POST /api/identity/session', { account: 'suo', password: made.body.firstPassword })
    expect(right.body).toMatchObject({ code: 'account-locked', sentence: expect.stringContaining('锁定') })
    const { id } = made.body.user
    const { version } = (await admin.ask(`GET /api/identity/users/${id}`)).body
    expect((await admin.ask(`POST /api/identity/users/${id}/unlock`, { reason: '本人申请', version })).body).toMatchObject({
      state: 'active',
    })
    expect((await stranger.ask('POST /api/identity/session', { account: 'suo', password: made.body.firstPassword })).status).toBe(
      200,
    )
  })

  it('ends when the session is revoked, at once', async () => {
    const elsewhere = await new Visitor(office.url).signIn('admin', '大夏河畔春来早A7k')
    const open = (await admin.ask('GET /api/identity/sessions')).body.rows as { id: string; current: boolean }[]
    expect(open).toHaveLength(2)
    await admin.ask(`DELETE /api/identity/sessions/${open.find((one) => !one.current)!.id}`)
    expect((await elsewhere.ask('GET /api/units')).body).toMatchObject({ code: 'signed-out' })
    expect((await admin.ask('GET /api/units')).status).toBe(200)
  })
})

describe('a write', () => {
  it('needs the token of its session and a key', async () => {
    const body = { account: 'wu', name: '无演示', unit: null }
    expect((await admin.ask('POST /api/identity/users', body, { 'x-csrf-token': 'wrong' })).body).toMatchObject({
      code: 'csrf-mismatch',
    })
    expect((await admin.ask('POST /api/identity/users', body, { 'idempotency-key': '' })).body).toMatchObject({
      code: 'key-missing',
    })
  })

  it('told twice under one key is done once, and a first password is told once', async () => {
    const key = { 'idempotency-key': 'the-same-key-1' }
    const first = await admin.ask('POST /api/identity/users', { account: 'er', name: '二演示', unit: null }, key)
    const second = await admin.ask('POST /api/identity/users', { account: 'er', name: '二演示', unit: null }, key)
    expect(second.body.user.id).toBe(first.body.user.id)
    expect(first.body.firstPassword).toMatch(/^\S{12}$/)
    expect(second.body.firstPassword).not.toBe(first.body.firstPassword)
  })

  it('names what is wrong with each field in Chinese', async () => {
    const wrong = await admin.ask('POST /api/identity/users', { account: '', name: 3, unit: null })
    expect(wrong.status).toBe(400)
    expect(wrong.headers.get('content-type')).toContain('application/problem+json')
    expect(Object.keys(wrong.body.fields)).toEqual(['account', 'name'])
    expect(JSON.stringify(wrong.body.fields)).toMatch(/[一-鿿]/)
  })

  it('on an old version is refused and told what changed', async () => {
    const { body } = await admin.ask('POST /api/identity/users', { account: 'jiu', name: '旧演示', unit: null })
    const { id, version } = body.user
    expect((await admin.ask(`POST /api/identity/users/${id}/disable`, { reason: '调离', version })).body).toMatchObject({
      state: 'disabled',
    })
    const stale = await admin.ask(`POST /api/identity/users/${id}/enable`, { reason: '回来', version })
    expect(stale.status).toBe(409)
    expect(stale.body.changes[0]).toContain('停用“旧演示”的账号')
  })
})

describe('roles', () => {
  const roleOf = async (account: string, role: string, place: string | null = null) => {
    const { body } = await admin.ask('POST /api/identity/users', { account, name: `${account}演示`, unit: null })
    const granted = await admin.ask(`POST /api/identity/users/${body.user.id}/roles`, {
      role,
      unit: null,
      place,
      from: '2020-01-01',
      to: null,
      version: (await admin.ask(`GET /api/identity/users/${body.user.id}`)).body.version,
    })
    expect(granted.status).toBe(200)
    return { id: body.user.id as string, visitor: await new Visitor(office.url).signIn(account, body.firstPassword) }
  }

  it('open their own acts and nothing else', async () => {
    const { visitor } = await roleOf('yuan', 'staff')
    expect((await visitor.ask('GET /api/units')).status).toBe(200)
    expect((await visitor.ask('GET /api/audit/trail')).body).toMatchObject({ status: 403, code: 'not-permitted' })
    expect((await visitor.ask('POST /api/identity/users', { account: 'x9', name: '演示', unit: null })).body).toMatchObject({
      code: 'not-permitted',
    })
    expect((await visitor.ask('GET /api/identity/session')).body.may).not.toContain('identity.create-user')
  })

  it('cannot be given to oneself, and end on their last day', async () => {
    const { id, visitor } = await roleOf('anquan', 'security-admin')
    const me = { role: 'auditor', unit: null, place: null, from: '2020-01-01', to: null, version: '999999' }
    expect((await visitor.ask(`POST /api/identity/users/${id}/roles`, me)).body).toMatchObject({ code: 'own-roles' })
    const user = (await admin.ask(`GET /api/identity/users/${id}`)).body
    const withdrawn = await admin.ask(`POST /api/identity/users/${id}/roles/${user.roles[0].id}/withdraw`, {
      on: '2020-08-24',
      reason: '轮岗',
      version: user.version,
    })
    expect(withdrawn.body.roles).toEqual([])
    expect((await visitor.ask('POST /api/identity/users', { account: 'x8', name: '演示', unit: null })).body).toMatchObject({
      code: 'not-permitted',
    })
  })

  it('of the three sides stay apart where the office wants it so', async () => {
    await office.product.wire.pool.query(`update platform.setting set value = 'false' where name = 'identity.combine'`)
    const { id } = await roleOf('sanyuan', 'auditor')
    const version = (await admin.ask(`GET /api/identity/users/${id}`)).body.version
    const both = { role: 'system-admin', unit: null, place: null, from: '2020-01-01', to: null, version }
    expect((await admin.ask(`POST /api/identity/users/${id}/roles`, both)).body).toMatchObject({ code: 'roles-apart' })
    await office.product.wire.pool.query(`update platform.setting set value = 'true' where name = 'identity.combine'`)
    expect((await admin.ask(`POST /api/identity/users/${id}/roles`, both)).status).toBe(200)
    const trail = (await admin.ask('GET /api/audit/trail?word=identity.grant-role&limit=1')).body
    expect(trail.rows[0].sentence).toContain('该人员同时担任审计管理员、系统管理员')
  })
})

describe('units', () => {
  it('have had their names from day to day', async () => {
    const now = (await admin.ask('GET /api/units')).body.units[0]
    expect(now.name).toBe('临夏回族自治州市场监督管理局')
    const then = (await admin.ask('GET /api/units?on=2015-06-01')).body.units[0]
    expect(then.name).toContain('科学技术局')
    expect(now.series[0].example).toBe('临州市监处罚〔2020〕1号')
  })

  it('cannot be closed while parts of them are open, nor outside the prefecture', async () => {
    const [root] = (await admin.ask('GET /api/units')).body.units
    const closed = await admin.ask(`POST /api/units/${root.id}/close`, {
      on: '2020-08-25',
      reason: '演示',
      version: root.version,
    })
    expect(closed.body).toMatchObject({ code: 'has-open-parts' })
    const strange = { parent: root.id, kind: 'section', name: '演示科', sealName: '演示科', place: '620100', from: '2020-01-01' }
    expect((await admin.ask('POST /api/units', strange)).body).toMatchObject({ code: 'place-unknown' })
  })
})

describe('the frame', () => {
  it('answers health, readiness and what it is, with the headers of a careful server', async () => {
    const stranger = new Visitor(office.url)
    expect((await stranger.ask('GET /healthz')).body).toEqual({ ok: true })
    const ready = await stranger.ask('GET /readyz')
    expect(ready.body).toEqual({ ok: true })
    expect(ready.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(ready.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await stranger.ask('GET /api/nothing')).body).toMatchObject({
      code: 'not-found',
      sentence: expect.stringMatching(/[一-鿿]/),
    })
    expect((await stranger.ask('GET /api/identity/users')).body).toMatchObject({ status: 401, code: 'signed-out' })
  })

  it('describes itself in OpenAPI 3.1, every route of every contract', async () => {
    const { body } = await new Visitor(office.url).ask('GET /api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    expect(await new Validator().validate(structuredClone(body))).toMatchObject({ valid: true })
    const told = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    )
    for (const routes of [identityRoutes, unitRoutes, auditRoutes, regionRoutes, patentRoutes]) {
      expect(told).toEqual(expect.arrayContaining(Object.keys(routes)))
    }
  })

  it('keeps the trail whole through all this', async () => {
    expect((await admin.ask('GET /api/audit/verify')).body).toMatchObject({ ok: true, firstBad: null })
  })
})

describe('the demonstration', () => {
  it('lives on its own day, whatever today is: 2,683 records, 63 inventions in force', async () => {
    const demonstration = await startOffice({ demonstration: true, day: '2026-11-22' })
    try {
      const { rows } = await demonstration.product.wire.pool.query(
        `select count(*) as records,
                count(*) filter (where right_kind = 'invention' and status in ('in-force', 'in-grace')) as inventions
         from patents.record`,
      )
      expect(rows).toEqual([{ records: 2683, inventions: 63 }])
    } finally {
      await demonstration.close()
    }
  })
})
