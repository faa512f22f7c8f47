import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPortal, writePortalEntry } from './portal-acts.ts'
import { type OfficeUnderTest, startOffice, Visitor } from './testing/index.ts'

let office: OfficeUnderTest
beforeAll(async () => {
  office = await startOffice()
})
afterAll(() => office.close())

let keys = 0
const request = () => ({
  region: office.product.region,
  actor: { id: 'os:tester', name: '测试员', via: 'command-line' } as const,
  idempotencyKey: `portal-${++keys}`,
})
const write = (entry: string, text: string) => office.product.runner.run(writePortalEntry, request(), { entry, text })
const home = async () => (await fetch(`${office.url}/`)).text()
const soon = { timeout: 10_000 }

test('the footer says what was set, and what was taken out is not there', async () => {
  expect(await home()).not.toContain('网站标识码')
  expect((await write('siteCode', '6229000001')).done).toBe(true)
  expect((await write('phone', '0930-0000000 <b>')).done).toBe(true)
  await expect.poll(home, soon).toContain('<dt>网站标识码</dt><dd>6229000001</dd>')
  expect(await home()).toContain('0930-0000000 &lt;b&gt;')
  expect((await write('phone', '')).done).toBe(true)
  await expect.poll(home, soon).not.toContain('联系电话')
  expect(await home()).toContain('6229000001')
})

test('an entry that is none, or a wrong one, is refused', async () => {
  for (const [entry, text] of [
    ['siteCode', '12'],
    ['origin', 'javascript:alert(1)'],
    ['origin', 'https://a.cn/path'],
    ['password', 'x'],
  ] as const)
    expect((await write(entry, text)).done).toBe(false)
})

test('the office asks and writes them, but only who may', async () => {
  const stranger = await fetch(`${office.url}/api/portal-settings`)
  expect(stranger.status).toBe(401)
  const admin = await new Visitor(office.url).signIn(office.logIn.account, office.logIn.password)
  const asked = async () => (await admin.ask('GET /api/portal-settings')).body
  expect(await asked()).toMatchObject({ open: true, entries: { siteCode: '6229000001' } })
  const written = await admin.ask('PUT /api/portal-settings/entries', { icp: '陇ICP备00000001号', siteCode: '' })
  expect(written.body.entries).toEqual({ icp: '陇ICP备00000001号' })
  expect(written.body.usual.name).toBe('临夏回族自治州知识产权公共服务')
  expect((await admin.ask('PUT /api/portal-settings/entries', { origin: 'https://a.cn/path' })).body.code).toBe('input-invalid')
  expect((await admin.ask('PUT /api/portal-settings/open', { open: true })).body.open).toBe(true)
})

test('canonical links bear the address that was set', async () => {
  expect((await write('origin', 'https://ip.example.gov.cn')).done).toBe(true)
  await expect.poll(home, soon).toContain('<link rel="canonical" href="https://ip.example.gov.cn/">')
})

test('closed, the portal leads to the office; opened, it is there again', async () => {
  const answer = (path: string) => fetch(`${office.url}${path}`, { redirect: 'manual' })
  await office.product.runner.run(openPortal, request(), { open: false })
  await expect.poll(async () => (await answer('/')).headers.get('location'), soon).toBe('/app/')
  expect((await answer('/patents')).status).toBe(404)
  expect(await (await answer('/robots.txt')).text()).toContain('Disallow: /\n')
  await office.product.runner.run(openPortal, request(), { open: true })
  await expect.poll(async () => (await answer('/')).status, soon).toBe(200)
})
