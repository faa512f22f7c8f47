import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Visitor } from '../server/testing/index.ts'
import { addPerson } from '../server/testing/person.ts'
import {
  aPage,
  barriers,
  errors,
  nextPassword,
  overhang,
  read,
  signIn,
  stands,
  type Visit,
  visitOffice,
} from './testing/visit.ts'

let visit: Visit
const folder = mkdtempSync(join(tmpdir(), 'zhizhou-marks-'))
beforeAll(async () => {
  visit = await visitOffice({ demonstration: true })
})
afterAll(async () => {
  await visit?.close()
  rmSync(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})

/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

test('what is printed is answered in a sentence, kept as evidence, verified at the national source and corrected', async () => {
  const { page, open } = visit
  await open('/marks')
  await page.getByLabel('标识上的全部文字和号码').fill('中国实用新型专利　专利号：ＺＬ　２０１１　２０５４２１５８．３')
  await page.getByLabel('生产日期').fill('2015-03-01')
  await page.getByRole('button', { name: '核验', exact: true }).click()
  const verdict = page.getByRole('region', { name: '核验结论' })
  await verdict.locator('.outcome').getByText('台账未查到').waitFor()
  expect(await read(verdict)).toContain('不代表该专利不存在')
  expect(await read(verdict)).toContain('ZL 2011 2 0542158.3')
  expect(await barriers(page)).toEqual([])

  await page.getByLabel('备注').fill('演示：某商店货架，3件')
  await page.getByRole('button', { name: '核验并记录' }).click()
  await page.getByText('已记录，并列入待联网核查清单。').waitFor()

  await open('/queues/marks')
  expect(await read(page.locator('main'))).toContain('待核查 1 条')
  await page.getByRole('link', { name: 'ZL 2011 2 0542158.3' }).click()
  await page.getByRole('button', { name: '补录核查结果' }).click()
  await page.getByRole('button', { name: '补录', exact: true }).click()
  await page.getByText('请选择查询结果。').first().waitFor()
  await page.getByLabel('查询结果', { exact: true }).selectOption('未缴年费终止')
  await page.getByLabel('专利权人（申请人）').fill('演示公司')
  await page.getByLabel('授权公告日').fill('2012-08-01')
  await page.getByLabel('终止日（撤回、驳回日）').fill('2013-12-22')
  await page.getByLabel('终止事项公告日').fill('2014-10-15')
  const path = join(folder, '截图.png')
  writeFileSync(path, picture)
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByText('已上传：截图.png').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '补录', exact: true }).click()
  await page.getByText('已办理。').waitFor()
  const result = page.getByRole('region', { name: '核验结论' }).first()
  expect(await read(result)).toContain('涉嫌假冒专利（终止、无效后标注）')
  expect(await read(result)).toContain('第八十四条第一款第（一）项')
  await page.getByRole('img', { name: '查询结果截图 截图.png' }).waitFor()
  // Who entered it does not correct it.
  expect(await page.getByRole('button', { name: '更正核查结果' }).isDisabled()).toBe(true)
  await open('/queues/marks')
  await page.getByText('没有待联网核查的标识').waitFor()
})

test('a number of the register is answered with its holder, and its evidence keeps what the register said', async () => {
  const { page, open, office } = visit
  const { rows } = await office.product.wire.pool.query<{ application_number: string; applicants: string }>(
    `select application_number, applicants from patents.record
     where status = 'in-force' and right_kind = 'invention' order by application_number limit 1`,
  )
  const [patent] = rows
  await open(`/marks?text=${encodeURIComponent(`中国发明专利 ZL${patent!.application_number}`)}`)
  const verdict = page.getByRole('region', { name: '核验结论' })
  await verdict.locator('.outcome').getByText('未发现问题').waitFor()
  expect(await read(verdict)).toContain(patent!.applicants.split('；')[0]!)
  await page.getByRole('button', { name: '核验并记录' }).click()
  await page.getByText('已记录。').waitFor()
  expect(await read(page.locator('main'))).toContain('核验时台账的记载')
  await open('/mark-checks?outcome=ok')
  expect(await read(page.locator('main'))).toContain('共 1 条记录')
})

test('a pasted list comes back with a finding beside each row', async () => {
  const { page, open } = visit
  await open('/mark-lists')
  await page
    .getByLabel('标识清单')
    .fill(
      ['专利标识\t生产日期\t生产者', '发明专利 ZL 2017 1 0601863.3\t2018-01-01\t演示厂', '国家专利\t2018-02-30\t演示厂'].join(
        '\n',
      ),
    )
  await page.getByRole('button', { name: '核验', exact: true }).click()
  await page.getByText('共 2 行').waitFor()
  await page.getByText('无法识别').waitFor()
  const main = await read(page.locator('main'))
  expect(main).toContain('校验位不符（标注为3，应为8）')
  expect(main).toContain('生产日期“2018-02-30”无法识别')
  expect(await barriers(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载核验结果' }).click()])
  expect(download.suggestedFilename()).toMatch(/^核验结果_.*\.xlsx$/)
})

test('what the register could not answer of a list goes on the worklist: one row, then all, and none twice', async () => {
  const { page, open } = visit
  await open('/mark-lists')
  const lines = ['发明专利 ZL 2017 1 0601863.3', '国家专利', '实用新型专利 ZL 2011 2 0542158.3', '发明专利 ZL 2013 1 0000001.7']
  await page.getByLabel('标识清单').fill(['专利标识', ...lines].join('\n'))
  await page.getByRole('button', { name: '核验', exact: true }).click()
  await page.getByText('有号码可查的共 3 行').waitFor()
  await expect.poll(() => page.getByRole('checkbox').count()).toBe(3)
  expect(await barriers(page)).toEqual([])
  await page.getByRole('checkbox', { name: '选择第4行' }).check()
  await page.getByRole('button', { name: '列入所选（1行）' }).click()
  await page.getByRole('button', { name: '全部列入（2行）' }).click()
  await page.getByText('需要联网核查的都已列入。').waitFor()
  await expect.poll(() => page.getByRole('link', { name: '已列入' }).count()).toBe(3)
  await page.getByRole('link', { name: '已列入' }).first().click()
  await page.getByText('清单“粘贴的清单（2020-08-25）”第2行').waitFor()
  await page.getByRole('link', { name: '粘贴的清单（2020-08-25）（第2行）' }).click()
  await page.getByText('需要联网核查的都已列入。').waitFor()
  await page.getByRole('link', { name: '待联网核查清单' }).last().click()
  await page.getByText('待核查 3 条').waitFor()
})

test('the photos of a check stand on its page with who took them and when, and open in full', async () => {
  const { page, open, office } = visit
  const account = { name: '演示执法员', account: 'photos', role: 'county-staff', place: '622921' } as const
  const phone = await new Visitor(office.url).signIn('photos', await addPerson(office, account))
  const body = new FormData()
  body.set('file', new Blob([new Uint8Array(await page.screenshot({ type: 'jpeg' }))]), 'photo.jpg')
  const photo = (await phone.ask('POST /api/field/photos', body)).body
  const deed = { word: 'mark-checks.check', madeAt: '2020-08-24T08:30:00Z', clockDoubtful: false, photos: [photo] }
  const sent = await phone.ask('POST /api/field/intentions', { ...deed, input: { text: '国家专利' } })
  await open(`/mark-checks/${sent.body.reply.id}`)
  await page.getByRole('heading', { name: '现场照片（1张）' }).waitFor()
  const photos = page.locator('.pictures')
  expect(await read(photos)).toContain('演示执法员')
  expect(await read(photos)).toContain('2020-08-24 16:30')
  await expect.poll(() => photos.getByRole('img').evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(1366)
  expect(await photos.getByRole('link').getAttribute('href')).toMatch(/screenshots/)
  expect(await barriers(page)).toEqual([])
  await page.emulateMedia({ media: 'print' })
  expect(await photos.getByRole('img').isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
})

test('every screen stands on a phone, in large text too, without barriers', async () => {
  const { office, browser } = visit
  const phone = await aPage(browser, { width: 390, height: 844 })
  await signIn(phone, office.url, office.logIn.account, nextPassword)
  await phone.getByRole('heading', { name: '工作台' }).waitFor()
  for (const path of ['/marks', '/marks/table', '/mark-checks', '/queues/marks', '/mark-lists']) {
    await phone.goto(`${office.url}/app${path}`)
    await stands(phone)
    expect([path, await barriers(phone)]).toEqual([path, []])
    expect([path, await overhang(phone)]).toEqual([path, 0])
  }
  await phone.evaluate(() => document.documentElement.classList.add('elder'))
  expect(await overhang(phone)).toBe(0)
  await phone.context().close()
})
