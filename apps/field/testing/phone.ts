import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { aPersistentContext } from '../../office/testing/browser.ts'
import { type OfficeUnderTest, startOffice, Visitor } from '../../server/testing/index.ts'
import { aRelay, type Relay } from './relay.ts'

export const password = '黄河之水天上来A7k'

/** A phone with the app, and the office behind a network that can be cut. */
export interface Phone {
  readonly office: OfficeUnderTest
  readonly relay: Relay
  /** What went wrong in the app's own scripts; a test expects it to stay empty. */
  readonly errors: string[]
  page: Page
  context: BrowserContext
  /** Takes the network away, or brings it back. */
  readonly network: (there: boolean) => Promise<void>
  /** Turns the phone off and on: the browser ends, its profile stays. */
  readonly restart: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens the demonstration's office and a phone of this size, nobody signed in yet. */
export async function aPhone(size = { width: 360, height: 740 }): Promise<Phone> {
  const office = await startOffice({ demonstration: true })
  await firstPassword(office)
  const relay = await aRelay(office.url)
  const profile = mkdtempSync(join(tmpdir(), 'zhizhou-phone-'))
  const errors: string[] = []
  const open = async () => {
    const context = await aPersistentContext(profile, {
      viewport: size,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    })
    // As on an old phone: what came after Chromium 88 is not there.
    await context.addInitScript(() => {
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted'])
        delete (Array.prototype as unknown as Record<string, unknown>)[name]
      delete (globalThis as unknown as Record<string, unknown>).structuredClone
    })
    const page = context.pages()[0] ?? (await context.newPage())
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => errors.push(error.message))
    return { context, page }
  }
  const phone: Phone = {
    office,
    relay,
    errors,
    ...(await open()),
    network: async (there) => {
      relay.cut = !there
      await phone.context.setOffline(!there)
    },
    restart: async () => {
      await phone.context.close()
      Object.assign(phone, await open())
      await phone.context.setOffline(relay.cut)
    },
    close: async () => {
      await phone.context.close()
      await relay.close()
      await office.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
  return phone
}

/** Changes the first password; a machine that is still busy with the demonstration turns visitors away for a while. */
async function firstPassword(office: OfficeUnderTest): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await new Visitor(office.url).signIn(office.logIn.account, office.logIn.password, password)
      return
    } catch (error) {
      if (tries === 20 || !String(error).includes('server-busy')) throw error
      await new Promise((later) => setTimeout(later, 2000))
    }
  }
}

/** Signs in on the phone and waits until the whole copy is there and the app can do without a network. */
export async function signedIn(phone: Phone): Promise<void> {
  const { page, relay, office } = phone
  await page.goto(`${relay.url}/field/`)
  await enter(page, office)
  await page.getByText('没有网络也能核验').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
}

/** Fills in the door. */
export async function enter(page: Page, office: OfficeUnderTest): Promise<void> {
  await page.getByLabel('账号').fill(office.logIn.account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Opens an empty check, whatever stood there. */
export async function toCheck(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: '核验标识' }).click()
  const pad = page.getByText('号码前的字样')
  const left = page.getByRole('button', { name: /^(下一件|返回改号码)/ })
  await pad.or(left.first()).first().waitFor()
  if (!(await pad.isVisible())) await left.first().click()
  await pad.waitFor()
  const clear = page.getByRole('button', { name: '清空' })
  if (await clear.isEnabled()) await clear.click()
}

/** Types a number on the pad. */
export async function typeNumber(page: Page, number: string): Promise<void> {
  for (const key of number)
    await page.getByRole('button', { name: key === '.' ? '点' : key === 'X' ? '校验位 X' : key, exact: true }).click()
}
