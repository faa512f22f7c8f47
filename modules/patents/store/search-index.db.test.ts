import { afterAll, beforeAll, expect, test } from 'vitest'
import { resumeLeft } from '../jobs/index.ts'
import { anOffice, region } from '../testing/office.ts'
import { restoreSearchIndex, setSearchIndexAside } from './search-index.ts'

let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.close())

const isThere = async () => {
  const { rows } = await office.database.app.pool.query<{ there: boolean }>(
    `select to_regclass('patents.record_bg') is not null as there`,
  )
  return rows[0]!.there
}
const setAside = (expected: number) => office.database.app.withClient((client) => setSearchIndexAside(client, expected))

test('the index of lexemes is set aside for a large first import only, and comes back', async () => {
  expect(await setAside(19_999)).toBe(false)
  expect(await isThere()).toBe(true)
  expect(await setAside(20_000)).toBe(true)
  expect(await isThere()).toBe(false)
  await office.database.app.withClient(async (client) => {
    await restoreSearchIndex(client)
    await restoreSearchIndex(client)
  })
  expect(await isThere()).toBe(true)
})

test('a reader who does not let go of it keeps it', async () => {
  await office.database.app.withClient(async (reader) => {
    await reader.query('begin; select from patents.record')
    expect(await setAside(1_000_000)).toBe(false)
    await reader.query('rollback')
  })
  expect(await isThere()).toBe(true)
})

test('what a process that died had set aside is made anew at the next start', async () => {
  expect(await setAside(1_000_000)).toBe(true)
  await resumeLeft(office.wires, region)
  expect(await isThere()).toBe(true)
})

test('the product may not touch the index by any other way', async () => {
  await expect(office.database.app.pool.query('drop index patents.record_bg')).rejects.toThrow(/must be owner/)
})
