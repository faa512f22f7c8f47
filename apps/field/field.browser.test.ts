import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { barriers, overhang, read } from '../office/testing/visit.ts'
import { aPhone, enter, type Phone, signedIn, toCheck, typeNumber } from './testing/phone.ts'

let phone: Phone
beforeAll(async () => {
  phone = await aPhone()
  await signedIn(phone)
})
afterAll(async () => {
  await phone?.close()
  expect(phone?.errors).toEqual([])
})

/** A right of the register that stands so. */
async function numberOf(status: string): Promise<string> {
  const { rows } = await phone.office.product.wire.pool.query<{ number: string }>(
    `select application_number as number from patents.record
     where status = $1::patents.status and application_number ~ '^20[0-9]{10}[.]' and granted_on is not null
     order by id limit 1`,
    [status],
  )
  return rows[0]!.number
}

/** Checks a number as a seller's goods made on this day, until the answer stands. */
async function check(number: string, madeOn: string | null): Promise<string> {
  const { page } = phone
  await toCheck(page)
  await typeNumber(page, number)
  await page.getByRole('button', { name: '下一步' }).click()
  if (madeOn === null) await page.getByLabel('看不清').check()
  else await page.getByLabel('生产日期').fill(madeOn)
  await page.getByRole('button', { name: '核验', exact: true }).click()
  return read(page.locator('.verdict'))
}

const record = async () => {
  await phone.page.getByRole('button', { name: '记录', exact: true }).click()
  await phone.page.getByText('已记录').waitFor()
}
const bar = () => phone.page.locator('.bar')

test('every screen is without barriers and fits, at both sizes and in large text', async () => {
  const { page } = phone
  const found: string[] = []
  const look = async (where: string) => {
    for (const size of [
      { width: 360, height: 740 },
      { width: 390, height: 844 },
    ])
      for (const elder of [false, true]) {
        await page.setViewportSize(size)
        await page.evaluate((large) => document.documentElement.classList.toggle('elder', large), elder)
        for (const barrier of await barriers(page)) found.push(`${where} ${size.width} ${elder ? '大字 ' : ''}${barrier}`)
        const over = await overhang(page)
        if (over > 0) found.push(`${where} ${size.width} ${elder ? '大字 ' : ''}is ${over} px too wide`)
      }
    await page.evaluate(() => document.documentElement.classList.remove('elder'))
    await page.setViewportSize({ width: 360, height: 740 })
  }
  await look('今日任务')
  await toCheck(page)
  await look('号码')
  await typeNumber(page, '201320123456.7')
  await look('号码已输入')
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('生产日期').fill('1')
  await page.getByRole('button', { name: '核验', exact: true }).click()
  await page.getByText('请按年月日填写').waitFor()
  await look('情况')
  await page.getByLabel('看不清').check()
  await page.getByRole('button', { name: '核验', exact: true }).click()
  await page.getByRole('heading', { name: '下一步' }).waitFor()
  await look('答复')
  await page.getByRole('button', { name: '下一件（不记录）' }).click()
  await page.getByRole('link', { name: '我的记录' }).click()
  await page.getByText('还没有记录').waitFor()
  await look('我的记录')
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await look('我的')
  await page.getByRole('button', { name: '不退出' }).click()
  expect(found).toEqual([])
})

test('what the thumb must reach lies within the screen, large enough', async () => {
  const { page } = phone
  await toCheck(page)
  await typeNumber(page, '20132')
  const keys = page.locator('.pad-keys button, .tabs a')
  const boxes = await Promise.all(Array.from({ length: await keys.count() }, (_, at) => keys.nth(at).boundingBox()))
  expect(boxes.length).toBe(19)
  for (const box of boxes) {
    expect(box!.height).toBeGreaterThanOrEqual(48)
    expect(box!.width).toBeGreaterThanOrEqual(48)
    expect(box!.y + box!.height).toBeLessThanOrEqual(740)
  }
  await page.getByRole('button', { name: '清空' }).click()
})

test('without a network: opens cold, checks by the list, keeps the record; with one again it goes to the office', async () => {
  await phone.network(false)
  await phone.restart()
  const { page, relay, office } = phone
  await page.goto(`${relay.url}/field/`)
  await bar().getByText('离线').waitFor()
  expect(await read(bar())).toContain('台账截至 2020-08-25')

  expect(await check(await numberOf('in-force'), '2020-08-01')).toMatch(/未发现问题|标注不规范/)
  const lapsed = await numberOf('lapsed')
  expect(await check(lapsed, null)).toContain('暂不认定，需核实')
  expect(await check('201320123456.7', '2020-01-05')).toContain('校验位不符')
  expect(await check('201799999999.X', '2020-01-05')).toContain('本系统台账未查到')

  await record()
  await bar().getByText('未上传 1 条').waitFor()
  // Kill and restart: still there.
  await phone.restart()
  await phone.page.goto(`${relay.url}/field/`)
  await bar().getByText('未上传 1 条').waitFor()

  // The session ended with the browser: the record waits until its officer has signed in again.
  await phone.network(true)
  await bar().getByText('登录已失效，点此登录后上传').click()
  await phone.page.getByText('本机有 1 条未上传的记录').waitFor()
  await enter(phone.page, office)
  await bar().getByText('未上传 0 条').waitFor()
  await bar().getByText('在线').waitFor()
  await phone.page.getByRole('link', { name: '我的记录' }).click()
  await phone.page.getByText('已上传').waitFor()
  const { rows } = await office.product.wire.pool.query<{ asked: { text: string } }>('select asked from mark_checks.check')
  expect(rows.map((row) => row.asked.text)).toEqual(['专利号：ZL 201799999999.X'])
})

test('an answer that was lost on the way does not make a second record', async () => {
  const { page, relay, office } = phone
  await check('201899999999.4', null)
  await phone.network(false)
  await record()
  // The deed arrives, its answer does not.
  const asked = relay.asked.length
  relay.loseNextAnswer = '/api/field/intentions'
  await phone.network(true)
  await expect.poll(() => relay.loseNextAnswer, { timeout: 20_000 }).toBe(null)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await bar().getByText('未上传 0 条').waitFor()
  const sent = relay.asked.slice(asked).filter((one) => one.includes('/api/field/intentions'))
  expect(sent.length).toBeGreaterThanOrEqual(2)
  const { rows } = await office.product.wire.pool.query<{ n: number }>(
    `select count(*) as n from mark_checks.check where asked ->> 'text' = '专利号：ZL 201899999999.4'`,
  )
  expect(rows[0]!.n).toBe(1)
})

test('a photo is made smaller, loses what the camera wrote into it, and reaches the office with the record', async () => {
  const { page, office } = phone
  await check('201999999999.9', null)
  await page.locator('.photo-button input').setInputFiles({ name: 'goods.jpg', mimeType: 'image/jpeg', buffer: await aPhoto() })
  await page.getByAltText('第1张照片').waitFor()
  const kept = await page.evaluate(async () => {
    const open = indexedDB.open('zhizhou-field')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const all = db.transaction('photos').objectStore('photos').getAll()
    const [photo] = await new Promise<{ picture: Blob; width: number; height: number }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result)
    })
    const bytes = new Uint8Array(await photo!.picture.arrayBuffer())
    return { width: photo!.width, height: photo!.height, text: String.fromCharCode(...bytes.slice(0, 4000)) }
  })
  expect(Math.max(kept.width, kept.height)).toBe(1600)
  expect(kept.text).not.toContain('Exif')
  expect(kept.text).not.toContain('LinxiaCamera')
  await record()
  await bar().getByText('未上传 0 条').waitFor()
  const { rows } = await office.product.wire.pool.query<{ note: string; file_name: string }>(
    'select c.note, s.file_name from mark_checks.check c join mark_checks.screenshot s on s.check_id = c.id',
  )
  expect(rows).toEqual([{ note: expect.stringContaining('现场照片1张'), file_name: '现场照片1.jpg' }])
})

test('what the office refuses comes back as a sentence and stays', async () => {
  const { page, office } = phone
  await check('201999999998.4', null)
  await phone.network(false)
  await record()
  // Meanwhile the officer's roles end.
  await office.product.wire.pool.query(`update identity.role_grant set to_day = '2020-08-24', from_day = '2020-01-01'`)
  await phone.network(true)
  await bar().getByText('退回 1 条').waitFor()
  await page.getByRole('link', { name: '我的记录' }).click()
  const refused = page.locator('.records li.refused')
  expect(await read(refused)).toMatch(/退回原因：.+/)
  await office.product.wire.pool.query(`update identity.role_grant set to_day = null`)
  await page.reload()
  await refused.waitFor()
  await refused.getByRole('button', { name: '已在办公端处理' }).click()
  await page.locator('.records li.settled').waitFor()
})

test('a newer app is let in by the officer, while the queue waits', async () => {
  const { page, relay } = phone
  await check('201999999998.4', null)
  await phone.network(false)
  await record()
  relay.refuse = '/api/field/intentions'
  await phone.network(true)
  relay.change = (path, text) =>
    path.endsWith('/sw.js')
      ? text.replace(/[0-9a-f]{16}/, '0123456789abcdef')
      : path.endsWith('/index.html')
        ? text.replace('知州现场端', '知州现场端新版')
        : null
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await page.getByText('现场端有新版本').waitFor()
  await bar().getByText('未上传 1 条').waitFor()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '立即更新' }).click()])
  expect(await (await page.request.get(`${relay.url}/field/index.html`)).text()).toContain('新版')
  await bar().getByText('未上传 1 条').waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual(['zhizhou-field-0123456789abcdef'])
  expect(await page.evaluate(async () => (await (await caches.match('/field/index.html'))!.text()).includes('新版'))).toBe(true)
  relay.refuse = null
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await bar().getByText('未上传 0 条').waitFor()
  relay.change = () => null
})

test('a list that changed comes as a difference; records that did not change are not fetched again', async () => {
  const { page, relay, office } = phone
  await office.product.wire.pool.query(
    `update patents.record set status_spans = '[["2010-01-04", "in-force", "granted"], ["2019-01-04", "lapsed", "unpaid"]]'
     where id in (select id from patents.record where status = 'in-force' order by id limit 3)`,
  )
  await office.product.wire.pool.query('update patents.data_version set version = version + 1')
  const asked = () => relay.asked.filter((one) => one.includes('/since/'))
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await expect
    .poll(
      async () => {
        await page.getByRole('button', { name: '更新台账' }).click()
        return asked().length
      },
      { timeout: 200_000, interval: 3000 },
    )
    .toBe(1)
  const after = relay.asked.slice(relay.asked.indexOf(asked()[0]!))
  expect(after.some((one) => one.endsWith('/numbers') || one.endsWith('/ends'))).toBe(false)
})

test('a network that does not lead to the office is none', async () => {
  const { page, relay } = phone
  relay.cut = true
  await page.getByRole('button', { name: '更新台账' }).click()
  await bar().getByText('离线').waitFor()
  relay.cut = false
  await page.getByRole('button', { name: '点此重试' }).click()
  await bar().getByText('在线').waitFor()
})

test('a copy that the phone’s system cleared away is told and fetched again', async () => {
  const { page, relay } = phone
  await page.evaluate(async () => {
    const open = indexedDB.open('zhizhou-field')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const tx = db.transaction(['kept', 'records'], 'readwrite')
    tx.objectStore('kept').delete('list')
    tx.objectStore('kept').delete('records')
    tx.objectStore('records').clear()
    await new Promise((resolve) => {
      tx.oncomplete = resolve
    })
  })
  await phone.network(false)
  await page.goto(`${relay.url}/field/`)
  await page.reload()
  await page.getByText('手机系统清理了本机的台账数据').waitFor()
  await bar().getByText('本机无台账').waitFor()
  await phone.network(true)
  await bar().getByText('台账截至 2020-08-25').waitFor()
  await page.getByText('没有网络也能核验').waitFor()
})

test('signing out wipes the phone', async () => {
  const { page } = phone
  await page.getByRole('link', { name: '我的', exact: true }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('button', { name: '退出并清除本机数据' }).click()
  await page.getByLabel('账号').waitFor()
  const left = await page.evaluate(async () => {
    const open = indexedDB.open('zhizhou-field')
    const db = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result)
    })
    const count = (store: string) =>
      new Promise<number>((resolve) => {
        const asked = db.transaction(store).objectStore(store).count()
        asked.onsuccess = () => resolve(asked.result)
      })
    return Promise.all([...db.objectStoreNames].map(count))
  })
  expect(left).toEqual([0, 0, 0, 0])
})

/** A large JPEG with an Exif segment, as a camera makes it. */
async function aPhoto(): Promise<Buffer> {
  const address = await phone.page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 2400
    canvas.height = 1800
    const brush = canvas.getContext('2d')!
    brush.fillStyle = '#0b57c2'
    brush.fillRect(200, 200, 900, 700)
    return canvas.toDataURL('image/jpeg', 0.9)
  })
  const plain = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  const told = Buffer.from('Exif\0\0LinxiaCamera 35.6N 103.2E', 'latin1')
  const head = Buffer.from([0xff, 0xe1, 0, told.length + 2])
  return Buffer.concat([plain.subarray(0, 2), head, told, plain.subarray(2)])
}

test('the app stays small', () => {
  const built = new URL('../../build/field/', import.meta.url)
  const worker = readFileSync(new URL('sw.js', built), 'utf8')
  const files = [...worker.matchAll(/"([\w./-]+\.(?:js|css|html))"/g)].map(([, name]) => name!)
  const bytes = files.reduce((sum, name) => sum + readFileSync(new URL(`${name}.br`, built)).length, 0)
  expect(files.length).toBeGreaterThanOrEqual(3)
  expect(bytes).toBeLessThanOrEqual(100_000)
})
