import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors, read, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice()
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

/** Two invented patents (演示) and a row without any number. */
const sheet = [
  '申请号,公开（公告）号,名称,申请（专利权）人,发明（设计）人,申请日,地址,主分类号',
  '201610259567.X,CN105830920A,一种演示用牛羊饲喂装置,演示农牧科技有限公司,马演示,2016.04.25,731100 甘肃省临夏市演示路1号,A01K5/02(2006.01)I',
  '201520123457.9,CN204518000U,演示用百合清洗机,演示百合专业合作社,李演示;王演示,2015.03.03,731300 甘肃省永靖县演示村,A23N12/02(2006.01)I',
  ',,没有号码的演示行,演示公司,赵演示,2015.03.03,甘肃省临夏州,A01B1/00',
].join('\r\n')

test('an empty register says what to do first', async () => {
  await visit.open('/patents')
  expect(await read(visit.page.locator('.empty'))).toContain('台账中还没有专利')
})

test('a file is dropped, accounted for before anything is written, imported, and undone as a whole', async () => {
  const { page, open } = visit
  await open('/imports/new')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '演示导出.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${sheet}`) })
  await page.getByRole('heading', { name: '预检结果（未入库）' }).waitFor()
  const account = page.locator('.account')
  expect((await read(account)).replace(/\s+/g, ' ')).toBe('读取 3 行 新增 2 行 有变化 0 行 相同 0 行 不能导入 1 行')
  expect(await page.locator('.refused tbody tr').count()).toBe(1)
  await page.getByLabel('数据日期').fill('2020-02-30')
  await page.getByRole('button', { name: '开始导入' }).click()
  expect(await read(page.getByRole('alert'))).toContain('还有 1 处需要更正')
  await page.getByLabel('数据日期').fill('2020-08-20')
  await page.getByRole('button', { name: '开始导入' }).click()
  await page.getByText('导入完成，台账已经更新。').waitFor({ timeout: 60_000 })
  await open('/patents')
  await expect.poll(() => read(page.locator('.search-count'))).toBe('共 2 件')

  await open('/imports')
  await page.getByRole('link', { name: '演示导出.csv' }).click()
  await page.getByRole('button', { name: '撤销整批导入' }).click()
  const question = page.getByRole('dialog', { name: '撤销「演示导出.csv」的整批导入？' })
  await question.getByLabel('理由').fill('演示：导错了文件')
  await question.getByRole('button', { name: '撤销导入' }).click()
  await page.getByText(/该批导入已于 .* 撤销/).waitFor({ timeout: 60_000 })
  await open('/patents')
  await stands(page)
  expect(await read(page.locator('.empty'))).toContain('台账中还没有专利')
})

test('a table without any number is refused as a whole, with the reason', async () => {
  const { page, open } = visit
  await open('/imports/new')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '演示总结.csv', mimeType: 'text/csv', buffer: Buffer.from('科室,人数\r\n保护科,3\r\n') })
  await page.locator('.notice-bad').waitFor()
  expect(await read(page.locator('.notice-bad'))).toContain('无法识别的表头：科室、人数')
})
