import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSheets } from '#platform/sheets'
import { decideField } from '../acts/decide-field.ts'
import { deciding } from '../testing/decisions.ts'
import { anOffice, region } from '../testing/office.ts'
import { cnipa, table, vendor } from '../testing/tables.ts'
import { exportPatents } from './export.ts'
import { searchWire } from './search/index.ts'

const real = fileURLToPath(new URL('../../../../shared/data/patents/', import.meta.url))
let office: Awaited<ReturnType<typeof anOffice>>
beforeAll(async () => {
  office = await anOffice()
})
afterAll(() => office.close())

async function exported(query?: string): Promise<{ path: string; rows: number }> {
  const path = join(office.folder, '导出.xlsx')
  const wires = { search: searchWire(office.database.app.kysely), region, today: office.wires.clock.today(), who: '演示台账员' }
  const done = await exportPatents(wires, query === undefined ? {} : { query }, path)
  if (!done.done) throw new Error(done.refusal.code)
  return { path, rows: done.value.rows }
}

const keyless = async (): Promise<number> => {
  const { rows } = await office.database.owner.pool.query<{ n: number }>(
    'select count(*) as n from patents.record r where not exists (select from patents.record_key k where k.record_id = r.id)',
  )
  return rows[0]!.n
}

/** Comes in again without a trace: every row is there already, but those that no number identifies; nothing becomes public by it. */
async function comesBackTheSame(rows: number): Promise<void> {
  const unidentified = await keyless()
  const { path } = await exported()
  const open = await office.register('patents.public_record')
  const met = { read: rows, new: unidentified, changed: 0, same: rows - unidentified, refused: 0 }
  const account = { format: 'cnipr', ...met, unknownHeadings: [], missingHeadings: [] }
  expect((await office.check(path)).account).toMatchObject(account)
  const again = await office.take(path, '2020-08-25')
  expect(again.account).toMatchObject(account)
  expect(again.publishable).toBe(false)
  expect(await office.register('patents.public_record')).toEqual(expect.arrayContaining(open))
  await office.undo(again.id)
}

describe('an export', () => {
  it('comes in again as the same: wrong digits, several applicants and publications, designs, decisions, long and odd texts', async () => {
    const number = '201899000022.7'
    await office.take(
      table(office.folder, '甲.csv', cnipa, [
        ['CN201899000012.9', '2018-03-15', '', '', '错号演示装置', 'A01J 11/04', '演示乳业；演示奶站', '马演示', '临夏市演示路'],
        [
          `CN${number}`,
          '2018-04-15',
          'CN199900002A',
          '2018-10-01',
          '=1+1 演示',
          'A23N 12/02；A23N 7/00',
          '演示百合社',
          '牟演示；唐演示',
          '',
        ],
        [
          `CN${number}`,
          '2018-04-15',
          'CN199900002B',
          '2020-05-01',
          '=1+1 演示',
          'A23N 12/02',
          '演示百合社',
          '牟演示；唐演示',
          '',
        ],
        ['201830000032.0', '2018-05-15', 'CN300000003S', '2018-12-01', '演示瓶', '09-03；11', '演示社', '马演示', ''],
        ['', '', 'CN199900009U', '', '演示架', '', '', '', ''],
      ]),
    )
    await office.take(
      table(office.folder, '乙.csv', vendor, [
        [
          'CN199900007A',
          '“演示”烘干机 <甲>　',
          'CN201899000072.6',
          '2018-05-15',
          '2018-11-01',
          '发明申请',
          '审中',
          '新演示社',
          '旧演示社 | 演示厂',
          '唐演示',
        ],
        [
          'CN199900002A',
          '别名',
          `CN${number}`,
          '2018-04-15',
          '2018-10-01',
          '发明申请',
          '有效',
          '演示百合社',
          '演示百合社',
          '牟演示',
        ],
      ]),
    )
    const desk = deciding(office)
    await desk.must(decideField, { number, field: 'address', take: null, lines: ['永靖县演示路'] })
    const { rows } = await exported()
    expect(rows).toBe(5)
    expect(await keyless()).toBe(0)
    await comesBackTheSame(5)
  })

  it('holds exactly what is found, in the list’s order', async () => {
    const { path, rows } = await exported('演示 NOT 烘干机')
    expect(rows).toBe(4)
    const opened = await openSheets(path)
    if (!opened.done) throw new Error(opened.refusal.code)
    const sheets: string[][][] = []
    for await (const sheet of opened.value.sheets) sheets.push((await Array.fromAsync(sheet.rows)).map((one) => [...one.cells]))
    expect(sheets[0]!.flat()).toEqual(expect.arrayContaining(['演示 NOT 烘干机', '4件', '演示台账员', '2020-08-25']))
    expect(sheets[1]!.map((one) => one[1])).toEqual(['名称', '演示瓶', '=1+1 演示', '错号演示装置', '演示架'])
  })
})

describe.skipIf(!existsSync(real))('the real files in ../shared/data/patents (skipped where they are missing)', () => {
  it('come in again as the same', async () => {
    for (const name of [
      'cnipr_25col_199.xlsx',
      'qichacha_patents.json',
      'xml/cnipa_v2_cn_new2.xml',
      'xml/st36_cn_old1.xml',
      'google_patents_search_one_hit.csv',
    ])
      await office.take(join(real, name))
    const { rows } = await exported()
    await comesBackTheSame(rows)
  })
})
