import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { done } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { type Act, aRunner, defineAct } from '#platform/acts'
import type { Clock } from '#platform/clock'
import { aDatabase } from '#platform/database/testing'
import { verifyTrail } from '#platform/trail'
import { erasures } from '../reads/erasures.ts'
import { trailEntries } from '../reads/trail.ts'
import { approveErasure, proposeErasure, returnErasure, withdrawErasure } from './erasures.ts'

const region = 622900
const key = Buffer.alloc(32, 9)
let day = '2026-01-05'
const clock: Clock = { now: () => new Date(`${day}T02:00:00Z`), today: () => plainDate(day), demonstration: false }
let database: Awaited<ReturnType<typeof aDatabase<unknown>>>
beforeAll(async () => {
  database = await aDatabase()
  for (const name of ['甲', '乙', '丙', '丁']) await run(noteTip, { name })
  day = '2026-08-01'
  await run(noteTip, { name: '戊' })
})
afterAll(() => database.drop())

const noteTip = defineAct({
  word: 'test.note',
  label: '登记',
  part: '测试',
  input: z.object({ name: z.string() }),
  run: async (_, { name }) => done({ reply: null, subject: null, sentence: `登记了马演示${name}的来信` }),
})

async function tried<Input, Reply>(act: Act<Input, Reply>, input: unknown, by = 'auditor') {
  const runner = aRunner({ kysely: database.app.kysely, key, clock, permit: async () => done([]) })
  return runner.run(act, { region, actor: { id: by, name: by, via: 'office' }, idempotencyKey: uuidv7() }, input)
}
async function run<Input, Reply>(act: Act<Input, Reply>, input: unknown, by?: string): Promise<Reply> {
  const ran = await tried(act, input, by)
  if (!ran.done) throw new Error(ran.refusal.code)
  return ran.value
}
const look = async (id: string, by = 'auditor') =>
  (await erasures(database.app.kysely, region, by)).find((erasure) => erasure.id === id)!
const found = async (text: string) =>
  (await trailEntries(database.app.kysely, region, { text, limit: 50 }, (word) => word)).rows.map(({ n }) => n)
const reason = '演示：本人书面要求删除'
const verdict = () => verifyTrail(database.app.pool, key, region, null)

it('words go when another person than who asked says so; the chain stays whole and says how many went', async () => {
  expect(await found('马演示')).toEqual([5, 4, 3, 2, 1])
  const { id } = await run(proposeErasure, { entries: '1-2、4', reason })
  const asked = await look(id)
  expect(asked).toMatchObject({ entries: '1-2,4', count: 3, state: 'proposed', words: [{ n: 1 }, { n: 2 }, { n: 4 }] })
  expect(asked.next.map(({ act, sentence }) => [act, sentence === null])).toEqual([
    ['approve', false],
    ['return', false],
    ['withdraw', true],
  ])
  expect(await tried(approveErasure, { id, version: asked.version })).toMatchObject({ refusal: { code: 'same-person' } })
  expect(await verdict()).toMatchObject({ ok: true, erased: 0 })
  await run(approveErasure, { id, version: asked.version }, 'security')
  expect(await found('马演示')).toEqual([5, 3])
  expect(await look(id)).toMatchObject({ state: 'erased', decider: 'security', words: [], next: [] })
  expect(await verdict()).toMatchObject({ ok: true, entries: 7, erased: 3 })
  const { rows } = await trailEntries(database.app.kysely, region, { limit: 50 }, (word) => word)
  expect(rows.find(({ n }) => n === 4)).toMatchObject({ sentence: '（明细已依法删除）', actor: { name: 'auditor' } })
  expect(rows[0]!.sentence).toBe('批准auditor的申请，删除第1-2,4条操作日志的明细（共3条）')
})

it('refuses what is young, gone, no number, or the proof of an erasing', async () => {
  for (const [entries, code] of [
    ['3-5', 'details-unknown'],
    ['3、5', 'details-to-be-kept'],
    ['6', 'details-prove-erasure'],
    ['700', 'details-unknown'],
    ['全部', 'entries-malformed'],
    ['1-600', 'entries-malformed'],
  ] as const)
    expect(await tried(proposeErasure, { entries, reason })).toMatchObject({ refusal: { code } })
})

it('is returned by the other, or withdrawn by who asked and nobody else', async () => {
  const first = await run(proposeErasure, { entries: '3', reason })
  const { version } = await look(first.id)
  expect(await tried(withdrawErasure, { id: first.id, version, reason }, 'other')).toMatchObject({
    refusal: { code: 'not-proposer' },
  })
  await run(returnErasure, { id: first.id, version, reason: '演示：依据不足' }, 'security')
  expect(await tried(approveErasure, { id: first.id, version }, 'security')).toMatchObject({ refusal: { code: 'stale' } })
  const second = await run(proposeErasure, { entries: '3', reason })
  await run(withdrawErasure, { id: second.id, version: (await look(second.id)).version, reason: '演示：误提' })
  expect((await look(second.id)).state).toBe('withdrawn')
  expect(await found('马演示丙')).toEqual([3])
})

it('an erasure whose words went another way meanwhile is refused', async () => {
  const [one, two] = [await run(proposeErasure, { entries: '3', reason }), await run(proposeErasure, { entries: '3', reason })]
  await run(approveErasure, { id: one.id, version: (await look(one.id)).version }, 'security')
  expect(await tried(approveErasure, { id: two.id, version: (await look(two.id)).version }, 'security')).toMatchObject({
    refusal: { code: 'details-unknown' },
  })
  expect(await verdict()).toMatchObject({ ok: true, erased: 4 })
})
