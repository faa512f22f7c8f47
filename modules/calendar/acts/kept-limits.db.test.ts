import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { done, type Outcome, type Refusal } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { defineAct } from '#platform/acts'
import { anOfficeWith, region } from '../../catalogues/testing/office.ts'
import { calendarOf, limitsOf } from '../calendar-of.ts'
import { holidayCatalogue, limitCatalogue } from '../catalogues.ts'
import { calendarPermissions } from '../permissions.ts'
import { countOne, limitChoices } from '../reads/counting.ts'
import { keptPage, movedPage } from '../reads/kept.ts'
import { readPasted } from '../reads/read-pasted.ts'
import { yearPage } from '../reads/year.ts'
import { openLimits } from '../store/kept-limits.ts'
import { countAfterChange, countKeptLimits } from './count-kept-limits.ts'
import { countAgain, keepLimit, releaseLimit } from './keep-limit.ts'
import { noteMovedLimit } from './note-moved.ts'

let office: Awaited<ReturnType<typeof anOfficeWith>>
let clerk: Awaited<ReturnType<typeof office.person>>
let director: typeof clerk
beforeAll(async () => {
  office = await anOfficeWith([limitCatalogue, holidayCatalogue], {
    listeners: { 'catalogue-changed': [countAfterChange] },
    permissions: { ...calendarPermissions, 'demo.desk': ['staff'] },
  })
  clerk = await office.person('马演示', 'staff')
  director = await office.person('张演示', 'director')
})
afterAll(() => office?.close())

const day = plainDate
const made = <T>(outcome: Outcome<T, Refusal>): T => {
  if (!outcome.done) throw new Error(`${outcome.refusal.code} ${JSON.stringify(outcome.refusal)}`)
  return outcome.value
}
const code = (outcome: Outcome<unknown, Refusal>) => (outcome.done ? 'done' : outcome.refusal.code)

/** An act of some desk (演示), inside which the door's deeds are done. */
const desk = defineAct({
  word: 'demo.desk',
  label: '演示办理',
  part: '演示',
  input: z.object({
    deed: z.enum(['keep', 'again', 'release']),
    id: z.string().optional(),
    rule: z.string().default('decision'),
    from: z.string().default('2026-09-01'),
    suspended: z.array(z.tuple([z.string(), z.string()])).default([]),
  }),
  run: async (context, input) => {
    const question = {
      rule: input.rule,
      from: day(input.from),
      suspended: input.suspended.map(([first, last]) => [day(first), day(last)] as const),
    }
    const ran =
      input.deed === 'release'
        ? await releaseLimit(context, input.id ?? '', '演示：已作出决定')
        : input.deed === 'again'
          ? await countAgain(context, input.id ?? '', question)
          : await keepLimit(context, {
              question,
              subject: { kind: 'case', id: 'demo-1', title: '演示案件' },
              person: { id: clerk.id, name: clerk.name },
              unit: null,
              place: region,
            })
    if (!ran.done) return ran
    return done({ reply: { id: ran.value?.id ?? '', dueOn: ran.value?.answer.dueOn ?? null }, subject: null, sentence: '演示' })
  },
})
const dueOf = async (id: string) => (await openLimits(office.db, region, { id }))[0]?.dueOn
const countedAfter = async (change: string, catalogue: 'limits' | 'holidays', entry: string) =>
  made(
    await office.run({ id: null, name: '知州', via: 'product' } as never, countKeptLimits, {
      change,
      catalogue,
      entry,
      title: '演示',
    }),
  )
const waitingJobs = async () => {
  const { rows } = await office.database.owner.pool.query(
    `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'calendar.count-kept-limits'`,
  )
  return rows[0].n as number
}

it('keeps a limit for a matter, counts it again with a suspension, and lets it go', async () => {
  const kept = made(await office.run(clerk, desk, { deed: 'keep' }))
  expect(kept.dueOn).toBe('2026-11-30')
  expect(await keptPage(office.db, region, clerk.id)).toMatchObject([
    { title: expect.any(String), subject: { title: '演示案件' }, person: '马演示', dueOn: '2026-11-30', provisional: false },
  ])
  expect(await keptPage(office.db, region, director.id)).toEqual([])
  const again = await office.run(clerk, desk, { deed: 'again', id: kept.id, suspended: [['2026-09-10', '2026-09-12']] })
  expect(made(again).dueOn).toBe('2026-12-03')
  expect(await openLimits(office.db, region, { dueTo: day('2026-12-02') })).toEqual([])
  expect(await openLimits(office.db, region, { subject: { kind: 'case', id: 'demo-1' } })).toHaveLength(1)
  expect(made(await office.run(clerk, desk, { deed: 'release', id: kept.id })).id).toBe('')
  expect(await openLimits(office.db, region)).toEqual([])
  expect(code(await office.run(clerk, desk, { deed: 'release', id: kept.id }))).toBe('limit-unknown')
  expect(code(await office.run(clerk, desk, { deed: 'again', id: kept.id }))).toBe('limit-unknown')
  expect(code(await office.run(clerk, desk, { deed: 'keep', rule: 'nothing' }))).toBe('unknown-limit')
})

it('counts again what rested on a year whose notice comes out, and says whom it touches', async () => {
  const text =
    '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月4日（周一）补休。'
  const kept = made(await office.run(clerk, desk, { deed: 'keep', rule: 'fine.pay', from: '2026-12-20' }))
  // 2027-01-04, a Monday, provisional until the notice is out.
  expect(kept.dueOn).toBe('2027-01-04')
  const read = made(await readPasted(office.db, region, { text, year: null, place: 100000 }))
  expect(read).toMatchObject({
    year: 2027,
    entry: '2027',
    kind: 'add',
    version: 'none',
    doubts: [],
    come: { length: 4 },
    gone: [],
  })
  const change = made(
    await office.propose(clerk, holidayCatalogue, {
      entry: read.entry,
      kind: 'add',
      validFrom: '2027-01-01',
      validTo: '2027-12-31',
      body: { place: 100000, year: 2027, title: '国务院办公厅关于2027年部分节假日安排的通知（演示）', days: read.days },
      basis: '全国年节及纪念日放假办法',
    }),
  )
  expect((await office.changeOf(director, change.id)).touches).toEqual([
    expect.stringMatching(/^「演示案件」.+：届满日由2027-01-04改为2027-01-05（马演示）。$/),
  ])
  expect((await calendarOf(office.db, region)).isSettled(day('2027-02-01'))).toBe(false)
  expect(code(await office.decide(director, 'approve', change.id))).toBe('done')
  expect(await waitingJobs()).toBe(1)
  expect((await calendarOf(office.db, region)).isWorkday(day('2027-01-04'))).toBe(false)
  expect(await dueOf(kept.id)).toBe('2027-01-04')
  expect(await countedAfter(change.id, 'holidays', '2027')).toEqual({ counted: 1, moved: 1 })
  expect(await office.lastSentence()).toBe('因“演示”的变更重新计算在办期限1项，其中1项的届满日有变化')
  expect(await dueOf(kept.id)).toBe('2027-01-05')
  expect(await countedAfter(change.id, 'holidays', '2027')).toEqual({ counted: 1, moved: 0 })
  expect((await office.changeOf(director, change.id)).touches).toEqual([expect.stringContaining('2027-01-05')])
  const [moved] = await movedPage(office.db, region)
  expect(moved).toMatchObject({ sentence: expect.stringContaining('演示案件'), change: change.id, seenBy: null })
  expect(code(await office.run(clerk, noteMovedLimit, { id: moved!.id }))).toBe('done')
  expect(code(await office.run(clerk, noteMovedLimit, { id: moved!.id }))).toBe('moved-unknown')
  expect((await movedPage(office.db, region))[0]?.seenBy).toBe('马演示')
})

it('takes a corrected notice over the one that stands, told as what comes and goes', async () => {
  const corrected = '2027-01-01 放假 元旦\n2027-01-02 放假 元旦\n2027-01-03 放假 元旦'
  const read = made(await readPasted(office.db, region, { text: corrected, year: 2027, place: 100000 }))
  expect(read).toMatchObject({ kind: 'correct', entry: '2027', come: [], gone: [{ day: '2027-01-04', kind: 'off' }] })
  expect(await readPasted(office.db, region, { text: '无', year: null, place: 100000 })).toMatchObject({
    refusal: { code: 'year-missing' },
  })
  expect(await readPasted(office.db, region, { text: corrected, year: null, place: 620100 })).toMatchObject({
    refusal: { code: 'place-not-ours' },
  })
})

it('tells local holidays apart: shown in the year, and no limit of the law moves', async () => {
  const read = made(await readPasted(office.db, region, { text: '开斋节：3月20日放假1天。', year: 2026, place: 622900 }))
  expect(read).toMatchObject({ entry: '622900-2026', kind: 'add', days: [{ day: '2026-03-20', kind: 'local', name: '开斋节' }] })
  const change = made(
    await office.propose(clerk, holidayCatalogue, {
      entry: read.entry,
      kind: 'add',
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
      body: { place: 622900, year: 2026, title: '临夏州2026年开斋节放假通知（演示）', days: read.days },
      basis: '全国年节及纪念日放假办法第四条',
    }),
  )
  expect((await office.changeOf(director, change.id)).touches).toEqual([])
  expect(code(await office.decide(director, 'approve', change.id))).toBe('done')
  const year = await yearPage(office.db, region, 2026, day('2026-11-22'))
  expect(year.days).toContainEqual({ day: '2026-03-20', kind: 'local', name: '开斋节', placeName: '临夏回族自治州' })
  expect(year.days.filter(({ kind }) => kind === 'local').map(({ day: on }) => on)).toEqual(['2026-03-20', '2026-11-19'])
  expect(year).toMatchObject({ settled: true, notices: { length: 2 } })
  const calendar = await calendarOf(office.db, region)
  expect([calendar.isLocalHoliday(day('2026-03-20')), calendar.isWorkday(day('2026-03-20'))]).toEqual([true, true])
  expect((await yearPage(office.db, region, 2028, day('2026-11-22'))).settled).toBe(false)
})

it('changes a limit by two persons, from a day on, and counts by the version of the start', async () => {
  const entry = (await limitsOf(office.db, region)).find((one) => one.id === 'fine.pay')!
  const change = made(
    await office.propose(clerk, limitCatalogue, {
      entry: 'fine.pay',
      kind: 'add',
      validFrom: '2026-12-01',
      body: { ...entry.body, n: 20 },
      basis: '演示修订第六十七条',
    }),
  )
  expect((await office.changeOf(director, change.id)).differences).toContainEqual({
    label: '长度',
    before: ['15'],
    after: ['20'],
  })
  expect((await office.changeOf(director, change.id)).touches).toHaveLength(1)
  expect(code(await office.decide(director, 'approve', change.id))).toBe('done')
  expect(await countedAfter(change.id, 'limits', 'fine.pay')).toEqual({ counted: 1, moved: 1 })
  const count = async (from: string) =>
    made(await countOne(office.db, region, { rule: 'fine.pay', from, suspended: [], extended: 0 }))
  expect((await count('2026-11-02')).dueOn).toBe('2026-11-17')
  const later = await count('2026-12-07')
  expect(later).toMatchObject({ dueOn: '2026-12-28', basis: '演示修订第六十七条' })
  expect(later.steps.map(({ kind }) => kind)).toEqual(['start', 'counted', 'rolled'])
  const choice = (await limitChoices(office.db, region, day('2026-12-02'))).find(({ id }) => id === 'decision')
  expect(choice).toMatchObject({
    hours: false,
    extensions: [{ named: false }, { named: true }],
    stops: expect.arrayContaining(['听证']),
  })
})
