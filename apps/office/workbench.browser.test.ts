import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeNames } from '#modules/enterprises'
import { barriers, errors, read, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice()
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

const alike = ['临夏演示牧业有限公司', '临夏演示牧业有限责任公司', '临夏演示牧业有限公司永靖分公司']

test('the workbench says when nothing waits, and leads to what does', async () => {
  const { page, open, office } = visit
  await open('/')
  await page.getByText('没有等待您办理的事项。').waitFor()
  await office.product.wire.withClient((client) => takeNames(client, office.product.region, alike))
  await open('/')
  expect(await read(page.locator('.task').first())).toMatch(/3\s+名称疑似相同\s+.*请核对/)
  expect(await barriers(page)).toEqual([])
  await page.locator('.task').first().click()
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
