import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPerson } from './testing/person.ts'
import { errors, read, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
let clerk: Page
let other: Page
let director: Page
beforeAll(async () => {
  visit = await visitOffice()
  clerk = await aPerson(visit, '马演示', 'mayanshi', 'staff')
  other = await aPerson(visit, '李演示', 'liyanshi', 'registrar')
  director = await aPerson(visit, '张演示', 'zhangyanshi', 'director')
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

test('a limit is found, corrected by one person and approved by another', async () => {
  await visit.open('/catalogues/limits', clerk)
  await clerk.getByLabel('名称、内容或者依据中的词语').fill('行政处罚 立案')
  await clerk.getByRole('button', { name: '查找' }).click()
  await clerk.getByRole('link', { name: '作出处理决定', exact: true }).click()
  await clerk.getByRole('heading', { name: '作出处理决定', level: 1 }).waitFor()
  await clerk.getByRole('link', { name: '新增版本' }).click()
  await clerk.getByLabel('自何日起适用').fill('2027-01-01')
  await clerk.getByLabel('长度').fill('九十')
  await clerk.getByRole('button', { name: '提出变更' }).click()
  expect(await read(clerk.getByRole('alert'))).toContain('请填写数字')
  await clerk.getByLabel('长度').fill('60')
  await clerk.getByLabel('变更依据和事由').fill('演示：依据演示文件〔2026〕1号修订')
  await clerk.getByRole('button', { name: '提出变更' }).click()
  await clerk.getByRole('heading', { name: '办理经过' }).waitFor()
  const table = clerk.getByRole('table', { name: '变更前后对照' })
  expect(await read(table.getByRole('row', { name: /^长度/ }))).toMatch(/长度\s+90\s+60/)

  // Whoever proposed and may approve by role sees the buttons grey, with the reason.
  await visit.open('/catalogue-changes', clerk)
  expect(await clerk.getByRole('button', { name: '批准' }).count()).toBe(0)
  expect(await clerk.getByRole('button', { name: '录入纸质审批' }).isDisabled()).toBe(true)
  expect(await read(clerk.locator('.why-not'))).toContain('提出人与审批人不得为同一人')

  await visit.open('/', director)
  await director.getByRole('link', { name: /目录变更待审批/ }).click()
  await director.getByRole('button', { name: '批准' }).click()
  await director.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await director.getByText('没有待审批的变更').waitFor()
  await visit.open('/catalogues/limits?only=approved', director)
  await director.getByRole('link', { name: '作出处理决定', exact: true }).click()
  await director.getByText('2027-01-01 起').waitFor()
  expect(await read(director.locator('.deeds'))).toMatch(/马演示 提出[\s\S]*张演示 批准/)
})

test('a director who proposed finds the buttons grey; another hand enters the signed paper with its scan', async () => {
  await visit.open('/catalogues/limits/fine.pay', director)
  await director.getByRole('link', { name: '停止适用' }).click()
  await director.getByLabel('最后适用日').fill('2030-12-31')
  await director.getByLabel('变更依据和事由').fill('演示：规定废止')
  await director.getByRole('button', { name: '提出变更' }).click()
  await director.getByRole('heading', { name: '办理经过' }).waitFor()
  for (const name of ['批准', '录入纸质审批', '退回']) {
    expect(await director.getByRole('button', { name, exact: true }).isDisabled()).toBe(true)
  }
  expect(await director.getByRole('button', { name: '撤回' }).isEnabled()).toBe(true)

  await visit.open('/catalogue-changes', other)
  await other.getByRole('button', { name: '录入纸质审批' }).click()
  const dialog = other.getByRole('dialog')
  await dialog.getByLabel('签批人').fill('王局长演示')
  await dialog.getByRole('button', { name: '录入纸质审批' }).click()
  expect(await read(dialog.getByRole('alert'))).toContain('应当同时上传签批件扫描件')
  await dialog.locator('input[type=file]').setInputFiles({
    name: '签批件.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n演示'),
  })
  await dialog.getByRole('button', { name: '录入纸质审批' }).click()
  await other.getByText('没有待审批的变更').waitFor()
  await visit.open('/catalogue-changes?state=in-force', other)
  expect(await read(other.locator('.deeds').first())).toContain('王局长演示')
  const scan = await other.request.get(
    visit.office.url + ((await other.getByRole('link', { name: '查看签批件' }).getAttribute('href')) ?? ''),
  )
  expect([scan.status(), scan.headers()['content-type']]).toEqual([200, 'application/pdf'])
})

test('a year’s notice is pasted, understood, proposed; after approval the calendar has it and running limits follow', async () => {
  await visit.open('/calendar?year=2027', clerk)
  await clerk.getByText('国务院办公厅尚未公布本年度节假日安排').waitFor()
  await clerk.getByRole('link', { name: '录入节假日通知' }).click()
  await clerk
    .getByLabel('通知内容')
    .fill('国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共4天。1月9日（周六）上班。')
  await clerk.getByRole('button', { name: '识读' }).click()
  expect(await read(clerk.getByRole('status').first())).toContain('“元旦”写明共4天，读出3天，请核对。')
  await clerk.getByRole('button', { name: '返回修改内容' }).click()
  await clerk
    .getByLabel('通知内容')
    .fill('国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。1月9日（周六）上班。')
  await clerk.getByRole('button', { name: '识读' }).click()
  await clerk.getByText('各处日期、星期和天数相互一致。').waitFor()
  await clerk.getByLabel('变更依据和事由').fill('演示：公布2027年安排')
  await clerk.getByRole('button', { name: '提出', exact: true }).click()
  await clerk.getByRole('heading', { name: '办理经过' }).waitFor()
  await visit.open('/catalogue-changes', director)
  await director.getByRole('button', { name: '批准' }).click()
  await director.getByRole('dialog').getByRole('button', { name: '批准' }).click()
  await director.getByText('没有待审批的变更').waitFor()
  await visit.open('/calendar?year=2027', director)
  const january = director.getByRole('table', { name: '1月', exact: true })
  expect(await january.locator('td.day-off').count()).toBe(3)
  expect(await read(january.locator('td.day-work'))).toMatch(/9\s*班/)
})

test('a limit is counted with its steps, a suspension and an extension', async () => {
  await visit.open('/catalogues/limits/decision', clerk)
  await clerk.getByRole('link', { name: '期限测算', exact: true }).last().click()
  await clerk.getByLabel('立案之日').fill('2026-06-01')
  await clerk.getByRole('button', { name: '测算' }).click()
  await clerk.getByText('2026年8月31日').first().waitFor()
  await clerk.getByRole('button', { name: '增加一段' }).click()
  await clerk.getByLabel('第1段起').fill('2026-06-10')
  await clerk.getByLabel('第1段止').fill('2026-06-12')
  await clerk.getByLabel('延长', { exact: true }).selectOption('1')
  await clerk.getByRole('button', { name: '测算' }).click()
  const steps = clerk.getByRole('table', { name: '逐段说明' })
  await steps.getByText(/第1次延长/).waitFor()
  expect(await read(steps)).toContain('期限在此期间不进行')
  expect(await read(clerk.locator('.due'))).toContain('2026年10月8日')
})
