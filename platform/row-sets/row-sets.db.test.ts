import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDatabase, type TestDatabase } from '../database/testing/index.ts'
import { compareKept, forgetRows, keepRows, type LookedAt, removeRows } from './index.ts'

const region = 622900
let database: TestDatabase<unknown>
beforeAll(async () => {
  database = await aDatabase()
})
afterAll(() => database.drop())

type Rows = ReadonlyMap<string, LookedAt>
async function* walked(rows: Rows) {
  for (const [id, lookedAt] of rows) yield { id, lookedAt }
}
const rows: fc.Arbitrary<Rows> = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(...'abcdefgh'),
      fc.record({ title: fc.constantFrom('演示甲', '演示乙'), county: fc.constantFrom(null, '临夏市') }),
    ),
    { selector: ([id]) => id },
  )
  .map((entries) => new Map(entries))

it('what came, went and changed is what differs between the two looks, field by field', async () => {
  const db = database.app.kysely
  await fc.assert(
    fc.asyncProperty(rows, rows, async (before, after) => {
      const kept = await keepRows(db, region, walked(before))
      expect(kept.count).toBe(before.size)
      const found = await compareKept(db, region, kept.id, walked(after), 100)
      expect(found.count).toBe(after.size)
      expect(found.entered).toEqual([...after.keys()].filter((id) => !before.has(id)).sort())
      expect(found.left).toEqual(
        [...before]
          .filter(([id]) => !after.has(id))
          .map(([id, lookedAt]) => ({ id, lookedAt }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      )
      for (const [id, now] of after) {
        const then = before.get(id)
        const changes = found.changed.find((one) => one.id === id)?.changes ?? []
        expect(new Set(changes.map(({ field }) => field))).toEqual(
          new Set(then ? Object.keys(now).filter((field) => then[field] !== now[field]) : []),
        )
      }
      await removeRows(db, region, kept.id)
    }),
    { numRuns: 25 },
  )
  expect((await database.app.pool.query('select from platform.row_set_member')).rowCount).toBe(0)
})

it('the same rows have the same digest in any order; all are counted where the first are told', async () => {
  const db = database.app.kysely
  const many = new Map(Array.from({ length: 4500 }, (_, n) => [`row-${n}`, { title: `演示${n}` }] as const))
  const [a, b] = [await keepRows(db, region, walked(many)), await keepRows(db, region, walked(new Map([...many].reverse())))]
  expect([a.count, a.digest]).toEqual([4500, b.digest])
  const gone = await compareKept(db, region, a.id, walked(new Map()), 200)
  expect([gone.leftCount, gone.left.length]).toEqual([4500, 200])
  await forgetRows(db, region, a.id)
  expect((await compareKept(db, region, a.id, walked(many), 1)).enteredCount).toBe(4500)
})
