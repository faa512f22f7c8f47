import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyDifference, packEnds, packNumbers, unpackEnds, unpackNumbers } from '#kernel/packed-list'
import { readNumber } from '#modules/patents'
import { type OfficeUnderTest, startOffice, Visitor } from './testing/index.ts'
import { addPerson } from './testing/person.ts'

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

describe('a check that was made on the road', () => {
  const onTheRoad = async (account: string, role: 'staff' | 'county-staff' | 'director', place?: string) => {
    const who = { name: `演示${account}`, account, role, ...(place === undefined ? {} : { place }) }
    return new Visitor(office.url).signIn(account, await addPerson(office, who))
  }
  const deed = { word: 'mark-checks.check', madeAt: '2020-08-24T08:30:00Z', clockDoubtful: false, photos: [] as object[] }
  const send = (visitor: Visitor, more: object, key?: string) =>
    visitor.ask('POST /api/field/intentions', { ...deed, ...more }, key === undefined ? {} : { 'idempotency-key': key })
  const kept = async (visitor: Visitor, more: object, key?: string) => {
    const { status, body } = await send(visitor, more, key)
    expect([status, body]).toEqual([200, { reply: { id: expect.any(String) } }])
    return (await visitor.ask(`GET /api/mark-checks/${body.reply.id}`)).body
  }
  const photo = async (visitor: Visitor, content: string) => {
    const body = new FormData()
    body.set('file', new Blob([Buffer.from(content, 'latin1')], { type: 'image/jpeg' }), 'photo.jpg')
    return visitor.ask('POST /api/field/photos', body)
  }
  let prefecture: Visitor
  let county: Visitor
  beforeAll(async () => {
    prefecture = await onTheRoad('road1', 'staff')
    county = await onTheRoad('road2', 'county-staff', '622921')
  })

  test('stands in the name of the officer’s own place, whatever the phone leaves out', async () => {
    const input = { text: 'ZL201120542158.3', note: '演示商店' }
    expect(await kept(prefecture, { input })).toMatchObject({
      county: null,
      note: '演示商店',
      madeAt: '2020-08-24T08:30:00.000Z',
    })
    expect(await kept(county, { input })).toMatchObject({ county: '622921', by: '演示road2' })
    // Who sees but checks nothing is told so, and nothing is kept in his name.
    const director = await onTheRoad('road3', 'director')
    expect((await send(director, { input })).body).toMatchObject({ code: 'not-permitted' })
  })

  test('says when the phone’s clock could not be trusted', async () => {
    const input = { text: 'ZL201120542158.3', note: '演示商店' }
    expect(await kept(county, { input, clockDoubtful: true })).toMatchObject({ note: '演示商店；手机时间存疑' })
    expect(await kept(county, { input: { text: '国家专利' }, clockDoubtful: true })).toMatchObject({ note: '手机时间存疑' })
  })

  test('keeps its photos, once, with who took them and when', async () => {
    const [one, two] = [await photo(county, '\xff\xd8\xff 1'), await photo(county, '\xff\xd8\xff 2')]
    expect([one.status, two.status]).toEqual([200, 200])
    expect((await photo(county, 'GIF89a')).body).toMatchObject({ code: 'photo-unreadable' })
    const strange = { digest: 'ab'.repeat(32), size: 5 }
    const more = { input: { text: 'ZL201120542158.3' }, photos: [one.body, strange, two.body] }
    const check = await kept(county, more, 'road-photos')
    expect((await kept(county, more, 'road-photos')).id).toBe(check.id)
    const again = (await county.ask(`GET /api/mark-checks/${check.id}`)).body
    const taken = { kind: 'jpeg', by: '演示road2', takenAt: '2020-08-24T08:30:00.000Z' }
    expect(again.pictures).toEqual([
      expect.objectContaining({ ...taken, fileName: '现场照片1.jpg' }),
      expect.objectContaining({ ...taken, fileName: '现场照片3.jpg' }),
    ])
    expect(again.note).toMatch(/^现场照片3张（SHA-256：[0-9a-f]{16}、(?:ab){8}、[0-9a-f]{16}）$/u)
    const shown = await county.ask(`GET /api/mark-checks/screenshots/${again.pictures[0].id}`)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  })

  test('is judged by the table that the office approved: the phone carries it', async () => {
    const registrar = await onTheRoad('road4', 'staff')
    const director = await onTheRoad('road5', 'director')
    const { body: card } = await registrar.ask('GET /api/catalogues/marks/entries/not-in-register')
    const [version] = card.versions
    const sentence = '演示：州局台账没有该号码，请到国家知识产权局查询。'
    const { validFrom, writtenTo: validTo, basis, certainty, source } = version
    const change = {
      kind: 'correct',
      entry: 'not-in-register',
      validFrom,
      validTo,
      basis,
      certainty,
      source,
      version: card.version,
    }
    const body = { ...version.body, sentence }
    const marks = async () => (await json('/api/field/copy')).marks
    const proposed = await registrar.ask('POST /api/catalogues/marks/changes', { ...change, body, reason: '演示：统一用语' })
    expect([proposed.status, JSON.stringify(await marks()).includes(sentence)]).toEqual([200, false])
    const { id, version: looked } = proposed.body
    expect((await director.ask(`POST /api/catalogue-changes/${id}/approve`, { version: looked })).status).toBe(200)
    const rows = (await marks()).filter((row: { id: string }) => row.id === 'not-in-register')
    expect(rows.map((row: { body: { sentence: string } }) => row.body.sentence)).toContain(sentence)
    expect(await kept(county, { input: { text: 'ZL201120542158.3' } })).toMatchObject({ answer: { sentence } })
  })
})
