import type { Page } from 'playwright-core'
import { addPerson } from '../../server/testing/person.ts'
import { aPage, nextPassword, signIn, type Visit } from './visit.ts'

/** Another person of the office with one role, signed in on a page of their own. */
export async function aPerson(
  visit: Visit,
  name: string,
  account: string,
  role: Parameters<typeof addPerson>[1]['role'],
): Promise<Page> {
  const password = await addPerson(visit.office, { name, account, role })
  const page = await aPage(visit.browser)
  await signIn(page, visit.office.url, account, password)
  await page.getByLabel('现用密码').fill(password)
  await page.getByLabel('新密码', { exact: true }).fill(nextPassword)
  await page.getByLabel('再次输入新密码').fill(nextPassword)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  return page
}
