import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { type Actor, aRunner, defineAct, type Permit, type Runner, upToDate } from '#platform/acts'
import { aClock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { type Anchor, verifyTrail } from '#platform/trail'

const region = 622900
const key = Buffer.alloc(32, 3)
const ma: Actor = { id: 'ma', name: '马演示', via: 'office' }
const mu: Actor = { id: 'mu', name: '牟演示', via: 'office' }

let database: Awaited<ReturnType<typeof aDatabase<unknown>>>
let runner: Runner
let anchored: Anchor | null = null
const heard: unknown[] = []

/** An invented act: writing a setting. 「空」 is refused after it was written, so that what it leaves behind shows. */
const write = defineAct({
  word: 'test.write',
  label: '写设置',
  part: '演示',
  input: z.object({ name: z.string().min(1), value: z.string(), version: z.string().optional() }),
  place: async (_, input) => (input.name.startsWith('东乡') ? 622926 : null),
  run: async (context, input) => {
    if (input.version !== undefined) {
      const looked = await upToDate(context, { kind: 'setting', id: input.name }, input.version)
      if (!looked.done) return looked
    }
    await sql`
      insert into platform.setting (region_code, name, value) values (${region}, ${input.name}, ${JSON.stringify(input.value)})
      on conflict (region_code, name) do update set value = excluded.value`.execute(context.tx)
    if (input.value === '空') return refuse({ code: 'nothing-written', basis: '演示规定 第一条' })
    await context.announce({ fact: 'setting-written', name: input.name })
    return done({
      reply: { wrote: input.value },
      subject: { kind: 'setting', id: input.name, label: input.name },
      sentence: `将设置“${input.name}”写为“${input.value}”`,
    })
  },
})

const permit: Permit = async (_, { actor, place }) =>
  actor.id === 'mu' && place !== 622926 ? refuse({ code: 'not-permitted' }) : done(['registrar'])

beforeAll(async () => {
  database = await aDatabase()
  runner = aRunner({
    kysely: database.app.kysely,
    key,
    clock: aClock(plainDate('2026-11-22')),
    permit,
    listeners: { 'setting-written': [async (_, fact) => void heard.push(fact)] },
    anchor: (_, anchor) => {
      anchored = anchor
    },
  })
})
afterAll(() => database.drop())
beforeEach(() => heard.splice(0))

let next = 0
const ask = (actor = ma, idempotencyKey = `key-${++next}`) => ({ region, actor, idempotencyKey })
const setting = async (name: string) => {
  const { rows } = await database.app.pool.query<{ value: string }>('select value from platform.setting where name = $1', [name])
  return rows[0]?.value
}
const entries = async () => (await database.app.pool.query<{ n: number }>('select count(*) as n from trail.entry')).rows[0]!.n

describe('the act runner', () => {
  it('saves, writes the trail and tells listeners in one transaction', async () => {
    const before = await entries()
    expect(await runner.run(write, ask(), { name: '甲', value: '一' })).toEqual(done({ wrote: '一' }))
    expect(await setting('甲')).toBe('一')
    expect(await entries()).toBe(before + 1)
    expect(heard).toEqual([{ fact: 'setting-written', name: '甲' }])
    expect(anchored?.n).toBe(before + 1)
  })

  it('leaves nothing behind but its answer when the rule refuses, and answers so again', async () => {
    const before = await entries()
    const refused = refuse({ code: 'nothing-written', basis: '演示规定 第一条' })
    const key = ask()
    expect(await runner.run(write, key, { name: '乙', value: '空' })).toEqual(refused)
    expect(await runner.run(write, key, { name: '乙', value: '空' })).toEqual(refused)
    expect(await setting('乙')).toBeUndefined()
    expect(await entries()).toBe(before)
  })

  it('does the same request once, though it comes many times at once', async () => {
    const before = await entries()
    const key = ask()
    const answers = await Promise.all(Array.from({ length: 8 }, () => runner.run(write, key, { name: '丙', value: '三' })))
    expect(answers).toEqual(Array.from({ length: 8 }, () => done({ wrote: '三' })))
    expect(await entries()).toBe(before + 1)
  })

  it('refuses a key that stood for something else, but each actor has keys of their own', async () => {
    const key = ask()
    await runner.run(write, key, { name: '丁', value: '四' })
    expect(await runner.run(write, key, { name: '丁', value: '五' })).toEqual(refuse({ code: 'key-reused' }))
    expect((await runner.run(write, { ...key, actor: { ...ma, id: 'other' } }, { name: '丁', value: '五' })).done).toBe(true)
  })

  it('asks the permission about the place of the deed', async () => {
    expect(await runner.run(write, ask(mu), { name: '东乡设置', value: '一' })).toMatchObject({ done: true })
    expect(await runner.run(write, ask(mu), { name: '临夏设置', value: '一' })).toEqual(
      refuse({ code: 'not-permitted', act: '写设置' }),
    )
    expect(await setting('临夏设置')).toBeUndefined()
  })

  it('names each field that is wrong, in Chinese', async () => {
    const refused = await runner.run(write, ask(), { name: '', value: 3 })
    expect(refused).toMatchObject({ done: false, refusal: { code: 'input-invalid' } })
    expect(refused.done ? {} : (refused.refusal as never as { fields: object }).fields).toEqual({
      name: expect.stringMatching(/[一-鿿]/),
      value: expect.stringMatching(/[一-鿿]/),
    })
  })

  it('tells who looked at an old version what was done since', async () => {
    await runner.run(write, ask(), { name: '戊', value: '一', version: '0' })
    const stale = await runner.run(write, ask(), { name: '戊', value: '二', version: '0' })
    expect(stale).toMatchObject({ refusal: { code: 'stale', changes: [expect.stringContaining('马演示将设置“戊”写为“一”')] } })
    const { rows } = await database.app.pool.query<{ n: number }>(`select max(n) as n from trail.entry where subject_id = '戊'`)
    expect((await runner.run(write, ask(), { name: '戊', value: '二', version: String(rows[0]!.n) })).done).toBe(true)
  })

  it('puts many acts at once into one unbroken chain', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => runner.run(write, ask(), { name: `并${i}`, value: '一' })))
    expect(await verifyTrail(database.app.pool, key, region, anchored)).toMatchObject({ ok: true, firstBad: null })
  })

  it('keeps of an input only a keyed digest', async () => {
    await runner.run(write, ask(), { name: '口令', value: 'Secret#9981' })
    const { rows } = await database.owner.pool.query(
      `select * from platform.reply where word = 'test.write' and reply::text not like '%Secret%'`,
    )
    expect(rows.some((row) => JSON.stringify(row).includes('Secret#9981'))).toBe(false)
  })
})
