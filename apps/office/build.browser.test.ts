import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstLoad } from '../../bench/first-load.ts'
import { newerThan88 } from './testing/newer-than-88.ts'
import { aPage, errors, nextPassword, signIn, stands, type Visit, visitOffice } from './testing/visit.ts'

const assets = new URL('../../build/office/assets/', import.meta.url)
const texts = () =>
  readdirSync(assets)
    .filter((name) => /\.(js|css)$/.test(name))
    .map((name) => ({ name, text: readFileSync(new URL(name, assets), 'utf8') }))

let visit: Visit
beforeAll(async () => {
  visit = await visitOffice({ demonstration: true })
})
afterAll(async () => {
  await visit?.close()
  expect(errors).toEqual([])
})

test('nothing newer than Chromium 88 is in the build without saying what happens without it', () => {
  const build = texts()
  expect(build.length).toBeGreaterThan(30)
  const bare = newerThan88.flatMap(({ what, since, seen, without }) =>
    build.flatMap(({ name, text }) => (without === null && seen.test(text) ? [`${what} (Chromium ${since}) in ${name}`] : [])),
  )
  expect(bare).toEqual([])
})

test('the table of newer things finds a planted one', () => {
  const planted = 'a=structuredClone(b);c=d.toSorted();e{width:5dvh}f{color:oklch(0 0 0)}@container(width>5px){}'
  expect(newerThan88.filter(({ seen }) => seen.test(planted)).map(({ what }) => what)).toEqual(
    expect.arrayContaining(['structuredClone', 'Array.prototype.toSorted', 'dvh', 'oklch()', '@container']),
  )
})

test('the office works where the scripts find nothing newer than Chromium 88', async () => {
  const page = await aPage(visit.browser)
  const lives = newerThan88.flatMap((newer) => (newer.lives ? [newer.lives] : []))
  await page.addInitScript((names) => {
    for (const [holder, name] of names) {
      const at = holder.split('.').reduce<unknown>((thing, part) => (thing as Record<string, unknown>)[part], globalThis)
      delete (Object.getOwnPropertyDescriptor(at, name) ? (at as Record<string, unknown>) : Object.getPrototypeOf(at))[name]
    }
  }, lives)
  await signIn(page, visit.office.url, visit.office.logIn.account, nextPassword)
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  expect(await page.evaluate(() => 'structuredClone' in globalThis)).toBe(false)
  await visit.open('/patents', page)
  await page.getByLabel('检索式').fill('一种')
  await page.getByRole('button', { name: '检索', exact: true }).click()
  await stands(page)
  await page.locator('table.dense mark').first().waitFor()
  await page.locator('a[data-row]').first().click()
  await page.getByRole('button', { name: /^「名称」的来源/ }).click()
  await page.getByRole('dialog').getByRole('heading', { name: '各来源的值' }).waitFor()
  await page.context().close()
})

test('from sign-in to the patent list the browser loads little, and only from here', async () => {
  const page = await aPage(visit.browser)
  const strangers: string[] = []
  const asked = new Set<string>()
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url())
    if (origin !== visit.office.url) strangers.push(request.url())
    if (pathname.startsWith('/app/')) asked.add(pathname)
  })
  await signIn(page, visit.office.url, visit.office.logIn.account, nextPassword)
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  await page.getByRole('link', { name: '专利', exact: true }).click()
  await page.locator('a[data-row]').first().waitFor()
  expect(strangers).toEqual([])
  const load = firstLoad()
  const missed = load.files.filter(({ name }) => name !== 'index.html' && !asked.has(`/app/${name}`)).map(({ name }) => name)
  expect(missed).toEqual([])
  expect(load.bytes).toBeLessThanOrEqual(load.limit)
  await page.context().close()
})

test('an open page of an earlier build says that there is a newer one, and a reload goes on', async () => {
  const page = await aPage(visit.browser)
  await signIn(page, visit.office.url, visit.office.logIn.account, nextPassword)
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  // What a rebuild leaves an open page with: the parts it has not yet fetched are gone.
  await page.route('**/app/assets/**', (route) =>
    route.fulfill({ status: 404, contentType: 'application/problem+json', body: '{}' }),
  )
  await page.getByRole('link', { name: '操作日志' }).click()
  await page.getByRole('heading', { name: '系统已更新' }).waitFor()
  await page.unroute('**/app/assets/**')
  await page.getByRole('button', { name: '刷新页面' }).click()
  await page.getByRole('heading', { name: '操作日志' }).waitFor()
  await page.context().close()
})

test('a browser too old is told so in plain words', async () => {
  const page = await aPage(visit.browser)
  await page.addInitScript(() => {
    CSS.supports = () => false
  })
  await page.goto(`${visit.office.url}/app/`)
  await page.getByText('浏览器版本过低').waitFor()
  await page.context().close()
})
