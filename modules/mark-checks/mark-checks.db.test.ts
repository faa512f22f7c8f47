import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Book, writeSheet } from '#platform/sheets'
import { recordCheck } from './acts/check.ts'
import { enlist } from './acts/enlist.ts'
import { keepScreenshot } from './acts/keep-screenshot.ts'
import { checkList } from './acts/lists.ts'
import { correctCheck, verifyCheck, waiveCheck } from './acts/verify.ts'
import { checksPage, oneCheck } from './reads/checks.ts'
import { findingsBook } from './reads/findings-book.ts'
import { oneList, rowsPage } from './reads/lists.ts'
import { sniffPicture } from './reads/sniff-picture.ts'
import { aDesk, clerk, officer, region } from './testing/desk.ts'

let desk: Awaited<ReturnType<typeof aDesk>>
beforeAll(async () => {
  desk = await aDesk()
})
afterAll(() => desk.close())

const unknownMark = '中国实用新型专利 ZL 2011 20542158.3'
const national = {
  status: 'in-force',
  lookedUpOn: '2026-11-19',
  source: '演示查询系统',
  holders: ['外省演示公司'],
  filedOn: '2011-12-22',
  grantedOn: '2012-08-01',
  endedOn: null,
  announcedOn: null,
}

const check = async (input: object, request?: { key?: string; madeAt?: Date }) => {
  const ran = await desk.act(recordCheck, input, officer, request)
  if (!ran.done) throw new Error(JSON.stringify(ran.refusal))
  return ran.value.id
}
const look = async (id: string, who = clerk.id) => {
  const found = await oneCheck(desk.db, region, id, { id: who, may: async () => true })
  if (!found.done) throw new Error(found.refusal.code)
  return found.value
}
const versionOf = async (id: string) => (await look(id)).version

describe('核验并记录', () => {
  test('保存标识、结论和台账此刻的记载', async () => {
    const id = await check({ text: '实用新型专利 ZL 2023 2 0000003.X', madeOn: '2024-05-01', county: '622901', note: '演示商店' })
    const kept = await look(id)
    expect(kept).toMatchObject({ state: 'settled', canonical: 'ZL202320000003.X', county: '622901', by: '演示执法员', acts: [] })
    expect(kept.register).toHaveLength(1)
    expect(kept.register[0]!.entry).toMatchObject({ holders: ['演示公司'], grantedOn: '2023-06-20', asOf: '2026-11-18' })
    expect(kept.registerAsOf).toBe('2026-11-18')
    expect(kept.answer.sentence).toContain('截至2026年11月18日台账数据')
  })

  test('台账此后变更的，证据不变', async () => {
    const id = await check({ text: '实用新型专利 ZL 2023 2 0000003.X', madeOn: '2024-05-01' })
    const before = await look(id)
    const row = await desk.take(
      (await import('../patents/testing/tables.ts')).table(
        desk.folder,
        'later.csv',
        (await import('../patents/testing/tables.ts')).cnipa,
        [
          [
            '202320000003.X',
            '2023-01-05',
            'CN219000001U',
            '2023-06-20',
            '一种演示包装盒',
            'B65D5/00',
            '另一演示公司',
            '马演示',
            '',
          ],
        ],
      ),
      '2026-11-19',
    )
    expect((await look(id)).register).toEqual(before.register)
    expect((await look(id)).answer).toEqual(before.answer)
    const anew = await look(await check({ text: '实用新型专利 ZL 2023 2 0000003.X', madeOn: '2024-05-01' }))
    expect(anew.registerVersion).not.toBe(before.registerVersion)
    await desk.undo(row.id)
  })

  test('手机补传的核验按当时的日子判定，同一编号只办一次', async () => {
    const request = { key: 'phone-intention-1', madeAt: new Date('2024-01-10T03:00:00Z') }
    const input = { text: '实用新型专利 ZL 2023 2 0000003.X', madeOn: '2023-03-01', role: 'seller' }
    const id = await check(input, request)
    expect(await check(input, request)).toBe(id)
    const kept = await look(id)
    expect(kept.madeAt).toBe('2024-01-10T03:00:00.000Z')
    // Made before the grant, seen before the new text of the law.
    expect(kept.answer).toMatchObject({ outcome: 'J2', clause: expect.stringContaining('第八十四条第一款第（二）项') })
    const others = await desk.act(recordCheck, { ...input, role: 'maker' }, officer, request)
    expect(others).toMatchObject({ refusal: { code: 'key-reused' } })
  })

  test('不在本州范围内的核查地被退回', async () => {
    expect(await desk.act(recordCheck, { text: 'ZL', county: '620102' })).toMatchObject({ refusal: { code: 'place-unknown' } })
  })

  test('没有号码的标识不列入待联网核查清单', async () => {
    expect(await look(await check({ text: '国家专利产品' }))).toMatchObject({ state: 'settled', outcome: 'needs-verification' })
  })
})

describe('待联网核查清单', () => {
  test('台账未查到的列入清单，补录结果后按国家知识产权局的记载得出结论', async () => {
    const id = await check({ text: unknownMark, madeOn: '2015-01-01', maker: '外省演示公司' })
    expect(await look(id)).toMatchObject({ state: 'waiting', outcome: 'not-in-register' })
    const waiting = await checksPage(desk.db, region, { state: 'waiting', order: 'oldest', limit: 50 })
    expect(waiting.done && waiting.value.rows.map((row) => row.id)).toContain(id)
    const given = { id, result: national, pasted: '案件状态：专利权维持', screenshot: null, version: await versionOf(id) }
    expect((await desk.act(verifyCheck, given, clerk)).done).toBe(true)
    const kept = await look(id)
    expect(kept).toMatchObject({ state: 'verified', outcome: 'not-in-register', verifiedOutcome: 'ok' })
    expect(kept.verifications[0]).toMatchObject({ by: '演示业务员', answer: { outcome: 'ok' } })
    expect(kept.acts).toEqual([{ act: 'correct', label: '更正核查结果', why: expect.stringContaining('其他人员') }])
  })

  test('补录的结果由其他人员更正，原结果保留', async () => {
    const id = await check({ text: unknownMark, madeOn: '2015-01-01' })
    const result = { ...national, status: 'lapsed', endedOn: '2013-12-22', announcedOn: '2014-10-15' }
    await desk.act(verifyCheck, { id, result, pasted: '终止', screenshot: null, version: await versionOf(id) }, clerk)
    expect(await look(id)).toMatchObject({ verifiedOutcome: 'J1b' })
    const again = { id, result: national, pasted: '维持', screenshot: null, reason: '看错一行' }
    const own = await desk.act(correctCheck, { ...again, version: await versionOf(id) }, clerk)
    expect(own).toMatchObject({ refusal: { code: 'same-person' } })
    expect((await desk.act(correctCheck, { ...again, version: await versionOf(id) }, officer)).done).toBe(true)
    const kept = await look(id)
    expect(kept.verifications.map(({ answer, reason }) => [answer.outcome, reason])).toEqual([
      ['ok', '看错一行'],
      ['J1b', null],
    ])
  })

  test('查无此号的，是虚构号码', async () => {
    const id = await check({ text: unknownMark, madeOn: '2025-01-01' })
    const result = { ...national, status: 'not-found', holders: [], filedOn: null, grantedOn: null }
    await desk.act(verifyCheck, { id, result, pasted: '没有检索到数据', screenshot: null, version: await versionOf(id) }, clerk)
    expect(await look(id)).toMatchObject({ verifiedOutcome: 'J1a' })
  })

  test('没有凭据、晚于今天、版本已旧、已答复的，均退回', async () => {
    const id = await check({ text: unknownMark })
    const version = await versionOf(id)
    const given = { id, result: national, pasted: '', screenshot: null, version }
    expect(await desk.act(verifyCheck, given)).toMatchObject({ refusal: { code: 'evidence-missing' } })
    const late = { ...given, pasted: '维持', result: { ...national, lookedUpOn: '2026-11-21' } }
    expect(await desk.act(verifyCheck, late)).toMatchObject({ refusal: { code: 'looked-up-late' } })
    const foreign = { ...given, screenshot: '0190b7a0-0000-7000-8000-000000000000' }
    expect(await desk.act(verifyCheck, foreign)).toMatchObject({ refusal: { code: 'screenshot-unknown' } })
    expect((await desk.act(waiveCheck, { id, reason: '号码录错', version })).done).toBe(true)
    expect(await desk.act(verifyCheck, { ...given, pasted: '维持' })).toMatchObject({ refusal: { code: 'stale' } })
    const answered = await check({ text: '国家专利产品' })
    const settled = { ...given, id: answered, pasted: '维持', version: await versionOf(answered) }
    expect(await desk.act(verifyCheck, settled)).toMatchObject({ refusal: { code: 'not-on-worklist' } })
  })

  test('截图按内容识别，随核验保存', async () => {
    const png = await desk.wires.files.put(Readable.from(Buffer.from('\x89PNG\r\n\x1a\n演示', 'latin1')), 1e6)
    const text = await desk.wires.files.put(Readable.from('不是图片'), 1e6)
    if (!png.done || !text.done) throw new Error('store')
    expect(await sniffPicture(desk.wires.files.path(png.value.digest))).toBe('png')
    expect(await sniffPicture(desk.wires.files.path(text.value.digest))).toBeNull()
    const id = await check({ text: unknownMark })
    const version = await versionOf(id)
    const kept = await desk.act(keepScreenshot, { check: id, ...png.value, kind: 'png', fileName: '截图.png' }, clerk)
    if (!kept.done) throw new Error(kept.refusal.code)
    const given = { id, result: national, pasted: '', screenshot: kept.value.id, version }
    expect((await desk.act(verifyCheck, given, clerk)).done).toBe(true)
    expect((await look(id)).verifications[0]!.screenshot).toMatchObject({ fileName: '截图.png', kind: 'png' })
  })
})

describe('现场照片', () => {
  test('核验记录列出现场照片和未采用的截图，照片不能充当核查结果截图', async () => {
    const jpeg = await desk.wires.files.put(Readable.from(Buffer.from('\xff\xd8\xff演示', 'latin1')), 1e6)
    if (!jpeg.done) throw new Error('store')
    const madeAt = new Date('2026-11-20T01:30:00Z')
    const id = await check({ text: unknownMark })
    const put = (fileName: string, onTheSpot: boolean) =>
      desk.act(keepScreenshot, { check: id, ...jpeg.value, kind: 'jpeg', fileName, onTheSpot }, officer, { madeAt })
    const photo = await put('现场照片1.jpg', true)
    const left = await put('看错.jpg', false)
    const cited = await put('结果.jpg', false)
    if (!photo.done || !left.done || !cited.done) throw new Error('refused')
    const given = { id, result: national, pasted: '', version: await versionOf(id) }
    const asResult = await desk.act(verifyCheck, { ...given, screenshot: photo.value.id }, clerk)
    expect(asResult).toMatchObject({ refusal: { code: 'screenshot-unknown' } })
    expect((await desk.act(verifyCheck, { ...given, screenshot: cited.value.id }, clerk)).done).toBe(true)
    expect((await look(id)).pictures).toEqual([
      expect.objectContaining({ fileName: '现场照片1.jpg', by: '演示执法员', takenAt: madeAt.toISOString() }),
      expect.objectContaining({ fileName: '看错.jpg', takenAt: null }),
    ])
  })
})

describe('批量核验', () => {
  const listed = async (source: object, pasted: string | null, name = '演示清单') => {
    const ran = await desk.act(checkList, { name, source })
    if (!ran.done) throw new Error(ran.refusal.code)
    await desk.runList(ran.value.id, pasted)
    const list = await oneList(desk.db, region, ran.value.id)
    if (!list.done) throw new Error(list.refusal.code)
    return list.value
  }
  const rowsOf = async (id: string) => {
    const page = await rowsPage(desk.db, region, id, { limit: 200 })
    if (!page.done) throw new Error(page.refusal.code)
    return page.value.rows
  }

  test('粘贴的表格按表头读，每行都有结论', async () => {
    const pasted = [
      '序号\t专利标识\t标明类别\t生产日期\t环节',
      '1\tZL202320000003.X\t实用新型\t2024-05-01\t生产',
      '2\tZL202320000003.X\t实用新型\t2023-03-01\t超市销售',
      '3\tZL201710601863.3\t\t\t',
      '4\t专利\t\t2024-02-30\t',
    ].join('\n')
    const list = await listed({ pasted }, pasted)
    expect(list).toMatchObject({
      state: 'finished',
      rowsDone: 4,
      rowsTotal: 4,
      headings: ['序号', '专利标识', '标明类别', '生产日期', '环节'],
    })
    const rows = await rowsOf(list.id)
    expect(rows.map((row) => row.answer?.outcome ?? row.problem)).toEqual([
      'ok',
      'J2',
      'needs-verification',
      expect.stringContaining('生产日期“2024-02-30”无法识别'),
    ])
    expect(rows.map((row) => row.rowNumber)).toEqual([2, 3, 4, 5])
  })

  test('没有表头的，每行就是标识', async () => {
    const pasted = '实用新型专利 ZL 2023 2 0000003.X\r\n\r\n国家专利'
    const rows = await rowsOf((await listed({ pasted }, pasted)).id)
    expect(rows.map((row) => [row.rowNumber, row.answer?.row])).toEqual([
      // Granted in 2023 and not heard of since: nobody says that it is in force today.
      [1, 'status-unknown'],
      [3, 'words-only'],
    ])
  })

  test('上传的工作簿核验后，结果与各行并列下载；公式不会混入', async () => {
    const headings = ['专利号', '生产日期', '备注']
    const book: Book = {
      sheets: [
        {
          name: '清单',
          columns: headings.map((heading) => ({ heading, kind: 'text' as const })),
          rows: Array.from({ length: 1203 }, (_, n) => [n === 0 ? 'ZL202320000003.X' : unknownMark, '2024-05-01', '=1+1']),
        },
      ],
    }
    const { PassThrough } = await import('node:stream')
    const through = new PassThrough()
    const written = writeSheet(book, through)
    const stored = await desk.wires.files.put(through, 1e7)
    await written
    if (!stored.done) throw new Error(stored.refusal.code)
    const list = await listed(stored.value, null, '清单.xlsx')
    expect(list).toMatchObject({ state: 'finished', rowsDone: 1203, counts: { 'not-in-register': 1202 } })
    const findings = await findingsBook(desk.db, region, list.id)
    if (!findings.done) throw new Error(findings.refusal.code)
    expect(findings.value.name).toBe('核验结果_清单.xlsx')
    const sheet = findings.value.book.sheets[0]!
    expect(sheet.columns.map((column) => column.heading)).toEqual([
      ...headings,
      '识别的号码',
      '号码类别',
      '校验位',
      '核验结论',
      '依据',
      '说明',
      '下一步',
    ])
    const out: unknown[][] = []
    for await (const row of sheet.rows) out.push([...row])
    expect(out).toHaveLength(1203)
    expect(out[1]!.slice(0, 7)).toEqual([
      unknownMark,
      '2024-05-01',
      '=1+1',
      'ZL201120542158.3',
      '实用新型专利',
      '相符',
      '台账未查到',
    ])
  })

  describe('列入待联网核查清单', () => {
    const pasted = [
      '专利标识\t生产日期\t产品',
      'ZL202320000003.X\t2024-05-01\t演示盒',
      `${unknownMark}\t2015-01-01\t演示甲`,
      '国家专利\t\t演示乙',
      'ZL 2012 2 0000001.7\t2015-01-01\t演示丙',
      `${unknownMark}\t2016-01-01\t演示丁`,
    ].join('\n')
    const enlistFrom = async (id: string, rows: number[] | null, who: typeof officer | typeof clerk = officer) => {
      const ran = await desk.act(enlist, { id, rows, county: '622901' }, who)
      if (ran.done) await desk.runEnlisting({ id, rows, county: '622901', by: who })
      const list = await oneList(desk.db, region, id)
      if (!list.done) throw new Error(list.refusal.code)
      return { ran, list: list.value }
    }

    test('选定的或者全部的行各成为一条核验记录，再办一次不会重复', async () => {
      const { id, toLookUp } = await listed({ pasted }, pasted)
      const lookUp = (await rowsOf(id)).filter((row) => row.toLookUp)
      expect(lookUp.map((row) => row.ordinal)).toEqual([2, 4, 5])
      expect(toLookUp).toBe(3)

      const some = await enlistFrom(id, [1, 3, 4])
      expect(some.list).toMatchObject({ enlisted: 1, enlisting: false, enlistTotal: 1, enlistFailure: null })
      const all = await enlistFrom(id, null)
      expect(all.list).toMatchObject({ enlisted: 3, enlisting: false, enlistTotal: 3 })
      const again = await enlistFrom(id, null)
      expect([again.ran, again.list.enlisted]).toEqual([{ done: false, refusal: { code: 'nothing-to-enlist' } }, 3])
      // What a job does that runs twice.
      await desk.runEnlisting({ id, rows: null, county: '622901', by: officer })
      expect((await rowsOf(id)).filter((row) => row.check !== null).map((row) => row.ordinal)).toEqual([2, 4, 5])

      const made = await look((await rowsOf(id)).find((row) => row.ordinal === 5)!.check!)
      expect(made).toMatchObject({
        state: 'waiting',
        outcome: 'not-in-register',
        by: '演示执法员',
        county: '622901',
        asked: { text: unknownMark, madeOn: '2016-01-01' },
        from: { list: id, name: '演示清单', rowNumber: 6 },
        note: `清单“演示清单”第6行：${unknownMark}　2016-01-01　演示丁`,
      })
      expect((await look(await check({ text: unknownMark }))).from).toBeNull()
    })

    test('台账此后有了记载的，按列入时的台账答复', async () => {
      const { id } = await listed({ pasted: 'ZL202320000004.4' }, 'ZL202320000004.4')
      const { table, cnipa } = await import('../patents/testing/tables.ts')
      const row = [
        '202320000004.4',
        '2023-01-05',
        'CN219000002U',
        '2023-06-20',
        '一种演示瓶',
        'B65D1/00',
        '演示公司',
        '马演示',
        '',
      ]
      const taken = await desk.take(table(desk.folder, 'between.csv', cnipa, [row]), '2026-11-19')
      expect((await enlistFrom(id, null)).list.enlisted).toBe(1)
      const kept = await look((await rowsOf(id))[0]!.check!)
      expect(kept.register[0]!.entry).toMatchObject({ holders: ['演示公司'], asOf: '2026-11-19' })
      expect(kept.outcome).not.toBe('not-in-register')
      await desk.undo(taken.id)
    })

    test('列入中的不再受理；中途不能办理的说明原因，由他人接着办', async () => {
      const { id } = await listed({ pasted }, pasted)
      expect((await desk.act(enlist, { id, rows: null })).done).toBe(true)
      expect(await desk.act(enlist, { id, rows: null })).toMatchObject({ refusal: { code: 'list-enlisting' } })
      desk.forbid('mark-checks.enlist-row')
      await desk.runEnlisting({ id, rows: null, county: null, by: officer })
      desk.forbid(null)
      const broken = await oneList(desk.db, region, id)
      expect(broken).toMatchObject({
        value: { enlisting: false, enlisted: 0, enlistFailure: expect.stringContaining('演示执法员已不能办理核验') },
      })
      const others = await enlistFrom(id, null, clerk)
      expect(others.list).toMatchObject({ enlisted: 3, enlistFailure: null })
    })

    test('没有这个清单、尚在核验的，均退回', async () => {
      const unknown = '0190b7a0-0000-7000-8000-000000000000'
      expect(await desk.act(enlist, { id: unknown, rows: null })).toMatchObject({ refusal: { code: 'list-unknown' } })
      const ran = await desk.act(checkList, { name: '演示', source: { pasted: unknownMark } })
      if (!ran.done) throw new Error(ran.refusal.code)
      expect(await desk.act(enlist, { id: ran.value.id, rows: null })).toMatchObject({ refusal: { code: 'list-still-checking' } })
    })
  })

  test('读不了的文件、空的清单，说明原因', async () => {
    const stored = await desk.wires.files.put(Readable.from('%PDF-1.4 演示'), 1e6)
    if (!stored.done) throw new Error(stored.refusal.code)
    const list = await listed(stored.value, null, '清单.xlsx')
    expect(list.state).toBe('failed')
    expect(list.failure).toMatch(/。$/)
    expect(await desk.act(checkList, { name: '空', source: { pasted: ' \n\t\n' } })).toMatchObject({
      refusal: { code: 'list-empty' },
    })
  })
})
