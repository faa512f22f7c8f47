import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Locator, Page } from 'playwright-core'
import { type OfficeUnderTest, startOffice } from '../../server/testing/index.ts'
import { aBrowser } from './browser.ts'

export const nextPassword = '黄河之水天上来A7k'

export interface Visit {
  readonly office: OfficeUnderTest
  readonly browser: Browser
  /** The first person, signed in, at 1366×768. */
  readonly page: Page
  /** Opens a page of the office and waits until it stands. */
  readonly open: (path: string, page?: Page) => Promise<void>
  readonly close: () => Promise<void>
}

/** A whole office in a browser: the first person has signed in and changed the first password. */
export async function visitOffice(options: { readonly demonstration?: boolean } = {}): Promise<Visit> {
  const office = await startOffice(options)
  const browser = await aBrowser()
  const page = await aPage(browser)
  const visit: Visit = {
    office,
    browser,
    page,
    open: async (path, on = page) => {
      await on.goto(`${office.url}/app${path}`)
      await stands(on)
    },
    close: async () => {
      await browser.close()
      await office.close()
    },
  }
  await signIn(page, office.url, office.logIn.account, office.logIn.password)
  await page.getByLabel('现用密码').fill(office.logIn.password)
  await page.getByLabel('新密码', { exact: true }).fill(nextPassword)
  await page.getByLabel('再次输入新密码').fill(nextPassword)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  return visit
}

/** A page of the office's usual size, which notes every error of its scripts. */
export async function aPage(browser: Browser, size = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => errors.push(error.message))
  return page
}

/** What went wrong in the pages' own scripts; a test expects it to stay empty. */
export const errors: string[] = []

export async function signIn(page: Page, url: string, account: string, password: string): Promise<void> {
  await page.goto(`${url}/app/`)
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Waits until the page has its heading and nothing is still being read. */
export async function stands(page: Page): Promise<void> {
  await page.locator('#office h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.loading, [aria-busy="true"]'))
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds against WCAG 2.1 A and AA in the page as it stands, pop-ups included; a sentence each. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (at: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  })
}

/** How far the page is wider than its window. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const pane = document.querySelector('main') ?? document.documentElement
    return pane.scrollWidth - pane.clientWidth
  })
}

/** The text as a reader sees it: what is hidden is not in it, and lines are broken as on the screen. */
export function read(at: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen is the point
  return at.innerText()
}
