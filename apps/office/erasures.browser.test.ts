import { afterAll, beforeAll, expect, test } from 'vitest'
import { entriesOf } from '../server/testing/beforehand.ts'
import { Visitor } from '../server/testing/index.ts'
import {
  aPage,
  barriers,
  errors,
  nextPassword,
  overhang,
  read,
  signIn,
  stands,
  type Visit,
  visitOffice,
} from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice()
  await entriesOf(visit.office, '2020-01-05', ['演示：登记了王演示甲的来信', '演示：登记了王演示乙的来信'])
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

test('the auditor finds entries by their words and asks to have the words erased; one person alone cannot', async () => {
  const { page, open } = visit
  await open('/trail')
  await page.getByLabel('内容包含').fill('王演示')
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('link', { name: '申请删除所列明细' }).click()
  await page.getByLabel('理由和依据').fill('演示：本人书面要求删除')
  await page.getByRole('button', { name: '提出申请' }).click()
  const card = page.locator('.erasure')
  await card.getByText('待批准').waitFor()
  expect(await read(card)).toContain('王演示甲')
  expect(await read(card)).toContain('提出人与审批人不得为同一人')
  expect(await card.getByRole('button', { name: '批准删除' }).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
})

test('another person is told on the workbench, erases, and the trail stays whole', async () => {
  const { page, browser, office, open } = visit
  const admin = await new Visitor(office.url).signIn(office.logIn.account, nextPassword)
  const made = (await admin.ask('POST /api/identity/users', { account: 'anquan', name: '安演示', unit: null })).body
  const grant = { role: 'security-admin', unit: null, place: null, from: '2020-01-01', to: null, version: made.user.version }
  expect((await admin.ask(`POST /api/identity/users/${made.user.id}/roles`, grant)).status).toBe(200)
  await new Visitor(office.url).signIn('anquan', made.firstPassword, nextPassword)
  const other = await aPage(browser, { width: 390, height: 844 })
  await signIn(other, office.url, 'anquan', nextPassword)
  await other.locator('.task', { hasText: '日志明细删除待批准' }).click()
  await stands(other)
  expect(await overhang(other)).toBeLessThanOrEqual(0)
  await other.getByRole('button', { name: '批准删除' }).click()
  await other.getByRole('dialog').getByRole('button', { name: '批准删除' }).click()
  await other.locator('.erasure').getByText('已删除', { exact: true }).waitFor()
  await other.context().close()
  await open('/trail')
  await page.getByRole('button', { name: '校验完整性' }).click()
  await page.getByText('其中 2 条的明细已依法删除').waitFor()
  expect(await read(page.locator('table.dense'))).toContain('（明细已依法删除）')
})
