import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOffice } from '../testing/office.ts'

const real = fileURLToPath(new URL('../../../../shared/data/patents/', import.meta.url))
let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.close())

/** Invented rows in the layout of the CNIPA search: 申请号 and 公开号, name, holder, day. */
function table(name: string, rows: readonly (readonly string[])[], headings = cnipa): string {
  const path = join(office.folder, name)
  writeFileSync(path, `\ufeff${[headings, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`)
  return path
}
const cnipa = ['申请号', '申请日', '公开（公告）号', '公开（公告）日', '发明名称', 'IPC分类号', '申请（专利权）人', '发明人']
const vendor = [
  '公开(公告)号',
  '标题',
  '申请号',
  '申请日',
  '公开(公告)日',
  '专利类型',
  '简单法律状态',
  '[标]当前申请(专利权)人',
  '[标]原始申请(专利权)人',
  '发明人',
]
const one = [
  'CN201899000012.3',
  '2018-03-15',
  'CN199900001A',
  '2018-09-01',
  '一种演示用牛奶分离装置',
  'A01J 11/04',
  '临夏演示乳业有限公司',
  '马演示',
]
const two = [
  'CN201899000022.7',
  '2018-04-15',
  'CN199900002A',
  '2018-10-01',
  '一种演示用百合清洗机',
  'A23N 12/02',
  '临夏演示百合合作社',
  '牟演示',
]

describe('an import', () => {
  it('counts new, then same, and a dry run says beforehand what will be', async () => {
    const path = table('甲.csv', [one, two, one])
    const foreseen = await office.check(path)
    expect(await office.register()).toEqual([])
    const done = await office.take(path)
    expect(done.account).toMatchObject({ format: 'cnipa-search', read: 3, new: 2, changed: 0, same: 1, refused: 0 })
    expect(foreseen.account).toEqual(done.account)
    const before = await office.register()
    expect((await office.take(path)).account).toMatchObject({ read: 3, new: 0, changed: 0, same: 3 })
    expect(await office.register()).toEqual(before)
  })

  it('of a file that lost characters says how many, and takes the rows all the same', async () => {
    const path = table('残.csv', [
      [
        'CN201899000012.3',
        '2018-03-15',
        'CN199900001A',
        '2018-09-01',
        '演示\ufffd分离\ufffd装置',
        'A01J 11/04',
        '演示乳业',
        '马\ufffd',
        '',
      ],
      ['CN2018\ufffd9000022.7', '2018-03-16', '', '', '演示', 'A01J 11/04', '演示乳业', '马演示', ''],
    ])
    const { account } = await office.check(path)
    expect(account).toMatchObject({ read: 2, refused: 1, lost: { characters: 4, rows: 2 } })
    const done = await office.take(path)
    expect(done.account).toEqual(account)
    await office.undo(done.id)
  })

  it('of legal-status announcements adds one event a row, and the status follows', async () => {
    const events = [
      ['CN201899000012.3', '2018.09.01', '公开', '公开'],
      ['CN201899000012.3', '2018.10.09', '实质审查的生效', '实质审查的生效IPC(主分类):A01J 11/04申请日:20180315'],
      ['CN201899000022.7', '2019.06.04', '发明专利申请公布后的驳回', ''],
      ['CN201899000022.7', '2019.06.04', '发明专利申请公布后的驳回', ''],
      ['CN201899000022.7', '', '', ''],
    ]
    const path = table('法律状态.csv', events, ['申请号', '法律状态公告日', '法律状态', '法律状态信息'])
    const foreseen = await office.check(path)
    const done = await office.take(path)
    expect(done.account).toMatchObject({
      format: 'cnipa-search',
      read: 5,
      new: 0,
      changed: 3,
      same: 1,
      refused: 1,
      unknownHeadings: [],
      missingHeadings: [],
      refusedRows: [{ row: 6, reason: '该记录没有写明法律状态' }],
    })
    expect(foreseen.account).toEqual(done.account)
    expect(done.publishable).toBe(true)
    const { rows } = await office.database.owner.pool.query<{ number: string; status: string }>(
      'select application_number as number, status from patents.record order by 1',
    )
    expect(rows).toEqual([
      { number: '201899000012.3', status: 'pending' },
      { number: '201899000022.7', status: 'rejected' },
    ])
    expect((await office.take(path)).account).toMatchObject({ new: 0, changed: 0, same: 4, refused: 1 })
    await office.undo(done.id)
  })

  it('of a vendor’s file changes what it adds, stands behind the official one, and is gone as a whole when undone', async () => {
    const before = await office.register()
    const publicBefore = await office.register('patents.public_record')
    const rows = [
      [
        'CN199900001A',
        '演示用分离装置（改）',
        'CN201899000012.3',
        '2018-03-15',
        '2018-09-01',
        '发明申请',
        '有效',
        '永靖演示乳业有限公司',
        '临夏演示乳业有限公司',
        '马演示',
      ],
      [
        'CN199900009A',
        '一种演示用保密词雪菊烘干机',
        'CN201899000032.0',
        '2018-05-15',
        '2018-11-01',
        '发明申请',
        '审中',
        '永靖演示雪菊社',
        '永靖演示雪菊社',
        '唐演示',
      ],
    ]
    const path = table('乙.csv', rows, vendor)
    const foreseen = await office.check(path)
    const taken = await office.take(path)
    expect(taken.account).toMatchObject({ format: 'patsnap', read: 2, new: 1, changed: 1 })
    expect(foreseen.account).toEqual(taken.account)
    const { rows: told } = await office.database.owner.pool.query(
      `select title, status, disagreements, public_form from patents.record where application_number = '201899000012.3'`,
    )
    expect(told).toEqual([{ title: '一种演示用牛奶分离装置', status: 'in-force', disagreements: 1, public_form: 'own' }])
    const undone = await office.undo(taken.id)
    expect(undone.state).toBe('undone')
    expect(await office.register()).toEqual(before)
    expect(await office.register('patents.public_record')).toEqual(publicBefore)
  })

  it('joins records by a row that bears both numbers, and parts them when it goes', async () => {
    const a = await office.take(
      table('申请号.csv', [['CN201899000042.4', '2018-06-01', '', '', '演示刺绣机', '', '演示绣坊', '']]),
    )
    const b = await office.take(
      table('公开号.csv', [['', '2018-06-01', 'CN199900042B', '2020-01-01', '演示刺绣机', '', '演示绣坊', '']]),
    )
    expect([a.account?.new, b.account?.new]).toEqual([1, 1])
    const apart = await office.register()
    const both = await office.take(
      table('两号.csv', [['CN201899000042.4', '2018-06-01', 'CN199900042B', '2020-01-01', '演示刺绣机', '', '演示绣坊', '']]),
    )
    expect(both.account).toMatchObject({ new: 0, changed: 1 })
    expect(await office.register()).toHaveLength(apart.length - 1)
    await office.undo(both.id)
    expect(await office.register()).toEqual(apart)
  })

  it('stands in the trail from its start to its undoing', async () => {
    const { rows } = await office.database.app.pool.query<{ word: string }>('select word from trail.entry order by n')
    expect(rows.slice(0, 2).map((row) => row.word)).toEqual(['patents.import.begin', 'patents.import.mark'])
    expect(rows.map((row) => row.word)).toContain('patents.import.undo')
  })
})

describe.skipIf(!existsSync(real))('the real files in ../shared/data/patents (skipped where they are missing)', () => {
  it.each([
    ['cnipr_25col_199.xlsx', { format: 'cnipr', read: 199, new: 199, refused: 0 }],
    ['google_patents_search.csv', { format: 'google', read: 4264, new: 4263, same: 1, refused: 0 }],
    ['google_patents_search_one_hit.csv', { format: 'google', read: 1, new: 1 }],
    ['qichacha_patents.json', { format: 'qichacha', read: 3, new: 3 }],
    ['xml/cnipa_v2_cn_new2.xml', { format: 'cnipa-xml', read: 1, new: 1 }],
    ['xml/st36_cn_old1.xml', { format: 'st36', read: 1, new: 1 }],
    ['xml/st36_cn_old2.xml', { format: 'st36', read: 1, new: 1 }],
    ['xml/st36_cn_old4_utility.xml', { format: 'st36', read: 1, new: 1 }],
  ])('%s comes in with an exact account, and once only', async (name, expected) => {
    const path = join(real, name)
    const foreseen = await office.check(path)
    const taken = await office.take(path)
    expect(taken.account).toMatchObject(expected)
    expect(foreseen.account).toEqual(taken.account)
    const again = await office.take(path)
    expect(again.account).toMatchObject({ new: 0, changed: 0, same: again.account!.read - again.account!.refused })
  })
})
