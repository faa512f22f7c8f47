import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Outcome, Refusal } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { entriesOf } from '../reads/entries.ts'
import { entryOn } from '../rules/overlay.ts'
import { anOfficeWith, fixed, lending, region } from '../testing/office.ts'

let office: Awaited<ReturnType<typeof anOfficeWith>>
let clerk: Awaited<ReturnType<typeof office.person>>
let other: typeof clerk
let director: typeof clerk
let heard: unknown[] = []
beforeAll(async () => {
  office = await anOfficeWith([lending, fixed], {
    listeners: {
      'catalogue-changed': [
        async (_, fact) => {
          heard.push(fact)
        },
      ],
    },
  })
  clerk = await office.person('马演示', 'staff')
  other = await office.person('李演示', 'registrar')
  director = await office.person('张演示', 'director')
})
afterAll(() => office?.close())

const idOf = (outcome: Outcome<{ id: string }, Refusal>) => {
  if (!outcome.done) throw new Error(outcome.refusal.code)
  return outcome.value.id
}
const daysOn = async (entry: string, day: string) =>
  entryOn(await entriesOf(office.db, region, lending), entry, plainDate(day))?.body.days
const code = (outcome: Outcome<unknown, Refusal>) => (outcome.done ? 'done' : outcome.refusal.code)
const scan = { digest: 'ab'.repeat(32), size: 10, fileName: '签批件.pdf', kind: 'pdf' }

it('takes one person to propose a new version and another to approve it; until then nothing changes', async () => {
  heard = []
  const id = idOf(
    await office.propose(clerk, lending, { entry: 'projector', kind: 'add', validFrom: '2027-01-01', body: { days: 9 } }),
  )
  expect(await office.lastSentence()).toBe(
    '提出演示出借目录“投影仪”（projector）自2027-01-01起的版本的新增：出借9天。，变更依据：演示：依据演示文件〔2026〕1号',
  )
  expect(await daysOn('projector', '2027-06-01')).toBe(7)
  expect(code(await office.decide(clerk, 'approve', id))).toBe('not-permitted')
  expect(await office.changeOf(clerk, id)).toMatchObject({
    state: 'pending',
    beforeSentence: '出借7天。',
    afterSentence: '出借9天。',
    holdsFrom: '2027-01-01',
    differences: [
      { label: '起始日期', before: ['2020-01-01'], after: ['2027-01-01'] },
      { label: '天数', before: ['7天'], after: ['9天'] },
    ],
  })
  expect(code(await office.decide(director, 'approve', id))).toBe('done')
  expect(await daysOn('projector', '2026-12-31')).toBe(7)
  expect(await daysOn('projector', '2027-01-01')).toBe(9)
  expect(heard).toEqual([{ fact: 'catalogue-changed', catalogue: 'lending', entry: 'projector', change: id, title: '投影仪' }])
  expect((await office.changeOf(clerk, id)).deeds.map(({ label, by }) => [label, by])).toEqual([
    ['提出', '马演示'],
    ['批准', '张演示'],
  ])
  expect(code(await office.decide(director, 'approve', id))).toBe('not-in-this-state')
})

it('refuses who proposed as approver, also a director, and says so on the button', async () => {
  const id = idOf(await office.propose(director, lending, { entry: 'screen', body: { days: 4, rooms: ['101'] } }))
  expect(code(await office.decide(director, 'approve', id))).toBe('same-person')
  expect(code(await office.decide(director, 'return', id, { reason: '演示' }))).toBe('same-person')
  const buttons = (await office.changeOf(director, id)).next.map(({ act, sentence }) => [act, sentence])
  expect(buttons).toEqual([
    ['approve', '提出人与审批人不得为同一人，请由其他人员办理。'],
    ['sign', '提出人与审批人不得为同一人，请由其他人员办理。'],
    ['return', '提出人与审批人不得为同一人，请由其他人员办理。'],
    ['withdraw', null],
  ])
  expect(code(await office.decide(other, 'withdraw', id, { reason: '演示' }))).toBe('not-proposer')
  expect(code(await office.decide(director, 'withdraw', id, { reason: '演示：文件尚未印发' }))).toBe('done')
  expect(await office.lastSentence()).toMatch(/^撤回演示出借目录“幕布”.*理由：演示：文件尚未印发$/)
  expect(await daysOn('screen', '2026-11-22')).toBe(3)
})

it('takes a signature on paper from another hand than the proposer’s, with its scan', async () => {
  const id = idOf(await office.propose(clerk, lending, { entry: 'screen', body: { days: 5, rooms: ['101'] } }))
  const paper = { signedBy: '局长演示', signedOn: '2026-11-20', scan: scan.digest }
  expect(code(await office.decide(other, 'sign', id, { ...paper, scan: null }))).toBe('scan-missing')
  expect(code(await office.decide(other, 'sign', id, paper))).toBe('scan-unknown')
  expect(code(await office.run(other, office.acts.keepScan, scan))).toBe('done')
  expect(code(await office.decide(clerk, 'sign', id, paper))).toBe('same-person')
  expect(code(await office.decide(other, 'sign', id, { ...paper, signedBy: '马 演示' }))).toBe('same-person')
  expect(code(await office.decide(other, 'sign', id, { ...paper, signedOn: '2026-11-23' }))).toBe('signed-late')
  expect(code(await office.decide(other, 'sign', id, paper))).toBe('done')
  expect(await office.lastSentence()).toMatch(/^录入纸质审批（局长演示于2026-11-20签批，扫描件SHA-256 abab/)
  expect(await daysOn('screen', '2026-11-22')).toBe(5)
  expect((await office.changeOf(clerk, id)).deeds.at(-1)).toMatchObject({ act: 'sign', by: '李演示', signedBy: '局长演示' })
})

it('refuses the second of two proposals on one entry: it was held against what stands no longer', async () => {
  const first = idOf(
    await office.propose(clerk, lending, { entry: 'projector', validFrom: '2020-01-01', body: { days: 8, rooms: [] } }),
  )
  const second = idOf(
    await office.propose(other, lending, { entry: 'projector', validFrom: '2020-01-01', body: { days: 6, rooms: [] } }),
  )
  expect(code(await office.decide(director, 'approve', first))).toBe('done')
  const refused = await office.decide(director, 'approve', second)
  expect(refused).toMatchObject({ refusal: { code: 'entry-changed-since', by: expect.stringMatching(/^张演示于.*批准$/) } })
  expect(await daysOn('projector', '2026-11-22')).toBe(8)
  expect(code(await office.decide(director, 'return', second, { reason: '演示：请对照现行内容' }))).toBe('done')
  // Proposed anew by the same person against what stands now.
  const change = await office.changeOf(other, second)
  const again = { id: second, version: change.version }
  const anew = { entry: 'projector', validFrom: '2020-01-01', body: { days: 6, rooms: [] } }
  expect(code(await office.propose(clerk, lending, { ...anew, again } as never))).toBe('not-proposer')
  expect(code(await office.propose(other, lending, { ...anew, again } as never))).toBe('done')
  expect(code(await office.decide(director, 'approve', second))).toBe('done')
  expect(await daysOn('projector', '2026-11-22')).toBe(6)
})

it('refuses who looked at an entry or a change that is otherwise now', async () => {
  expect(code(await office.propose(clerk, lending, { entry: 'screen', body: { days: 2 }, version: 'ff' }))).toBe('stale')
  const id = idOf(await office.propose(clerk, lending, { entry: 'screen', body: { days: 2 } }))
  expect(code(await office.run(director, office.acts.approve, { id, version: '0' }))).toBe('stale')
  expect(code(await office.decide(clerk, 'withdraw', id, { reason: '演示' }))).toBe('done')
})

it('never removes a version that was in force: it ends on a day, and one that has not begun may be ended before it does', async () => {
  const end = (who: typeof clerk, entry: string, validFrom: string | null, validTo: string) =>
    office.propose(who, lending, { entry, kind: 'end', validFrom, validTo, body: { days: 1 } })
  expect(code(await end(clerk, 'projector', '2020-01-01', '2019-12-31'))).toBe('version-was-in-force')
  const id = idOf(await end(clerk, 'screen', null, '2026-12-31'))
  expect(code(await office.decide(director, 'approve', id))).toBe('done')
  expect(await daysOn('screen', '2026-12-31')).toBe(5)
  expect(await daysOn('screen', '2027-01-01')).toBeUndefined()
  const never = idOf(await end(clerk, 'projector', '2027-01-01', '2026-12-31'))
  expect(code(await office.decide(director, 'approve', never))).toBe('done')
  expect(await daysOn('projector', '2027-06-01')).toBe(6)
  await expect(office.database.app.pool.query('delete from catalogues.change')).rejects.toThrow(/permission denied/)
})

it('refuses what does not fit', async () => {
  const ask = (input: object) => office.propose(clerk, lending, { entry: 'projector', validFrom: '2020-01-01', ...input })
  expect(code(await ask({ body: { days: 6, rooms: [] } }))).toBe('nothing-changed')
  expect(await ask({ body: { days: 'x' } })).toMatchObject({
    refusal: { code: 'body-invalid', fields: { 'body.days': expect.any(String) } },
  })
  expect(code(await ask({ body: { days: 2 }, validFrom: '2021-01-01' }))).toBe('version-unknown')
  expect(code(await ask({ kind: 'add', body: { days: 2 } }))).toBe('version-exists')
  expect(code(await ask({ kind: 'add', body: { days: 2 }, validFrom: '2028-01-01', validTo: '2027-01-01' }))).toBe(
    'begins-after-end',
  )
  expect(code(await ask({ body: { days: 2 }, basis: '无' }))).toBe('input-invalid')
  expect(code(await ask({ body: { days: 2 }, catalogue: 'nothing' }))).toBe('catalogue-unknown')
  expect(code(await office.run(director, office.acts.approve, { id: 'nothing', version: '0' }))).toBe('change-unknown')
  expect(
    code(await office.propose(clerk, fixed, { entry: 'tripod', kind: 'add', validFrom: '2027-01-01', body: { days: 1 } })),
  ).toBe('entries-fixed')
  const auditor = await office.person('王演示', 'auditor')
  expect(code(await office.propose(auditor, lending, { entry: 'projector', body: { days: 2 } }))).toBe('not-permitted')
})

it('is seen by every process at its next question', async () => {
  const before = await entriesOf(office.db, region, lending)
  expect(await entriesOf(office.db, region, lending)).toBe(before)
  const id = idOf(
    await office.propose(clerk, lending, { entry: 'tripod', kind: 'add', validFrom: '2026-11-22', body: { days: 1 } }),
  )
  expect(await entriesOf(office.db, region, lending)).toBe(before)
  expect(code(await office.decide(director, 'approve', id))).toBe('done')
  expect(await daysOn('tripod', '2026-11-22')).toBe(1)
})
