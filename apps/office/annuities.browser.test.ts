import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, errors, overhang, read, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice({ demonstration: true })
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

const section = () => visit.page.locator('.annuities')

test('a payment is noted on the patent’s page, carries the status on, and can be taken back', async () => {
  const { page, open } = visit
  await open('/patents?status=in-force&right=invention&sort=newest')
  await page.locator('a[data-row]').first().click()
  await stands(page)
  await section().locator('table').waitFor()
  const next = await read(section().locator('.annuity-next .lead'))
  const status = await read(page.locator('.record-head .faint'))

  await page.getByRole('button', { name: '登记缴费等情况' }).click()
  await page.getByLabel('登记依据').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: /^登\s*记$/ }).click()
  await page.getByText('请填写日期').first().waitFor()
  await page.getByLabel('缴费日').fill('2020-08-20')
  await page.getByLabel('登记依据').fill('演示：缴费票据')
  await page.getByRole('button', { name: /^登\s*记$/ }).click()
  await page.getByText('已登记，法律状态已重新推算。').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => read(section().locator('.annuity-next .lead'))).not.toBe(next)
  await expect.poll(() => read(page.locator('.record-head .faint'))).not.toBe(status)

  const note = section().locator('.annuity-notes li', { hasText: '2020-08-20' })
  await note.getByRole('button', { name: '撤销登记' }).click()
  await page.getByLabel('理由').fill('演示：登记有误')
  await page.locator('.ant-modal').getByRole('button', { name: '撤销登记' }).click()
  await expect.poll(() => read(section().locator('.annuity-next .lead'))).toBe(next)
  await expect.poll(() => read(page.locator('.record-head .faint'))).toBe(status)
})

test('every year can be seen, and the page stands on a phone', async () => {
  const { page } = visit
  await section()
    .getByRole('button', { name: /^显示全部/ })
    .click()
  const shown = await section().locator('tbody tr').count()
  expect(shown).toBeGreaterThan(6)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.reload()
  await stands(page)
  await section().locator('table').waitFor()
  expect(await overhang(page)).toBe(0)
  expect(await barriers(page)).toEqual([])
})

test('on paper the form has the annuities of every year', async () => {
  const { page } = visit
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.emulateMedia({ media: 'print' })
  const printed = page.locator('.printed-annuities')
  await printed.locator('table').waitFor()
  const told = await read(printed)
  expect(told).toContain('年费与期限')
  expect(told).toMatch(/专利权期限\d+年，自申请日起计算/)
  expect(await printed.locator('tbody tr').count()).toBeGreaterThan(6)
  expect(await section().isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  expect(await printed.isVisible()).toBe(false)
})
