import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPage, barriers, errors, nextPassword, overhang, signIn, stands, type Visit, visitOffice } from './testing/visit.ts'

let visit: Visit
let number = ''
let holder = ''
beforeAll(async () => {
  visit = await visitOffice({ demonstration: true })
  number = await firstOf('/patents')
  holder = await firstOf('/holders')
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

/** What the first row of a list leads to. */
async function firstOf(list: string): Promise<string> {
  await visit.open(list)
  const href = await visit.page.locator('a[data-row]').first().getAttribute('href')
  expect(href).toBeTruthy()
  return href?.split('/').pop() ?? ''
}

const click = (name: string) => async (page: Page) => page.getByRole('button', { name, exact: true }).first().click()

/** Every screen, and the pop-ups that open over it. */
const screens: readonly (readonly [path: string, pop?: (page: Page) => Promise<void>])[] = [
  ['/'],
  ['/patents'],
  ['/patents', click('显示列')],
  ['/patents', click('保存检索')],
  ['/patents?query=无此词语甲乙丙丁'],
  ['/patents/NUMBER'],
  ['/patents/NUMBER?panel=field:title'],
  ['/patents/NUMBER?panel=county'],
  ['/patents/searches'],
  ['/imports'],
  ['/imports/new'],
  ['/queues/disagreements'],
  ['/queues/twins'],
  ['/queues/places'],
  ['/queues/names'],
  ['/holders'],
  ['/holders/HOLDER'],
  ['/users'],
  ['/users/new', click('新增')],
  ['/roles'],
  ['/units'],
  ['/units', click('更名')],
  ['/units', click('新设下级机构')],
  ['/catalogues/limits'],
  ['/catalogues/limits?query=无此词语'],
  ['/catalogues/limits/decision'],
  ['/catalogues/limits/propose'],
  ['/catalogues/limits/propose?entry=decision&kind=correct'],
  ['/catalogues/fees'],
  ['/catalogue-changes'],
  ['/calendar'],
  ['/calendar?year=2027'],
  ['/calendar/notice', click('识读')],
  ['/limits/count', click('测算')],
  ['/limits'],
  ['/trail', click('校验完整性')],
  ['/me'],
  ['/running'],
  ['/portal-settings'],
  ['/help'],
  ['/no-such-page'],
]

const windows = [
  { name: 'at 1366×768', size: { width: 1366, height: 768 }, elder: false },
  { name: 'on a phone', size: { width: 390, height: 844 }, elder: false },
  { name: 'in large text', size: { width: 1366, height: 768 }, elder: true },
]

test.each(windows)('every screen is open to everybody $name, its pop-ups too', async ({ size, elder }) => {
  const page = await aPage(visit.browser, size)
  await page.addInitScript((large) => {
    if (large) localStorage.setItem('zhizhou.preferences', JSON.stringify({ language: 'zh', elder: true }))
  }, elder)
  await page.goto(`${visit.office.url}/app/`)
  await page.getByLabel('账号').waitFor()
  const found: Record<string, string[]> = { 'sign-in': await barriers(page) }
  await signIn(page, visit.office.url, visit.office.logIn.account, nextPassword)
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  for (const [path, pop] of screens) {
    await visit.open(path.replace('NUMBER', number).replace('HOLDER', holder), page)
    await pop?.(page)
    if (pop) await stands(page)
    const name = `${path}${pop ? ' with its pop-up' : ''}`
    found[name] = await barriers(page)
    const over = await overhang(page)
    if (over > 1) found[name].push(`wider than its window by ${over} px`)
  }
  await page.context().close()
  expect(Object.fromEntries(Object.entries(found).filter(([, sentences]) => sentences.length))).toEqual({})
})
