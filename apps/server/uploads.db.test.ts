import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OfficeUnderTest, startOffice, Visitor } from './testing/index.ts'

let office: OfficeUnderTest
let admin: Visitor
beforeAll(async () => {
  office = await startOffice({ uploads: { perDay: 200 } })
  admin = await new Visitor(office.url).signIn(office.logIn.account, office.logIn.password)
})
afterAll(() => office?.close())

const upload = (text: string) => {
  const form = new FormData()
  form.set('file', new Blob([text]), '演示.csv')
  return admin.ask('POST /api/patents/imports', form)
}

it('a person’s uploads of a day are bounded, and the answer says what to do', async () => {
  expect((await upload(`申请号,名称\r\n${'1'.repeat(120)}`)).status).toBe(200)
  const refused = await upload(`申请号,名称\r\n${'2'.repeat(120)}`)
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ code: 'uploads-used-up', sentence: expect.stringContaining('每人每天最多上传') })
  const { rows } = await office.product.wire.pool.query('select files, bytes, person from platform.uploaded')
  expect(rows).toEqual([{ files: 1, bytes: 138, person: expect.any(String) }])
})
