import type { Page } from 'playwright-core'
import { uuidv7 } from 'uuidv7'
import { createUser, grantRole } from '#modules/identity'
import type { Role } from '#modules/roles'
import { aPage, nextPassword, signIn, type Visit } from './visit.ts'

/** Another person of the office with one role, signed in on a page of their own. */
export async function aPerson(visit: Visit, name: string, account: string, role: Role): Promise<Page> {
  const { product, url } = visit.office
  const request = () => ({
    region: product.region,
    actor: { id: null, name: '知州', via: 'product' } as const,
    idempotencyKey: uuidv7(),
  })
  const made = await product.runner.run(createUser, request(), { account, name, unit: null })
  if (!made.done) throw new Error(made.refusal.code)
  const { rows } = await product.wire.pool.query<{ n: number }>(
    `select max(n) as n from trail.entry where subject_kind = 'person' and subject_id = $1`,
    [made.value.id],
  )
  const granted = await product.runner.run(grantRole, request(), {
    id: made.value.id,
    role,
    unit: null,
    place: String(product.region),
    from: '2019-01-01',
    to: null,
    version: String(rows[0]?.n ?? 0),
  })
  if (!granted.done) throw new Error(granted.refusal.code)
  const page = await aPage(visit.browser)
  await signIn(page, url, account, made.value.firstPassword)
  await page.getByLabel('现用密码').fill(made.value.firstPassword)
  await page.getByLabel('新密码', { exact: true }).fill(nextPassword)
  await page.getByLabel('再次输入新密码').fill(nextPassword)
  await page.getByRole('button', { name: '修改密码' }).click()
  await page.getByRole('heading', { name: '工作台' }).waitFor()
  return page
}
