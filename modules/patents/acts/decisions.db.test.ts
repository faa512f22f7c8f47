import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTwins, queueCounts } from '../reads/queues.ts'
import { showPatent } from '../reads/record/show-patent.ts'
import { twinBy } from '../reads/twins.ts'
import { deciding } from '../testing/decisions.ts'
import { asStored, foldedFresh } from '../testing/fresh-fold.ts'
import { anOffice, region } from '../testing/office.ts'
import { cnipa, table, vendor } from '../testing/tables.ts'
import { decideCounty, undoCounty } from './decide-county.ts'
import { decideField, undoField } from './decide-field.ts'
import { decideTwin, undoTwin } from './decide-twin.ts'

let office: Awaited<ReturnType<typeof anOffice>>
let desk: ReturnType<typeof deciding>
beforeAll(async () => {
  office = await anOffice()
  desk = deciding(office)
})
afterAll(() => office.close())

const number = '201899000012.3'
const official = [
  'CN201899000012.3',
  '2018-03-15',
  'CN199900001A',
  '2018-09-01',
  '一种演示用分离装置',
  'A01J 11/04',
  '临夏演示乳业有限公司',
  '马演示',
  '甘肃省临夏市演示路1号',
]
const ofVendor = [
  'CN199900001A',
  '演示用分离装置（商用库）',
  'CN201899000012.3',
  '2018-03-15',
  '2018-09-01',
  '发明申请',
  '有效',
  '永靖演示乳业有限公司',
  '永靖演示乳业有限公司',
  '马演示',
]
const onlyVendor = [
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
]

describe('a decision on a field', () => {
  let vendors: string
  it('begins with sources that disagree, each standing beside the other', async () => {
    await office.take(table(office.folder, '官方.csv', cnipa, [official]), '2019-01-01')
    vendors = (await office.take(table(office.folder, '商用.csv', vendor, [ofVendor, onlyVendor]), '2020-01-01')).id
    const title = (await desk.fieldOf(number, 'title'))!
    expect(title).toMatchObject({ lines: ['一种演示用分离装置'], disputed: true, decision: null, publishable: true })
    expect(
      title.others.map(({ lines, source }) => [lines[0], source.label, source.file, source.row, source.publishable]),
    ).toEqual([
      ['一种演示用分离装置', '国家知识产权局专利检索及分析', '官方.csv', 2, true],
      ['演示用分离装置（商用库）', '智慧芽', '商用.csv', 2, false],
    ])
    expect(await desk.fieldOf(number, 'statusWord')).toMatchObject({ lines: ['有效'], publishable: false })
  })

  it('takes a vendor’s value for the office and leaves the public with the official one', async () => {
    const { others } = (await desk.fieldOf(number, 'title'))!
    await desk.must(decideField, { number, field: 'title', take: others[1]!.source.id, lines: null })
    const page = await desk.page(number)
    expect(page.title).toBe('演示用分离装置（商用库）')
    expect(page.fields.find((one) => one.field === 'title')).toMatchObject({
      disputed: false,
      publishable: false,
      source: { label: '人工核定', file: null },
      decision: { lines: ['演示用分离装置（商用库）'], reason: '演示：已核对登记簿副本', by: '测试员' },
    })
    expect(await desk.publicText()).toContain('一种演示用分离装置')
    expect(await desk.publicText()).not.toContain('商用库')
  })

  it('typed in a vendor’s own words stays inside, too; in the office’s own words it is published', async () => {
    await desk.must(decideField, { number, field: 'title', take: null, lines: ['演示用分离装置(商用库)'] })
    expect(await desk.publicText()).not.toContain('商用库')
    await desk.must(decideField, { number, field: 'title', take: null, lines: ['演示用牛奶分离装置'] })
    expect(await desk.publicText()).toContain('演示用牛奶分离装置')
    const { rows } = await office.database.owner.pool.query('select count(*) as n from patents.decision')
    expect(rows).toEqual([{ n: 1 }])
  })

  it('does not make public what only a vendor knows', async () => {
    await desk.must(decideField, { number: '201899000032.0', field: 'title', take: null, lines: ['演示用雪菊烘干机'] })
    expect(await desk.page('201899000032.0')).toMatchObject({ publicForm: 'none', title: '演示用雪菊烘干机' })
    expect(await desk.publicText()).not.toMatch(/雪菊/)
  })

  it('stays through undone and repeated imports, and makes no record alone', async () => {
    const path = table(office.folder, '商用.csv', vendor, [ofVendor, onlyVendor])
    await office.undo(vendors)
    expect(await showPatent(office.database.app, region, '201899000032.0', office.wires.clock.today())).toMatchObject({
      refusal: { code: 'patent-unknown' },
    })
    expect((await office.check(path)).account).toMatchObject({ new: 1, changed: 1 })
    const again = await office.take(path, '2020-01-01')
    expect(again.account).toMatchObject({ new: 1, changed: 1 })
    expect((await desk.page('201899000032.0')).title).toBe('演示用雪菊烘干机')
    expect((await desk.page(number)).title).toBe('演示用牛奶分离装置')
    expect(await asStored(office)).toEqual(await foldedFresh(office))
  })

  it('is undone, and the sources stand again', async () => {
    await desk.must(undoField, { number, field: 'title' })
    expect(await desk.fieldOf(number, 'title')).toMatchObject({ lines: ['一种演示用分离装置'], disputed: true, decision: null })
    expect(await desk.run(undoField, { number, field: 'title' })).toMatchObject({ refusal: { code: 'decision-unknown' } })
  })

  it('on a status word speaks of its day', async () => {
    await desk.must(decideField, { number, field: 'statusWord', take: null, lines: ['未缴年费终止 2020年3月18日'] })
    const page = await desk.page(number)
    expect(page.status).toBe('lapsed')
    expect(page.statusSentence).toBe(
      '截至2020年1月1日台账数据，该发明专利权已于2020年3月18日因未缴纳年费终止。用于案件办理的，请另行调取专利登记簿副本。',
    )
    await desk.must(undoField, { number, field: 'statusOn' })
    expect((await desk.page(number)).status).toBe('in-force')
  })

  it('is refused where its author saw another state of that field, and says what changed; another field does not matter', async () => {
    const { version } = await desk.page(number)
    await desk.must(decideField, { number, field: 'inventors', take: null, lines: ['马演示', '牟演示'] })
    await desk.must(decideField, { number, field: 'title', take: null, lines: ['演示装置'], version })
    const late = await desk.run(decideField, { number, field: 'inventors', take: null, lines: ['马演示'], version })
    expect(late).toMatchObject({
      refusal: {
        code: 'stale',
        changes: ['名称现为“演示装置”（测试员核定）', '发明人现为“马演示；牟演示”（测试员核定）'],
      },
    })
    expect(await desk.run(decideField, { number, field: 'title', take: null, lines: ['x'], version: 'unread' })).toMatchObject({
      refusal: { code: 'stale' },
    })
  })

  it.each([
    [{ field: 'filedOn', lines: ['2018-02-30'] }, 'value-unreadable'],
    [{ field: 'filedOn', lines: ['2021-01-01'] }, 'value-unreadable'],
    [{ field: 'applicationNumber', lines: ['201899000012.4'] }, 'value-unreadable'],
    [{ field: 'right', lines: ['专利'] }, 'value-unreadable'],
    [{ field: 'ipc', lines: ['A01J 11/04', '牛奶'] }, 'value-unreadable'],
    [{ field: 'statusWord', lines: ['好'] }, 'value-unreadable'],
    [{ field: 'title', lines: [' '] }, 'value-missing'],
    [{ field: 'title', lines: null }, 'value-missing'],
    [{ field: 'title', lines: null, take: '00000000-0000-7000-8000-000000000000' }, 'source-gone'],
    [{ field: 'publications', lines: ['CN1A'] }, 'field-unknown'],
    [{ field: 'decidedPlace', lines: ['622901'] }, 'field-unknown'],
    [{ field: 'title', lines: ['演示'], number: '201899000099.5', version: 'x' }, 'patent-unknown'],
  ])('%o is refused: %s', async (input, code) => {
    expect(await desk.run(decideField, { number, take: null, ...input })).toMatchObject({ done: false, refusal: { code } })
  })

  it('is refused for a record with neither a usable number nor a title to know it by', async () => {
    const nameless = await office.take(
      table(office.folder, '错号无名.csv', cnipa, [['CN201899000012.6', '2018-03-15', '', '', '', '', '演示社', '', '']]),
    )
    const page = await desk.page('201899000012.6')
    expect(await desk.run(decideField, { number: page.id, field: 'applicants', take: null, lines: ['演示'] })).toMatchObject({
      refusal: { code: 'no-key' },
    })
    await office.undo(nameless.id)
  })
})

describe('a number printed wrongly', () => {
  const wrong = 'CN201899000012.5'
  const row = [wrong, '2018-03-15', '', '', '演示错号', '', '演示社', '', '']
  const write = (name: string, cells: readonly string[]) => table(office.folder, name, cnipa, [cells])
  const ids = async (...numbers: string[]) => Promise.all(numbers.map(async (one) => (await desk.page(one)).id))

  it('stays as printed, is flagged, and is the same when the file comes again or another source repeats it', async () => {
    expect((await office.take(write('错号.csv', row))).account).toMatchObject({ new: 1 })
    const page = await desk.page(wrong)
    expect(page.fields.find((one) => one.field === 'applicationNumber')).toMatchObject({
      lines: [wrong],
      remark: '号码校验位不符（标注为5，应为3），可能为印刷、抄录差错或者虚构号码，按来源原样保留，请核对原始文件。',
    })
    const again = write('错号（下月）.csv', ['201899000012.5', '2018-03-15', '', '', '演示错号', 'A01J 11/04', '演示社', '', ''])
    expect((await office.check(again)).account).toMatchObject({ new: 0, changed: 1 })
    expect((await office.take(again)).account).toMatchObject({ new: 0, changed: 1, same: 0 })
    expect((await office.take(again)).account).toMatchObject({ new: 0, changed: 0, same: 1 })
    const fromVendor = ['', '演示错号', 'ZL201899000012.5', '2018-03-15', '', '', '', '演示社', '演示社', '']
    expect((await office.take(table(office.folder, '错号（商用）.csv', vendor, [fromVendor]))).account).toMatchObject({
      new: 0,
    })
    expect((await desk.page(wrong)).id).toBe(page.id)
  })

  it('never meets the right one, nor what bears another title', async () => {
    const other = await office.take(write('错号另一件.csv', [wrong, '2018-03-15', '', '', '演示另一件', '', '演示社', '', '']))
    expect(other.account).toMatchObject({ new: 1 })
    const [mine, right] = await ids(wrong, number)
    expect(mine).not.toBe(right)
    await office.undo(other.id)
  })

  it('is listed as a possible twin of the right one where day and title agree', async () => {
    const alike = await office.take(
      write('错号同名.csv', ['CN201899000042.4', '2018-03-15', '', '', '演示错号', '', '演示社', '', '']),
    )
    expect((await desk.page(wrong)).twins).toMatchObject([{ decision: null }])
    await office.undo(alike.id)
    expect((await desk.page(wrong)).twins).toEqual([])
  })

  it('is corrected by hand, meets the right record, may be corrected anew, and parts again', async () => {
    const before = await asStored(office)
    const [mine, right] = await ids(wrong, number)
    await desk.must(decideField, { number: mine!, field: 'applicationNumber', take: null, lines: ['ZL201899000012.3'] })
    expect(await ids(wrong, number)).toEqual([right, right])
    expect((await desk.fieldOf(number, 'applicationNumber'))!).toMatchObject({ lines: ['201899000012.3'], disputed: false })
    expect(await asStored(office)).toEqual(await foldedFresh(office))
    // It was another right after all: the row goes there, and what it met stays behind.
    await desk.must(decideField, { number, field: 'applicationNumber', take: null, lines: ['201899000032.0'] })
    const [elsewhere, left] = await ids('201899000032.0', number)
    expect(elsewhere).not.toBe(left)
    expect((await desk.fieldOf('201899000032.0', 'applicationNumber'))!.others.map((one) => one.lines[0])).toContain(wrong)
    expect(await asStored(office)).toEqual(await foldedFresh(office))
    await desk.must(undoField, { number: '201899000032.0', field: 'applicationNumber' })
    expect(await asStored(office)).toEqual(before)
  })
})

describe('a decision on the county', () => {
  it('moves the record, says who decided, and goes back to the address when undone', async () => {
    expect(await desk.page(number)).toMatchObject({ county: '622901', countyDecision: null })
    await desk.must(decideCounty, { number, county: '622924' })
    expect(await desk.page(number)).toMatchObject({ county: '622924', countyDecision: { lines: ['广河县'], by: '测试员' } })
    await desk.must(decideCounty, { number, county: null })
    expect(await desk.page(number)).toMatchObject({ county: null, countyDecision: { lines: ['州本级'] } })
    await desk.must(undoCounty, { number })
    expect((await desk.page(number)).county).toBe('622901')
    expect(await desk.run(decideCounty, { number, county: '620102' })).toMatchObject({ refusal: { code: 'county-unknown' } })
    expect(await desk.run(undoCounty, { number })).toMatchObject({ refusal: { code: 'decision-unknown' } })
  })
})

describe('a decision on twins', () => {
  const wires = () => ({ db: office.database.app.kysely, region, today: office.wires.clock.today() })
  const twin = async () => {
    const page = await openTwins(wires(), { limit: 10 })
    if (!page.done) throw new Error(page.refusal.code)
    return page.value
  }

  it('joins the two, shows them parted as they were, and parts them again', async () => {
    await desk.must(undoField, { number, field: 'title' })
    await office.take(
      table(office.folder, '无号.csv', cnipa, [
        ['', '2018-03-15', 'CN299900001U', '2019-01-01', '一种演示用分离装置', '', '临夏演示乳业有限公司', '马演示', ''],
      ]),
    )
    const before = await asStored(office)
    const open = await twin()
    expect(open).toMatchObject({ count: 1, next: null })
    const [pair] = open.rows
    expect(pair!.sides.map((side) => side.publicationNumber).sort()).toEqual(['CN199900001A', 'CN299900001U'])
    await desk.must(decideTwin, { id: pair!.id, decision: 'join', version: pair!.version })
    const page = await desk.page(number)
    expect(page.fields.find((one) => one.field === 'publications')!.lines).toEqual([
      'CN199900001A 2018-09-01',
      'CN299900001U 2019-01-01',
    ])
    expect(page.twins).toMatchObject([{ decision: 'joined' }])
    expect((await desk.page(page.twins[0]!.sides.find((side) => side.id !== page.id)!.id)).id).toBe(page.id)
    expect(await twin()).toMatchObject({ count: 0, rows: [] })
    expect(await asStored(office)).toEqual(await foldedFresh(office))
    expect(await desk.run(decideTwin, { id: pair!.id, decision: 'join', version: pair!.version })).toMatchObject({
      refusal: { code: 'already-decided' },
    })
    const decided = await twinBy(office.database.app.kysely, wires(), pair!.id)
    await desk.must(undoTwin, { id: pair!.id, version: decided.done ? decided.value.version : '' })
    expect(await asStored(office)).toEqual(before)
    expect(await twin()).toMatchObject({ count: 1 })
  })

  it('that they are not the same lets them stand, and is remembered', async () => {
    const [pair] = (await twin()).rows
    expect(await desk.run(decideTwin, { id: pair!.id, decision: 'not-same', version: '1' })).toMatchObject({
      refusal: { code: 'stale' },
    })
    await desk.must(decideTwin, { id: pair!.id, decision: 'not-same', version: pair!.version })
    expect(await queueCounts(wires())).toMatchObject({ twins: 0 })
    expect((await desk.page(number)).twins).toMatchObject([{ decision: 'not-same' }])
  })
})

it('every decision stands in the trail in a sentence', async () => {
  const { rows } = await office.database.owner.pool.query<{ sentence: string }>(
    `select detail->>'sentence' as sentence from trail.entry join trail.detail using (region_code, n) where word = 'patents.decide-field' order by n limit 1`,
  )
  expect(rows[0]!.sentence).toBe(
    '将“一种演示用分离装置”（CN201899000012.3）的名称核定为“演示用分离装置（商用库）”（采用智慧芽），理由：演示：已核对登记簿副本',
  )
})
