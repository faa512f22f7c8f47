import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyDifference, packEnds, packNumbers, unpackEnds, unpackNumbers } from '#kernel/packed-list'
import { readNumber } from '#modules/patents'
import { type OfficeUnderTest, startOffice } from './testing/index.ts'

let office: OfficeUnderTest
let headers: Record<string, string>
beforeAll(async () => {
  office = await startOffice({ demonstration: true })
  headers = await signIn()
})
afterAll(() => office.close())

async function signIn(): Promise<Record<string, string>> {
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify(office.logIn)
  const signed = await fetch(`${office.url}/api/identity/session`, { method: 'POST', headers: json, body })
  const own = {
    cookie: signed.headers.get('set-cookie')!.split(';')[0]!,
    'x-csrf-token': ((await signed.json()) as { csrfToken: string }).csrfToken,
  }
  const changed = JSON.stringify({ current: office.logIn.password, next: '黄河之水天上来A7k' })
  const key = { 'idempotency-key': 'field-password' }
  await fetch(`${office.url}/api/identity/password`, { method: 'PUT', headers: { ...json, ...own, ...key }, body: changed })
  return own
}

const ask = (path: string) => fetch(`${office.url}${path}`, { headers })
const json = async (path: string) => (await (await ask(path)).json()) as any
const bytes = async (path: string) => new Uint8Array(await (await ask(path)).arrayBuffer())

test('the copy is for those who are signed in', async () => {
  expect((await fetch(`${office.url}/api/field/copy`)).status).toBe(401)
})

test('both parts of the list come as their version says, and know every number of the register', async () => {
  const { list, asOf, demonstrationDay } = await json('/api/field/copy')
  expect([asOf, demonstrationDay]).toEqual(['2020-08-25', '2020-08-25'])
  const [numbers, ends] = [
    await bytes(`/api/field/lists/${list.version}/numbers`),
    await bytes(`/api/field/lists/${list.version}/ends`),
  ]
  expect([numbers.length, ends.length]).toEqual([list.numbers, list.ends])
  expect(createHash('sha256').update(numbers).update(ends).digest('hex')).toBe(list.version)
  const { rows } = await office.product.wire.pool.query<{ number: string }>(
    'select application_number as number from patents.record where application_number is not null',
  )
  // A number whose check digit is wrong meets nothing, on the phone as in the office.
  const sound = rows.filter(({ number }) => readNumber(number).checkDigit?.valid)
  expect(sound.length).toBeGreaterThan(2500)
  expect(unpackNumbers(numbers).keys.length).toBe(sound.length)
})

test('the prefecture’s records come whole in pieces', async () => {
  const { records } = await json('/api/field/copy')
  const pieces = []
  for (let at = 0; at < records.pieces; at++) pieces.push(...(await json(`/api/field/records/${records.version}/${at}`)))
  expect(pieces).toHaveLength(records.count)
  expect(new Set(pieces.map((one) => one.body)).size).toBe(records.count)
  expect(Object.keys(pieces[0]).sort()).toEqual(
    ['asOf', 'body', 'county', 'filedOn', 'grantedOn', 'holders', 'licences', 'publication', 'right', 'spans', 'title'].sort(),
  )
  expect(await json(`/api/field/records/${records.version}/9000`)).toMatchObject({ code: 'copy-superseded' })
})

test('when the register changes, the difference makes the new list of the old one', async () => {
  const before = (await json('/api/field/copy')).list
  const path = (part: string, version = before.version) => `/api/field/lists/${version}/${part}`
  const old = unpackEnds(unpackNumbers(await bytes(path('numbers'))), await bytes(path('ends')))
  await office.product.wire.pool.query(
    `update patents.record set status_spans = '[["2010-01-04", "in-force", "granted"], ["2019-01-04", "lapsed", "unpaid"]]'
     where id in (select id from patents.record where status <> 'lapsed' order by id limit 5)`,
  )
  await office.product.wire.pool.query('update patents.data_version set version = version + 1')
  // A copy is not made anew before twenty times what the last one took.
  await expect
    .poll(async () => (await json('/api/field/copy')).list.version, { timeout: 240_000, interval: 1000 })
    .not.toBe(before.version)
  const after = (await json('/api/field/copy')).list
  const difference = await bytes(path(`since/${before.version}`, after.version))
  expect(difference.length).toBeLessThan(100)
  const made = applyDifference(old, difference)
  expect(createHash('sha256').update(packNumbers(made)).update(packEnds(made)).digest('hex')).toBe(after.version)
  expect(await json(path(`since/${'0'.repeat(64)}`, after.version))).toMatchObject({ code: 'copy-superseded' })
})

test('an intention whose act the product does not know is refused with a sentence, and asks for a key', async () => {
  const send = (more: Record<string, string>) =>
    fetch(`${office.url}/api/field/intentions`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', ...more },
      body: JSON.stringify({
        word: 'mark-checks.dance',
        input: {},
        madeAt: '2020-08-25T01:00:00Z',
        clockDoubtful: false,
        photos: [],
      }),
    })
  expect(((await (await send({})).json()) as any).code).toBe('key-missing')
  expect((await (await send({ 'idempotency-key': 'field-unknown' })).json()) as any).toMatchObject({
    code: 'intention-unknown',
    sentence: expect.stringContaining('仍保留在手机上'),
  })
})
