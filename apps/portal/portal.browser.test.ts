import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from '../office/testing/browser.ts'
import { barriers, read } from '../office/testing/visit.ts'
import { type OfficeUnderTest, startOffice } from '../server/testing/index.ts'

let office: OfficeUnderTest
let browser: Browser
let number = ''
beforeAll(async () => {
  office = await startOffice({ demonstration: true })
  browser = await aBrowser()
  const page = await aPage()
  await page.goto(`${office.url}/patents?right=invention&status=in-force`)
  number = (await page.locator('.results a').first().getAttribute('href'))?.split('/').pop() ?? ''
  expect(number).toMatch(/^\d+\.[\dX]$/)
  await page.context().close()
})
afterAll(async () => {
  await browser?.close()
  await office?.close()
})

const desk = { width: 1366, height: 768 }

/** A page without scripts, as the portal needs none; `scripts` for axe, which is one. */
async function aPage({
  size = desk,
  scripts = false,
}: {
  size?: { width: number; height: number }
  scripts?: boolean
} = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'zh-CN',
    javaScriptEnabled: scripts,
    // axe is injected against the policy of the page.
    bypassCSP: scripts,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const open = (page: Page, path: string) => page.goto(`${office.url}${path}`)

test('somebody finds a patent, narrows the list, turns the page and reads its status, without scripts', async () => {
  const page = await aPage()
  await open(page, '/')
  await page.getByLabel('检索词').fill('牛肉')
  await button(page, '检索')
  expect(await page.title()).toMatch(/^检索“牛肉”/)
  expect(await page.locator('mark').first().textContent()).toBe('牛肉')
  const count = Number(/\d+/.exec(await read(page.locator('#found')))?.[0])
  const shown = await page.locator('.results li').count()
  expect(shown).toBe(20)
  await page.getByRole('link', { name: '下一页' }).click()
  expect(await page.locator('.results li').count()).toBe(count - shown)
  await page.getByRole('link', { name: '回到第一页' }).click()
  const facet = page.locator('.facets li', { hasText: '滞纳期内' })
  const expected = await read(facet.locator('.number'))
  await facet.getByRole('link').click()
  expect(await read(page.locator('#found'))).toBe(`共 ${expected} 件`)
  await page.getByRole('link', { name: /^去掉条件：\s*滞纳期内/ }).click()
  expect(await read(page.locator('#found'))).toBe(`共 ${count} 件`)
  await page.locator('.results a').first().click()
  expect(await read(page.locator('main'))).toMatch(/截至2020年8月25日台账数据[\s\S]*来源：国家知识产权局[\s\S]*专利登记簿副本/)
  expect(await page.getByRole('navigation', { name: '当前位置' }).getByRole('listitem').count()).toBe(3)
  await page.context().close()
})

test('somebody checks what is printed on goods', async () => {
  const page = await aPage()
  await open(page, '/')
  await page.getByLabel('商品上标注的内容').fill(`中国发明专利　ＺＬ ${number.replace('.', ' . ')}`)
  await button(page, '核验')
  expect(await read(page.locator('.standing'))).toMatch(
    /该发明专利权处于有效状态，专利权人为[\s\S]*校验位\s*相符[\s\S]*数据截至2020年8月25日/,
  )
  await page.getByRole('link', { name: /（演示）/ }).click()
  expect(page.url()).toContain(`/patents/${number}`)
  await page.goBack()
  await page.getByLabel('商品上标注的内容').fill(number.replace(/.$/, (digit) => (digit === '1' ? '2' : '1')))
  await button(page, '核验')
  expect(await read(page.locator('.standing'))).toMatch(/校验位与其他数字不符[\s\S]*可能是印刷、抄写或者输入有误/)
  await page.getByLabel('商品上标注的内容').fill('')
  await button(page, '核验')
  expect(await read(page.locator('main'))).toContain('核验能说明什么')
  await page.context().close()
})

test('a number of the figures opens the list it counts', async () => {
  const page = await aPage()
  await open(page, '/figures')
  const figures = page.locator('table').first().getByRole('link')
  const last = (await figures.count()) - 1
  expect(last).toBeGreaterThan(8)
  for (const at of [0, 4, last]) {
    const cell = figures.nth(at)
    const figure = await read(cell)
    await cell.click()
    expect(await read(page.locator('#found'))).toBe(`共 ${figure} 件`)
    await page.goBack()
  }
  await page.context().close()
})

test('somebody reckons the annual fee of a patent, and mends what was wrong', async () => {
  const page = await aPage()
  await open(page, `/patents/${number}`)
  await page.getByRole('link', { name: '计算这件专利的年费' }).click()
  expect(await read(page.locator('.standing'))).toMatch(
    /发明专利第\d+年年费[\s\S]*应缴期限[\s\S]*专利法实施细则（2010年） 第五条、第九十八条[\s\S]*专利收费标准/,
  )
  await page.getByLabel('申请日').fill('二〇一三')
  await button(page, '计算')
  const summary = page.getByRole('alert')
  expect(await read(summary)).toContain('“二〇一三”不是日期')
  await page.getByLabel('申请日').fill('2013年3月9日')
  await page.getByLabel('授权公告日').fill('2016.05.04')
  await page.getByLabel('年度').fill('12')
  await page.getByLabel('费用减缴').selectOption('0.85')
  await page.getByLabel('缴费日期').fill('20240620')
  await button(page, '计算')
  expect(await read(page.locator('.answer'))).toBe(
    '已超过应缴期限，仍在滞纳金缴纳期内：按2024年6月20日缴纳计算，共1,200元；最迟2024年9月9日。',
  )
  await page.context().close()
})

test('长辈版 is 40 % larger and stays; English speaks English and keeps the data Chinese', async () => {
  const page = await aPage({ scripts: true })
  const textSize = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  await open(page, '/questions')
  const usual = await textSize()
  await page.getByRole('link', { name: '长辈版' }).click()
  expect(page.url()).toContain('/questions')
  expect((await textSize()) / usual).toBeCloseTo(1.4)
  await open(page, '/figures')
  expect((await textSize()) / usual).toBeCloseTo(1.4)
  await page.getByRole('link', { name: 'English' }).click()
  await open(page, `/patents/${number}`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await read(page.locator('main'))).toMatch(/Legal status In force[\s\S]*该发明专利权处于有效状态/)
  await page.getByRole('link', { name: 'Standard text' }).click()
  await page.getByRole('link', { name: '中文' }).click()
  expect(await textSize()).toBe(usual)
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.context().close()
})

test('the keyboard comes to the content first, and print leaves out what paper cannot use', async () => {
  const page = await aPage()
  await open(page, `/patents/${number}`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(page.url()).toMatch(/#main$/)
  await page.emulateMedia({ media: 'print' })
  for (const part of ['.switches', 'header .doors', '.crumbs', 'footer nav', '.next'])
    expect(await page.locator(part).first().isVisible()).toBe(false)
  expect(await page.locator('.standing').isVisible()).toBe(true)
  await page.context().close()
})

const paths = [
  '/',
  '/patents',
  '/patents?q=%E7%89%9B%E8%82%89',
  '/patents?q=%E7%94%B2%E4%B9%99%E4%B8%99%E4%B8%81%E6%88%8A',
  '/patents?from=abc&county=1',
  '/patents/NUMBER',
  '/patents/ZL201610259567.X',
  '/mark-check',
  '/mark-check?text=ZL NUMBER',
  '/mark-check?text=ZL 2013 2 0123456.7',
  '/annuity',
  '/annuity?right=invention&filed=2013-03-09&granted=2016-05-04&reduction=0.85',
  '/annuity?right=invention&filed=2013-03-09&granted=2016-05-04&year=13&licencefrom=2025-01-01&licenceto=2025-12-31&compensated=2035-06-01',
  '/annuity?right=&filed=x&year=99',
  '/matters',
  '/questions',
  '/figures',
  '/sources',
  '/accessibility',
  '/nowhere',
]

test.each([
  { name: 'at 1366×768', size: desk, view: '' },
  { name: 'on a phone', size: { width: 390, height: 844 }, view: '' },
  { name: 'in large text', size: desk, view: '?large=1' },
  { name: 'in large text on a phone', size: { width: 390, height: 844 }, view: '?large=1' },
  { name: 'in English', size: desk, view: '?language=en' },
])('every page is open to everybody $name, within its window', async ({ size, view }) => {
  const page = await aPage({ size, scripts: true })
  await open(page, `/${view}`)
  const found: Record<string, string[]> = {}
  for (const path of paths) {
    await open(page, path.replace('NUMBER', number))
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    found[path] = [...(await barriers(page)), ...(over > 0 ? [`wider than its window by ${over} px`] : [])]
    if ((await page.locator('h1').count()) !== 1) found[path].push('not one h1')
  }
  await page.context().close()
  expect(Object.fromEntries(Object.entries(found).filter(([, sentences]) => sentences.length))).toEqual({})
})

test('the first load of any page is at most 60 KB, style and pictures included', async () => {
  const page = await aPage()
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
  let bytes = 0
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  const loads: Record<string, number> = {}
  for (const path of paths) {
    bytes = 0
    await page.goto(`${office.url}${path.replace('NUMBER', number)}`, { waitUntil: 'networkidle' })
    loads[path] = bytes
  }
  expect(Math.min(...Object.values(loads))).toBeGreaterThan(2000)
  expect(Object.entries(loads).filter(([, size]) => size > 60_000)).toEqual([])
  console.log(`the largest first load is ${Math.max(...Object.values(loads))} bytes`)
  await page.context().close()
})
