import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage, barriers, errors, nextPassword, read, signIn, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice()
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

test('a wrong password is answered by a sentence in its place', async () => {
  const page = await aPage(visit.browser)
  await signIn(page, visit.office.url, visit.office.logIn.account, '不是这个密码')
  await page.getByRole('alert').waitFor()
  expect(await read(page.getByRole('alert'))).toMatch(/密码/)
  expect(await page.getByText('本系统为非涉密系统，严禁录入、上传涉密信息').isVisible()).toBe(true)
  await page.context().close()
})

test('a new person gets a first password once, must change it, and sees only what the role may use', async () => {
  const { page, open, browser, office } = visit
  await open('/users/new')
  await page.getByLabel('姓名').fill('马演示')
  await page.getByLabel('账号').fill('mayanshi')
  await page.getByRole('button', { name: '新增' }).click()
  const password = await read(page.locator('.first-password'))
  await page.getByRole('link', { name: '查看人员并授予角色' }).click()
  await page.getByRole('button', { name: '授予角色' }).click()
  await page.getByLabel('角色').selectOption({ label: '业务人员' })
  await page.getByRole('button', { name: '授予', exact: true }).click()
  await page.locator('.grants').getByText('业务人员').waitFor()

  const other = await aPage(browser)
  await signIn(other, office.url, 'mayanshi', password)
  await other.getByRole('heading', { name: '首次登录，请修改密码' }).waitFor()
  await other.getByLabel('现用密码').fill(password)
  await other.getByLabel('新密码', { exact: true }).fill(nextPassword)
  await other.getByLabel('再次输入新密码').fill('不一样')
  await other.getByRole('button', { name: '修改密码' }).click()
  expect(await read(other.locator('.field-error'))).toBe('两次输入的新密码不一致。')
  await other.getByLabel('再次输入新密码').fill(nextPassword)
  await other.getByRole('button', { name: '修改密码' }).click()
  await other.getByRole('heading', { name: '工作台' }).waitFor()
  const menu = await read(other.locator('.menu'))
  expect(menu).toContain('专利')
  for (const closed of ['导入', '人员', '操作日志', '运行状况']) expect(menu).not.toContain(closed)

  await page.getByRole('button', { name: '停用账号' }).click()
  const question = page.getByRole('dialog', { name: '停用马演示的账号？' })
  await question.getByLabel('理由').fill('演示：调离')
  await question.getByRole('button', { name: '停用账号' }).click()
  await page.getByText('已停用').waitFor()
  await other.goto(`${office.url}/app/patents`)
  await other.getByRole('heading', { name: '知州' }).waitFor()
  await other.context().close()
})

test('what was not sent is a draft, and leaving asks first', async () => {
  const { page, open } = visit
  await open('/users/new')
  await page.getByLabel('姓名').fill('李演示')
  await page.getByRole('link', { name: '工作台' }).click()
  await page.getByRole('dialog', { name: '本页内容尚未提交' }).getByRole('button', { name: '离开' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('link', { name: '新增人员' }).click()
  await page.getByText('已恢复您上次未提交的内容。').waitFor()
  expect(await page.getByLabel('姓名').inputValue()).toBe('李演示')
  await page.getByRole('button', { name: '清除草稿' }).click()
  expect(await page.getByLabel('姓名').inputValue()).toBe('')
})

test('units are shown as on a day, and a county bureau is renamed from a day', async () => {
  const { page, open } = visit
  await open('/units?on=2018-06-01')
  expect(await read(page.locator('.unit-tree'))).toContain('科学技术局')
  await open('/units')
  await page
    .locator('.unit-tree')
    .getByRole('button', { name: /和政县/ })
    .click()
  await page.getByRole('button', { name: '更名' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('新名称').fill('')
  await panel.getByRole('button', { name: '更名' }).click()
  expect(await read(panel.getByRole('alert'))).toContain('请填写名称')
  await panel.getByLabel('新名称').fill('和政县市场监督管理局（演示更名）')
  await panel.getByLabel('新印章名称').fill('和政县市场监督管理局')
  await panel.getByLabel('自哪一天起').fill('2020-08-01')
  await panel.getByRole('button', { name: '更名' }).click()
  await page.locator('.unit-sheet').getByRole('heading', { name: '和政县市场监督管理局（演示更名）' }).waitFor()
})

test('the trail tells it in plain sentences and is whole', async () => {
  const { page, open } = visit
  await open('/trail')
  expect(await page.locator('table.dense tbody tr').count()).toBeGreaterThan(3)
  await page.getByRole('button', { name: '校验完整性' }).click()
  await page.getByText(/逐条校验无误/).waitFor()
})

test('the portal says in its footer what was set, and is closed and opened again', async () => {
  const { page, open, office } = visit
  const portal = async (path = '/') => fetch(`${office.url}${path}`, { redirect: 'manual' })
  await open('/')
  await page.getByRole('link', { name: '门户设置' }).click()
  await page.getByLabel('网站标识码').fill('12')
  await page.getByRole('button', { name: /^保\s*存$/ }).click()
  expect(await read(page.locator('.field-error'))).toBe('网站标识码应为10位数字。')
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('网站标识码').fill('6229000001')
  await page.getByLabel('联系电话').fill('0930-0000000')
  await page.getByRole('button', { name: /^保\s*存$/ }).click()
  await page.getByText('已保存。').waitFor()
  await expect.poll(async () => (await portal()).text()).toContain('6229000001')
  await page.getByLabel('联系电话').fill('')
  await page.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect.poll(async () => (await portal()).text()).not.toContain('0930-0000000')
  expect(await (await portal()).text()).toContain('6229000001')

  await page.getByRole('button', { name: '关闭门户' }).click()
  await page.getByText('门户已关闭').waitFor()
  await expect.poll(async () => (await portal('/patents')).status).toBe(404)
  await page.getByRole('button', { name: '开放门户' }).click()
  await page.getByText('门户已向公众开放。').waitFor()
  await expect.poll(async () => (await portal('/patents')).status).toBe(200)
  await open('/trail')
  expect(await read(page.locator('table.dense'))).toContain('门户页头页脚：网站标识码改为“6229000001”')
})

test('English, large text and back; the page keeps its place', async () => {
  const { page, open } = visit
  await open('/me')
  await page.getByRole('button', { name: 'EN' }).click()
  await page.getByRole('heading', { name: 'My account' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('heading', { name: '我的账号' }).waitFor()
  const plain = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.querySelector('h1') as Element).fontSize))
  await page.getByRole('button', { name: '长辈版' }).click()
  const large = await page.evaluate(() =>
    Number.parseFloat(getComputedStyle(document.querySelector('#office h1') as Element).fontSize),
  )
  expect(large / plain).toBeGreaterThanOrEqual(1.4)
  await page.getByRole('button', { name: '标准版' }).click()
})

test('a session that is ended elsewhere leads to the door and back to the same page', async () => {
  const { browser, office } = visit
  const other = await aPage(browser)
  await signIn(other, office.url, office.logIn.account, nextPassword)
  await other.getByRole('heading', { name: '工作台' }).waitFor()
  await visit.open('/me')
  await visit.page
    .getByRole('button', { name: /^结束：/ })
    .first()
    .click()
  await visit.page.getByText('已结束该登录。').waitFor()
  await other.getByRole('link', { name: '操作日志' }).click()
  await other.getByText('登录已失效，请重新登录。').waitFor()
  await other.getByLabel('账号').fill(office.logIn.account)
  await other.getByLabel('密码').fill(nextPassword)
  await other.getByRole('button', { name: '登录' }).click()
  await other.getByRole('heading', { name: '操作日志' }).waitFor()
  await stands(other)
  await other.context().close()
})
