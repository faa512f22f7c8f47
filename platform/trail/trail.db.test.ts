import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDatabase } from '#platform/database/testing'
import { append, entriesText, eraseDetails, erasing, verifyTrail } from '#platform/trail'

const region = 622900
const key = Buffer.alloc(32, 5)
let database: Awaited<ReturnType<typeof aDatabase<unknown>>>
let last: { n: number; hash: string }

beforeAll(async () => {
  database = await aDatabase()
  for (let i = 1; i <= 6; i++) {
    const entry = await database.app.kysely.transaction().execute((tx) =>
      append(tx, key, {
        region,
        at: new Date(Date.UTC(2026, 10, 22, 8, i, 0, 123)),
        actor: { id: `person-${i}`, name: `演示人员${i}`, roles: ['registrar', 'auditor'], via: 'office' },
        word: 'test.write',
        subject: i % 2 ? { kind: 'setting', id: String(i), label: '演示' } : null,
        requestId: null,
        sentence: `第${i}次办理`,
        facts: { b: 1, a: [i, { 乙: 2, 甲: 1 }] },
      }),
    )
    last = { n: entry.n, hash: entry.hash.toString('hex') }
  }
})
afterAll(() => database.drop())

const verify = (anchor = last) => verifyTrail(database.app.pool, key, region, anchor)

/** Does something behind the product's back, asks for the verdict, and puts all back. */
async function behindItsBack(deed: string): Promise<{ n: number; why: string } | null> {
  const client: pg.PoolClient = await database.owner.pool.connect()
  const backup = ['trail.entry', 'trail.detail', 'trail.head'].map((table) => [table, `keep_${table.replace('.', '_')}`] as const)
  try {
    await client.query(`set session_replication_role = replica`)
    for (const [table, copy] of backup) await client.query(`create table ${copy} as table ${table}`)
    await client.query(deed)
    return (await verify()).firstBad
  } finally {
    for (const [table, copy] of backup)
      await client.query(`truncate ${table} cascade`).then(() => client.query(`insert into ${table} table ${copy}`))
    for (const [, copy] of backup) await client.query(`drop table ${copy}`)
    client.release(true)
  }
}

describe('the trail', () => {
  it('is whole as it was written', async () => {
    expect(await verify()).toEqual({ ok: true, entries: 6, erased: 0, head: last.hash, firstBad: null })
  })

  it('cannot be read as whole with another key', async () => {
    expect((await verifyTrail(database.app.pool, Buffer.alloc(32, 6), region, null)).firstBad?.n).toBe(1)
  })

  it.each([
    ['a changed word', `update trail.entry set word = 'test.other' where n = 3`, 3],
    ['a changed hand', `update trail.entry set actor_name = '他人' where n = 2`, 2],
    ['a changed time', `update trail.entry set at = at + interval '1 ms' where n = 4`, 4],
    ['roles taken away', `update trail.entry set roles = '{registrar}' where n = 4`, 4],
    ['a changed sentence', `update trail.detail set detail = jsonb_set(detail, '{sentence}', '"别的"') where n = 5`, 5],
    ['a sentence gone', `delete from trail.detail where n = 5`, 5],
    ['an entry gone from the middle', `delete from trail.entry where n = 3; update trail.entry set n = n - 1 where n > 3`, 3],
    ['an entry gone, numbers left', `delete from trail.entry where n = 3`, 3],
    [
      'two entries changed round',
      `update trail.entry set n = case n when 2 then 103 else 102 end where n in (2, 3); update trail.entry set n = n - 100 where n > 100`,
      2,
    ],
    [
      'the last entries cut off',
      `delete from trail.entry where n > 4; update trail.head set n = 4, hash = (select hash from trail.entry where n = 4)`,
      5,
    ],
    ['the whole chain gone', `delete from trail.entry; delete from trail.detail; delete from trail.head`, 1],
    ['a head of its own', `update trail.head set hash = decode(repeat('00', 32), 'hex')`, 6],
    [
      'an entry slipped in at the end',
      `insert into trail.entry select region_code, 7, at, made_at, actor_id, actor_name, roles, via, word, subject_kind, subject_id, request_id, detail_digest, hash, hash from trail.entry where n = 6`,
      7,
    ],
  ])('shows %s', async (_, deed, n) => {
    expect(await behindItsBack(deed)).toMatchObject({ n })
    expect((await verify()).ok).toBe(true)
  })

  it('stays whole where an entry of the chain accounts for erased words, and says how many', async () => {
    const client = await database.owner.pool.connect()
    await client.query('create table keep_detail as table trail.detail')
    const { n, hash } = await database.app.kysely.transaction().execute(async (tx) => {
      expect(await eraseDetails(tx, region, [2, 3, 5])).toBe(3)
      return append(tx, key, {
        region,
        at: new Date(Date.UTC(2026, 10, 22, 9)),
        actor: { id: 'person-9', name: '演示审计', roles: ['auditor'], via: 'office' },
        word: erasing.word,
        subject: { kind: erasing.kind, id: entriesText([2, 3, 5]), label: '演示' },
        requestId: null,
        sentence: '批准删除',
      })
    })
    last = { n, hash: hash.toString('hex') }
    expect(await verify()).toMatchObject({ ok: true, entries: 7, erased: 3 })
    expect(await behindItsBack(`delete from trail.detail where n = 4`)).toMatchObject({ n: 4 })
    expect(
      await behindItsBack(`update trail.entry set subject_id = '2-5' where n = 7; delete from trail.detail where n = 4`),
    ).toMatchObject({
      n: 7,
    })
    expect(await behindItsBack(`delete from trail.detail where n = 7`)).toMatchObject({ n: 7 })
    await client.query('insert into trail.detail select * from keep_detail on conflict do nothing; drop table keep_detail')
    client.release()
    expect(await verify()).toMatchObject({ ok: true, erased: 0 })
  })

  it.each([
    `update trail.entry set word = 'x' where n = 1`,
    `delete from trail.entry where n = 1`,
    `truncate trail.entry`,
    `update trail.detail set detail = '{}' where n = 1`,
    `delete from trail.detail where n = 1`,
    `drop table trail.entry`,
    `alter table trail.entry disable trigger all`,
  ])('the product’s own role may not: %s', async (deed) => {
    await expect(database.app.pool.query(deed)).rejects.toThrow(/permission denied|must be owner/)
  })
})
