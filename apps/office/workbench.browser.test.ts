import { afterAll, beforeAll, expect, test } from 'vitest'
import { namesLearnt } from '../server/testing/beforehand.ts'
import { Visitor } from '../server/testing/index.ts'
import { aPage, barriers, errors, nextPassword, read, signIn, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice()
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

const alike = ['临夏演示牧业有限公司', '临夏演示牧业有限责任公司', '临夏演示牧业有限公司永靖分公司']

test('the workbench says what is to be done today, and leads to it', async () => {
  const { page, open, office } = visit
  await open('/')
  await stands(page)
  expect(await read(page.locator('.tasks'))).toMatch(/1\s+运行状况需要注意\s+备份：请查看说明/)
  await namesLearnt(office, alike)
  await open('/')
  const names = page.locator('.task', { hasText: '名称疑似相同' })
  expect(await read(names)).toMatch(/3\s+名称疑似相同\s+.*请核对/)
  expect(await barriers(page)).toEqual([])
  await names.click()
  await page.getByRole('heading', { name: '名称疑似相同' }).waitFor()
})

test('after one pair is decided the other pair of the same holder is decided and undone without a reload', async () => {
  const { page } = visit
  await stands(page)
  expect(await page.locator('.likely').count()).toBe(3)
  for (const [at, deed, told] of [
    [0, '不是同一家', '已确认不是同一家'],
    [1, '合并', '已合并'],
  ] as const) {
    await page.locator('.likely').nth(at).getByRole('button', { name: deed }).click()
    const question = page.getByRole('dialog')
    await question.getByLabel('理由').fill('演示：经核对营业执照')
    await question.getByRole('button', { name: deed }).click()
    await page.locator('.likely').nth(at).getByText(told).waitFor()
  }
  expect(await page.locator('.likely').count()).toBe(3)
  await page.locator('.likely').nth(0).getByRole('button', { name: '撤销' }).click()
  const question = page.getByRole('dialog')
  await question.getByLabel('理由').fill('演示：核定有误')
  await question.getByRole('button', { name: '撤销' }).click()
  await page.locator('.likely').nth(0).getByRole('button', { name: '合并' }).waitFor()
})

test('a clerk without anything to do is told so, and where to look things up', async () => {
  const { browser, office } = visit
  const admin = await new Visitor(office.url).signIn(office.logIn.account, nextPassword)
  const made = (await admin.ask('POST /api/identity/users', { account: 'mayanshi', name: '马演示', unit: null })).body
  const grant = { role: 'staff', unit: null, place: null, from: '2020-01-01', to: null, version: made.user.version }
  await admin.ask(`POST /api/identity/users/${made.user.id}/roles`, grant)
  await new Visitor(office.url).signIn('mayanshi', made.firstPassword, nextPassword)
  const page = await aPage(browser)
  await signIn(page, office.url, 'mayanshi', nextPassword)
  await page.getByText('没有等待您办理的事项。').waitFor()
  await page.getByRole('link', { name: '查询专利台账' }).click()
  await page.getByRole('heading', { name: '专利台账' }).waitFor()
  await page.context().close()
})
