import { afterAll, beforeAll, expect, test } from 'vitest'
import { errors, read, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice({ demonstration: true })
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

const rows = () => visit.page.locator('table.dense tbody tr')
const column = (title: string) => visit.page.locator(`table.dense td[data-title="${title}"]`)

test('the register is narrowed by what stands at the side, and the address holds it', async () => {
  const { page, open } = visit
  await open('/patents')
  const all = await read(page.locator('.search-count'))
  expect(all).toMatch(/^(共|约) [\d,]+ 件$/)
  await page.getByRole('link', { name: /^发明专利/ }).click()
  await stands(page)
  expect(new URL(page.url()).searchParams.get('right')).toBe('invention')
  expect(new Set(await column('专利类型').allInnerTexts())).toEqual(new Set(['发明专利']))
  await page.reload()
  await stands(page)
  expect(new Set(await column('专利类型').allInnerTexts())).toEqual(new Set(['发明专利']))
  await page.getByRole('button', { name: '去掉条件：发明专利' }).click()
  await stands(page)
  await expect.poll(() => read(page.locator('.search-count'))).toBe(all)
})

test('the words searched for are marked, and the count of a facet is the count of its list', async () => {
  const { page, open } = visit
  await open('/patents')
  const title = await read(rows().first().locator('a[data-row]'))
  const word = title.slice(0, 3)
  await page.getByLabel('检索式').fill(word)
  await page.getByRole('button', { name: '检索', exact: true }).click()
  await stands(page)
  expect(await read(page.locator('table.dense mark').first())).toBe(word)
  const facet = page.locator('.facet li a').first()
  const count = await read(facet.locator('.facet-count'))
  await facet.click()
  await stands(page)
  await expect.poll(() => read(page.locator('.search-count'))).toBe(`共 ${count} 件`)
})

test('nothing found says what to do', async () => {
  await visit.open('/patents?query=无此词语甲乙丙丁')
  expect(await read(visit.page.locator('.empty'))).toContain('没有符合条件的专利')
})

test('the list is gone through by keyboard: / searches, ↓ ↑ move, Enter opens', async () => {
  const { page, open } = visit
  await open('/patents')
  await rows().nth(1).waitFor()
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('检索式')
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const second = await read(rows().nth(1).locator('a[data-row]'))
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).textContent)).toBe(second)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/patents\/[^/]+$/)
  await stands(page)
  await expect.poll(() => read(page.locator('h1:visible'))).toBe(second)
})

test('exactly what is filtered is exported, by e too', async () => {
  const { page, open } = visit
  await open('/patents?right=design')
  await rows().first().waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')])
  expect(new URL(download.url()).searchParams.get('right')).toBe('design')
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
})

test('a reader chooses columns, and this browser remembers', async () => {
  const { page, open } = visit
  await open('/patents')
  await page.getByRole('button', { name: '显示列' }).click()
  await page.getByRole('checkbox', { name: '主分类号' }).check()
  await page.getByRole('columnheader', { name: '主分类号' }).waitFor()
  await page.reload()
  await page.getByRole('columnheader', { name: '主分类号' }).waitFor()
  await page.getByRole('button', { name: '显示列' }).click()
  await page.getByRole('button', { name: '恢复默认' }).click()
  await expect.poll(() => page.getByRole('columnheader', { name: '主分类号' }).count()).toBe(0)
})

test('a search is saved, run again and deleted', async () => {
  const { page, open } = visit
  await open('/patents?right=utility-model')
  await page.getByRole('button', { name: '保存检索' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  expect(await read(page.getByRole('dialog'))).toContain('请给这个检索起个名称')
  await page.getByLabel('名称', { exact: true }).fill('演示：实用新型')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存为「演示：实用新型」').waitFor()
  await open('/patents/searches')
  await page.getByRole('link', { name: '演示：实用新型' }).click()
  await page.getByText(/新增 0 件，移出 0 件，有变化 0 件/).waitFor()
  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  // Those that the demonstration begins with stay.
  await page.getByRole('link', { name: '演示：有效发明专利' }).waitFor()
  expect(await page.getByRole('link', { name: '演示：实用新型' }).count()).toBe(0)
})

test('one click tells where a value comes from; a decision by hand stands and can be undone', async () => {
  const { page, open } = visit
  await open('/patents')
  await rows().first().locator('a[data-row]').click()
  await page.getByRole('button', { name: /^「申请人」的来源/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('heading', { name: '各来源的值' }).waitFor()
  expect(await panel.locator('table tbody tr').count()).toBeGreaterThan(0)
  await panel.getByRole('button', { name: '核定' }).click()
  expect(await read(panel.getByRole('alert'))).toContain('还有 2 处需要更正')
  await panel.getByRole('radio', { name: '另行填写' }).check()
  await panel.getByLabel('填写的值').fill('演示核定有限公司\n演示核定大学')
  await panel.getByLabel('核定理由').fill('演示：已核对登记簿副本')
  await panel.getByRole('button', { name: '核定' }).click()
  await panel.getByText('已核定，现以核定的值为准。').waitFor()
  await page.keyboard.press('Escape')
  const field = page.locator('.biblio tr', { has: page.getByRole('rowheader', { name: '申请人', exact: true }) })
  await expect.poll(() => read(field)).toMatch(/演示核定有限公司\s+演示核定大学\s+人工核定/)
  await field.getByRole('button').click()
  await panel.getByRole('button', { name: '撤销核定' }).click()
  const question = page.getByRole('dialog', { name: '撤销对「申请人」的核定？' })
  await question.getByLabel('理由').fill('演示：核定有误')
  await question.getByRole('button', { name: '撤销核定' }).click()
  await panel.getByText('已撤销核定，恢复为来源的值。').waitFor()
})

test('on paper the page is the boxed form, without bar and menu', async () => {
  const { page, open } = visit
  await open('/patents')
  await rows().first().locator('a[data-row]').click()
  await page.locator('.biblio').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.printed').isVisible()).toBe(true)
  expect(await read(page.locator('.printed'))).toMatch(/台账数据，[\s\S]*打印日期 2020年8月25日，来源：/)
  expect(await page.locator('.bar, .menu, .biblio').filter({ visible: true }).count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })
})
