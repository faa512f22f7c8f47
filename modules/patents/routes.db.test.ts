import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSheets } from '#platform/sheets'
import { runCheck, runImport } from './jobs/index.ts'
import { anOffice, region } from './testing/office.ts'
import { served } from './testing/served.ts'
import { cnipa, table, vendor } from './testing/tables.ts'

let office: Awaited<ReturnType<typeof anOffice>>
let visit: Awaited<ReturnType<typeof served>>
beforeAll(async () => {
  office = await anOffice()
  visit = await served(office)
})
afterAll(async () => {
  await visit.close()
  await office.close()
})

const [first, second] = ['201899000012.3', '201899000022.7']
const rows = [
  [
    `CN${first}`,
    '2018-03-15',
    'CN199900001A',
    '2018-09-01',
    '一种演示用分离装置',
    'A01J 11/04',
    '演示乳业；演示奶站',
    '马演示',
    '临夏市演示路',
  ],
  [
    `CN${second}`,
    '2018-04-15',
    'CN199900002A',
    '2018-10-01',
    '一种演示用清洗机',
    'A23N 12/02',
    '演示百合社',
    '牟演示',
    '永靖县演示路',
  ],
  ['', '2018-04-15', '', '', '没有号码', '', '演示社', '', ''],
  ['CN201899000032.0', '2018-02-30', '', '', '没有这一天', '', '演示社', '', ''],
]
const upload = (name: string, path: string) => {
  const form = new FormData()
  form.append('file', new Blob([readFileSync(path)]), name)
  return visit.ask('POST /api/patents/imports', form)
}
const sheetOf = async (reply: Response) => {
  const path = join(office.folder, 'answered.xlsx')
  writeFileSync(path, Buffer.from(await reply.arrayBuffer()))
  const opened = await openSheets(path)
  if (!opened.done) throw new Error(opened.refusal.code)
  const sheets: { name: string; rows: string[][] }[] = []
  for await (const sheet of opened.value.sheets) {
    const cells: string[][] = []
    for await (const one of sheet.rows) cells.push([...one.cells])
    sheets.push({ name: sheet.name, rows: cells })
  }
  await opened.value.close()
  return { path, sheets }
}

describe('an import over the wire', () => {
  let id: string
  it('answers at once while the check may run, under the file’s own name', async () => {
    const reply = await upload('演示 清单（2020）.csv', table(office.folder, 'a.csv', cnipa, rows))
    const uploaded = (await reply.json()) as { id: string }
    expect([reply.status, uploaded]).toMatchObject([
      200,
      { state: 'checking', fileName: '演示 清单（2020）.csv', formatLabel: null, startedBy: '演示台账员', dryRun: null },
    ])
    id = uploaded.id
  })

  it('tells how far it came until it rests', async () => {
    const events = await visit.ask(`GET /api/patents/imports/${id}/progress`)
    expect(events.headers.get('content-type')).toContain('text/event-stream')
    const told = events.text()
    await runCheck(office.wires, region, id)
    const states = [...(await told).matchAll(/data: (.*)\n\n/g)].map(([, text]) => (JSON.parse(text!) as { state: string }).state)
    expect(states).toEqual(['checking', 'checked'])
    expect(await visit.get(`GET /api/patents/imports/${id}`)).toMatchObject({
      state: 'checked',
      formatLabel: '国家知识产权局专利检索及分析',
      publishable: true,
      dryRun: { read: 4, new: 2, refused: 2 },
      matchedHeadings: expect.arrayContaining([{ heading: '发明名称', field: 'title' }]),
    })
  })

  it('is started with its day, and gives back what was refused, ready to come again', async () => {
    const { version } = await visit.get(`GET /api/patents/imports/${id}`)
    const early = await visit.ask(`POST /api/patents/imports/${id}/start`, { version, sourceDay: null })
    expect([early.status, await early.json()]).toMatchObject([
      422,
      { code: 'source-day-missing', sentence: expect.stringContaining('数据日期') },
    ])
    expect(await visit.get(`POST /api/patents/imports/${id}/start`, { version, sourceDay: '2020-08-20' })).toMatchObject({
      state: 'reading',
    })
    await runImport(office.wires, region, id)
    expect(await visit.get(`GET /api/patents/imports/${id}`)).toMatchObject({
      state: 'finished',
      account: { new: 2, refused: 2 },
    })
    const { path, sheets } = await sheetOf(await visit.ask(`GET /api/patents/imports/${id}/refused.xlsx`))
    expect(sheets[0]!.rows).toEqual([
      [...cnipa, '原文件位置', '未导入原因'],
      [...rows[2]!, '第4行', expect.stringContaining('没有申请号')],
      [...rows[3]!, '第5行', expect.stringContaining('不是存在的日期')],
    ])
    expect((await office.check(path)).account).toMatchObject({ format: 'cnipa-search', read: 2, refused: 2, unknownHeadings: [] })
  })

  it('refuses what is no file, what is too large, and who may not', async () => {
    expect(await (await visit.ask('POST /api/patents/imports', { file: 'x' })).json()).toMatchObject({ code: 'format-not-sheet' })
    const large = join(office.folder, 'large.csv')
    writeFileSync(large, Buffer.alloc(1_000_001, 65))
    expect((await upload('大.csv', large)).status).toBe(413)
    visit.as('staff')
    expect(await (await upload('甲.csv', large)).json()).toMatchObject({
      code: 'not-permitted',
      sentence: expect.stringContaining('上传并预检'),
    })
    expect((await visit.ask('GET /api/patents/imports')).status).toBe(403)
    visit.as('registrar')
  })

  it('says why a file is no list of patents, and does not start it', async () => {
    const path = table(office.folder, '工资.csv', ['姓名', '工资'], [['马演示', '1']])
    const { id: other } = (await (await upload('工资.csv', path)).json()) as { id: string }
    await runCheck(office.wires, region, other)
    const failed = await visit.get(`GET /api/patents/imports/${other}`)
    expect(failed).toMatchObject({ state: 'failed', rowsDone: 0, failure: expect.stringContaining('暂不认识') })
    const started = await visit.ask(`POST /api/patents/imports/${other}/start`, {
      version: failed.version,
      sourceDay: '2020-08-20',
    })
    expect(await started.json()).toMatchObject({ code: 'not-in-this-state' })
    expect(await visit.get(`POST /api/patents/imports/${other}/drop`, { version: failed.version })).toMatchObject({
      state: 'dropped',
    })
  })

  it('lists the batches, those by hand not among them', async () => {
    const page = await visit.get('GET /api/patents/imports?limit=1')
    expect(page).toMatchObject({ count: 2, rows: [{ fileName: '工资.csv' }] })
    expect(await visit.get(`GET /api/patents/imports?limit=1&cursor=${page.next}`)).toMatchObject({ next: null, rows: [{ id }] })
    expect((await visit.ask('GET /api/patents/imports?cursor=x')).status).toBe(422)
  })
})

describe('a patent over the wire', () => {
  it.each([
    first,
    `CN${first}`,
    `ZL ${first}`,
    '201899000012',
    'CN199900001A',
    'CN199900001',
    'ｃｎ２０１８９９００００１２．３',
  ])('is found by %s', async (number) => {
    expect(await visit.get(`GET /api/patents/${encodeURIComponent(number)}`)).toMatchObject({
      applicationNumber: first,
      title: '一种演示用分离装置',
      county: '622901',
      countyReason: expect.stringContaining('临夏市'),
      publicForm: 'same',
      statusSentence: '台账中没有该实用新型专利法律状态的数据，状态不明。请查询国家知识产权局登记信息。',
      classes: [{ scheme: 'ipc', code: 'A01J 11/04', main: true, titles: [] }],
      events: [
        { on: '2018-03-15', word: '申请' },
        { on: '2018-09-01', word: '公开（公告）', text: 'CN199900001A' },
      ],
      acts: [
        { act: 'decide-field', allowed: true },
        { act: 'decide-county', allowed: true },
        { act: 'decide-twin', allowed: true },
      ],
    })
  })

  it('is unknown, and said to be, where it is not there', async () => {
    const reply = await visit.ask('GET /api/patents/201899000012.4')
    expect([reply.status, await reply.json()]).toMatchObject([404, { code: 'patent-unknown' }])
  })

  it('tells a county’s clerk what is not hers, and why', async () => {
    visit.as('county-registrar', 622901)
    const page = await visit.get(`GET /api/patents/${first}`)
    expect(page.acts.map((one: { allowed: boolean }) => one.allowed)).toEqual([true, false, false])
    expect(page.acts[1].why).toContain('核定县市')
    const own = { take: null, lines: ['演示装置'], reason: '演示', version: page.version }
    expect(await visit.get(`POST /api/patents/${first}/fields/title`, own)).toMatchObject({ title: '演示装置' })
    const other = await visit.get(`GET /api/patents/${second}`)
    const refused = await visit.ask(`POST /api/patents/${second}/fields/title`, { ...own, version: other.version })
    expect(refused.status).toBe(403)
    visit.as('registrar')
    const late = await visit.ask(`POST /api/patents/${first}/fields/title`, own)
    expect([late.status, await late.json()]).toMatchObject([409, { changes: ['名称现为“演示装置”（演示台账员核定）'] }])
  })
})

describe('the queues over the wire', () => {
  it('count and page what waits', async () => {
    const vendorRows = [
      ['CN199900001A', '别名甲', `CN${first}`, '2018-03-16', '2018-09-01', '发明申请', '审中', '演示乳业', '演示乳业', '马演示'],
      [
        'CN199900002A',
        '别名乙',
        `CN${second}`,
        '2018-04-15',
        '2018-10-01',
        '发明申请',
        '审中',
        '演示百合社',
        '演示百合社',
        '牟演示',
      ],
    ]
    await office.take(table(office.folder, '商用.csv', vendor, vendorRows))
    await office.take(
      table(
        office.folder,
        '两地.csv',
        [...cnipa, '申请人所在国（省）'],
        [['CN201899000042.4', '2018-06-01', '', '', '演示刺绣机', '', '演示绣坊', '', '临夏市演示路', '北京市']],
      ),
    )
    expect(await visit.get('GET /api/patents/queues')).toEqual({ disagreements: 3, twins: 0, places: 1 })
    const page = await visit.get('GET /api/patents/queues/disagreements?limit=2')
    const rest = await visit.get(`GET /api/patents/queues/disagreements?limit=2&cursor=${page.next}`)
    expect([page.count, page.rows.length, rest.rows.length, rest.next]).toEqual([3, 2, 1, null])
    const filed = [...page.rows, ...rest.rows].find((one) => one.field === 'filedOn')
    expect(filed.values.map((one: { lines: string[] }) => one.lines)).toEqual([['2018-03-15'], ['2018-03-16']])
    const decided = await visit.get(`POST /api/patents/${filed.id}/fields/filedOn`, {
      take: filed.values[0].source.id,
      lines: null,
      reason: '演示：已核对',
      version: filed.version,
    })
    expect(decided.filedOn).toBe('2018-03-15')
    const places = await visit.get('GET /api/patents/queues/places')
    expect(places).toMatchObject({
      count: 1,
      next: null,
      rows: [{ title: '演示刺绣机', address: '临夏市演示路', proposals: [{ county: '622901', by: '依据地址' }] }],
    })
    const [unclear] = places.rows
    await visit.get(`POST /api/patents/${unclear.id}/county`, { county: '622901', reason: '演示', version: unclear.version })
    expect(await visit.get('GET /api/patents/queues')).toEqual({ disagreements: 2, twins: 0, places: 0 })
  })
})

describe('saved searches over the wire', () => {
  const filter = { query: '演示', county: '622901' }
  it('keep their rows and say what came, went and changed', async () => {
    const saved = await visit.get('POST /api/patents/searches', { name: '临夏市', filter })
    expect(saved).toMatchObject({ name: '临夏市', filter, keptCount: 2 })
    expect(await (await visit.ask('POST /api/patents/searches', { name: '临夏市', filter })).json()).toMatchObject({
      code: 'name-taken',
    })
    const { version } = await visit.get(`GET /api/patents/${second}`)
    await visit.get(`POST /api/patents/${second}/county`, { county: '622901', reason: '演示', version })
    const embroidery = await visit.get('GET /api/patents/201899000042.4')
    await visit.get('POST /api/patents/201899000042.4/county', { county: null, reason: '演示', version: embroidery.version })
    const page = await visit.get(`GET /api/patents/${first}`)
    await visit.get(`POST /api/patents/${first}/fields/statusWord`, {
      take: null,
      lines: ['授权'],
      reason: '演示',
      version: page.version,
    })
    const changes = await visit.get(`GET /api/patents/searches/${saved.id}/changes`)
    expect(changes).toMatchObject({ count: 2, cameCount: 1, wentCount: 1, changedCount: 1, on: '2020-08-25' })
    expect(changes.came[0].applicationNumber).toBe(second)
    expect(changes.went).toEqual([{ id: embroidery.id, number: '201899000042.4', title: '演示刺绣机' }])
    expect(changes.changed[0].changes).toEqual([{ field: 'status', from: '审查中', to: '有效' }])
    const kept = await visit.get(`POST /api/patents/searches/${saved.id}/keep`, { version: saved.version })
    expect(await visit.get(`GET /api/patents/searches/${saved.id}/changes`)).toMatchObject({
      cameCount: 0,
      wentCount: 0,
      changedCount: 0,
    })
    expect((await visit.ask(`POST /api/patents/searches/${saved.id}/delete`, { version: saved.version })).status).toBe(409)
    visit.as('county-staff', 622901, { id: 'visitor-2', name: '演示业务员' })
    expect(await visit.get('GET /api/patents/searches')).toEqual({ rows: [] })
    expect((await visit.ask(`GET /api/patents/searches/${saved.id}/changes`)).status).toBe(422)
    expect(await visit.get('POST /api/patents/searches', { name: '临夏市', filter: {} })).toMatchObject({ keptCount: 3 })
    visit.as('registrar', region, { id: 'visitor-1', name: '演示台账员' })
    expect((await visit.ask(`POST /api/patents/searches/${saved.id}/delete`, { version: kept.version })).status).toBe(204)
    expect(await visit.get('GET /api/patents/searches')).toEqual({ rows: [] })
    const { rows } = await office.database.owner.pool.query('select count(*) as n from platform.row_set_member')
    expect(rows).toEqual([{ n: 3 }])
  })
})

describe('an export over the wire', () => {
  it('holds what was found, says what was asked and by whom, and is noted', async () => {
    const reply = await visit.ask(`GET /api/patents/export.xlsx?query=${encodeURIComponent('演示')}&county=622901`)
    expect(decodeURIComponent(reply.headers.get('content-disposition')!)).toContain('专利台账_2020-08-25.xlsx')
    const { sheets } = await sheetOf(reply)
    expect(sheets[0]!.rows.slice(1)).toEqual(
      expect.arrayContaining([
        ['检索内容', '演示'],
        ['筛选条件', '所属县市：临夏市'],
        ['导出数量', '2件'],
        ['导出人员', '演示台账员'],
      ]),
    )
    expect(sheets[1]!.rows).toHaveLength(3)
    visit.as('county-staff')
    expect((await visit.ask('GET /api/patents/export.xlsx')).status).toBe(403)
    visit.as('registrar')
    expect(await (await visit.ask('GET /api/patents/export.xlsx?query=%2B')).json()).toMatchObject({ code: 'no-letter-or-digit' })
    const { rows: noted } = await office.database.owner.pool.query<{ sentence: string }>(
      `select detail->>'sentence' as sentence from trail.entry join trail.detail using (region_code, n) where word = 'patents.search.export'`,
    )
    expect(noted).toEqual([{ sentence: '导出专利台账：检索式“演示”，所属县市：临夏市' }])
  })
})
