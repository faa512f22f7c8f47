import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { applicationBody, publicationKey, readNumber } from '../rules/numbers.ts'
import { readPatentFile } from './read-file.ts'
import { account, aFile, csv, refusalOf, removeFiles } from './testing/files.ts'

afterEach(removeFiles)

const real = (name: string) => fileURLToPath(new URL(`../../../../shared/data/patents/${name}`, import.meta.url))
const fieldsOf = (rows: Awaited<ReturnType<typeof account>>['rows']) =>
  rows.flatMap((one) => ('fields' in one ? [one.fields] : []))

describe.skipIf(!existsSync(real('')))('真实文件，账目逐项相符', () => {
  test('CNIPR 25 列', async () => {
    const { rows, ...rest } = await account(real('cnipr_25col_199.xlsx'))
    expect(rest).toEqual({ format: 'cnipr', rank: 30, publishable: false, unknownHeadings: [], missingHeadings: [] })
    const fields = fieldsOf(rows)
    expect([rows.length, fields.length]).toEqual([199, 199])
    expect(rows.map((one) => one.row)).toEqual(Array.from({ length: 199 }, (_, at) => at + 2))
    for (const one of fields) {
      expect(readNumber(one.applicationNumber!)).toMatchObject({
        right: 'utility-model',
        year: 2012,
        checkDigit: { valid: true },
      })
      expect(readNumber(one.publications![0]!.number).right).toBe('utility-model')
      expect(one.mainIpc).toBe(one.ipc![0])
      expect(one.extra).toSatisfy((extra: Record<string, string>) => extra.光盘号 === 'D1301' && extra.PCT公开 !== '0')
    }
    expect(fields[0]).toMatchObject({
      applicationNumber: 'CN201220249767.4',
      publications: [{ number: 'CN202644312U', on: '2013-01-02' }],
      filedOn: '2012-05-31',
      ipc: ['E01B 3/32'],
      agency: '南京正联知识产权代理有限公司 32243',
    })
    expect(fields.filter((one) => one.priorities).map((one) => one.priorities)).toEqual([
      [{ number: '202012000389.5', country: 'DE', on: '2012-01-16' }],
    ])
    expect(fields.filter((one) => one.agency).length).toBe(147)
    expect(fields.filter((one) => one.address && /^\d{6} /.test(one.address)).length).toBe(192)
  })

  test('Google 检索结果', async () => {
    const { rows, ...rest } = await account(real('google_patents_search.csv'))
    expect(rest).toEqual({ format: 'google', rank: 40, publishable: true, unknownHeadings: [], missingHeadings: [] })
    const fields = fieldsOf(rows)
    expect([rows.length, fields.length, rows[0]!.row, rows.at(-1)!.row]).toEqual([4264, 4264, 3, 4266])
    const keys = fields.map((one) => publicationKey(one.publications![0]!.number))
    expect(keys).not.toContain(null)
    expect(new Set(keys).size).toBe(4263)
    expect(keys.filter((key) => key!.startsWith('CN'))).toHaveLength(1455)
    expect(fields.every((one) => one.applicationNumber === undefined)).toBe(true)
    expect(fields.filter((one) => one.grantedOn)).toHaveLength(1311)
    expect(fields.find((one) => one.publications![0]!.number === 'CN-109417194-B')).toMatchObject({
      titleTranslated: 'Sulfide-based solid electrolyte for lithium secondary battery',
      applicants: ['三井金属矿业株式会社'],
      inventors: ['上杉秀雄', '宫下德彦', '井手仁彦', '伊藤崇广', '筑本崇嗣', '村中孝'],
      grantedOn: '2022-03-01',
    })
  })

  test('Google 只有一条', async () => {
    const { rows, ...rest } = await account(real('google_patents_search_one_hit.csv'))
    expect(rest).toMatchObject({ format: 'google', unknownHeadings: [], missingHeadings: [] })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ row: 3, fields: { applicants: ['Hyundai Motor Company', 'Kia Motors Corporation'] } })
    expect(fieldsOf(rows)[0]).not.toHaveProperty('grantedOn')
  })

  test('知网清单：题名里有空格，命中数行和空行不算行', async () => {
    const { rows, ...rest } = await account(real('cnki_company_lists_part1.tsv.gz'))
    expect(rest).toEqual({ format: 'cnki', rank: 30, publishable: false, unknownHeadings: [], missingHeadings: [] })
    const fields = fieldsOf(rows)
    expect([rows.length, fields.length]).toEqual([8299, 8299])
    expect(fields.every((one) => publicationKey(one.publications![0]!.number) !== null)).toBe(true)
    expect(fields.filter((one) => !/\d[A-Z]\d*$/.test(one.publications![0]!.number))).toHaveLength(888)
    expect(fields.filter((one) => one.title!.includes(' '))).toHaveLength(33)
    expect(fields.find((one) => one.publications![0]!.number === 'CN302560168S')).toMatchObject({
      title: '洗衣机盖( 5kg-01)',
      inventors: ['姚祖强', '王国飞', '邓玲珑'],
      filedOn: '2013-05-04',
    })
  })

  test('企查查', async () => {
    const { rows, ...rest } = await account(real('qichacha_patents.json'))
    expect(rest).toEqual({ format: 'qichacha', rank: 30, publishable: false, unknownHeadings: [], missingHeadings: [] })
    const fields = fieldsOf(rows)
    expect([rows.length, fields.length]).toEqual([3, 3])
    expect(fields.map((one) => applicationBody(one.applicationNumber!))).toEqual(['201710117081', '201610311380', '201730033448'])
    expect(fields.map((one) => one.right)).toEqual(['invention', 'invention', 'design'])
    expect(fields[0]).toMatchObject({ agents: ['李中华'], filedOn: '2017-03-01', ipc: ['G06'] })
    expect(fields[0]).not.toHaveProperty('events')
    expect(fields[1]).toMatchObject({
      statusWord: '实质审查的生效',
      statusOn: '2016-11-09',
      events: [
        { on: '2016-10-12', word: '公开' },
        { on: '2016-11-09', word: '实质审查的生效' },
      ],
    })
    expect(fields[2]).toMatchObject({ locarno: ['11'], inventors: ['秦文莉', '朱静文'] })
  })

  test.each([
    ['xml/cnipa_v2_cn_new2.xml', 'cnipa-xml', '202110991218', 'CN113783949A', '2021-08-26', 'H04L 29/08', 3],
    ['xml/st36_cn_old1.xml', 'st36', '201410408762', 'CN104223352A', '2014-08-19', 'A24B 15/18', 8],
    ['xml/st36_cn_old2.xml', 'st36', '201480000986', 'CN104245143A', '2014-03-28', 'B03B 5/04', 5],
    ['xml/st36_cn_old4_utility.xml', 'st36', '201410513187', 'CN104223590A', '2014-09-29', 'A43D 1/02', 1],
  ])('%s', async (name, format, body, publication, filedOn, mainIpc, inventors) => {
    const { rows, ...rest } = await account(real(name))
    expect(rest).toEqual({ format, rank: 10, publishable: true, unknownHeadings: [], missingHeadings: [] })
    expect(rows).toHaveLength(1)
    const [fields] = fieldsOf(rows)
    expect(fields).toMatchObject({ filedOn, mainIpc, right: 'invention' })
    expect(applicationBody(fields!.applicationNumber!)).toBe(body)
    expect(fields!.publications!.map((one) => one.number)).toEqual([publication])
    expect(fields!.inventors).toHaveLength(inventors)
    expect(fields!.firstClaim).toMatch(/^1\./)
  })

  test('新版 XML 的地址分出省市县，旧版的优先权、国际申请都在', async () => {
    const [fresh] = fieldsOf((await account(real('xml/cnipa_v2_cn_new2.xml'))).rows)
    expect(fresh).toMatchObject({
      province: '浙江省',
      city: '杭州市',
      county: '萧山区',
      agency: '杭州求是专利事务所有限公司 33200',
    })
    const [korean] = fieldsOf((await account(real('xml/st36_cn_old2.xml'))).rows)
    expect(korean!.priorities).toHaveLength(6)
    expect(korean).toMatchObject({
      internationalApplication: 'PCT/KR2014/002669',
      internationalPublication: 'WO2014/157990',
      nationalPhaseOn: '2014-09-30',
    })
    const [domestic] = fieldsOf((await account(real('xml/st36_cn_old4_utility.xml'))).rows)
    expect(domestic!.priorities).toEqual([{ number: '201320854096.9', country: 'CN', on: '2013-12-24' }])
  })
})

const row = ['CN202310000001.7', '演示', '演示公司', '20230103', '发明', '', '专利权维持']

describe('表格文件', () => {
  test('表头之上的说明、命中数，页间重复的表头，都不算行', async () => {
    const headings = ['序号', '题名', '发明人', '申请人', '数据库', '申请日', '公开日', '收藏', '公开号']
    const line = (n: number) => [
      String(n),
      `演示 ${n}`,
      '演示甲',
      '演示公司',
      '中国专利',
      '2023-01-03',
      '2023-06-20',
      '',
      `CN11600000${n}A`,
    ]
    const path = await aFile(
      '演示.csv',
      csv([['检索式：申请人=演示公司'], ['共 4,768 条'], [], headings, line(1), line(2), ['4,768'], headings, line(3), ['4']]),
    )
    const { format, rows } = await account(path)
    expect(format).toBe('cnki')
    expect(rows.map((one) => [one.row, 'fields' in one && one.fields.title])).toEqual([
      [5, '演示 1'],
      [6, '演示 2'],
      [9, '演示 3'],
    ])
  })

  test('Espacenet：七行说明，分号分列，格内换行', async () => {
    const preamble = [
      'Espacenet Result list',
      'Query: demo, "演示"',
      'Results: 1',
      'Date: 2023-07-01',
      'Sorted: Relevance',
      'Filter: none',
      '',
    ]
    const table = csv(
      [
        [
          'No',
          'Title',
          'Inventors',
          'Applicants',
          'Publication number',
          'Earliest priority',
          'IPC',
          'CPC',
          'Publication date',
          'Earliest publication',
          'Family number',
        ],
        [
          '1',
          'Demonstration box',
          'DEMO JIA [CN]\nDEMO YI [CN]',
          'DEMO CO [CN]',
          'CN116000001A\nCN116000001B',
          '2023-01-03',
          'B65D5/42',
          'B65D5/42 (CN)',
          '2023-06-20\n2024-01-02',
          '2023-06-20',
          '1',
        ],
        ['2', 'Another', '', 'DEMO CO [CN]', 'CN116000002A', '2023-01-03', '', '', '2023-06-20', '2023-06-20', '2'],
      ],
      ';',
    )
    const { format, rows, missingHeadings } = await account(await aFile('demo.csv', `\ufeff${preamble.join('\r\n')}\r\n${table}`))
    expect({ format, missingHeadings }).toEqual({ format: 'espacenet', missingHeadings: [] })
    expect(rows.map((one) => 'fields' in one && one.fields.publications!.length)).toEqual([2, 1])
  })

  test('GB18030 的 CSV', async () => {
    // 申请号,名称,第一申请人,申请日,专利类型,案件状态 and one row, 演示, in GB18030.
    const bytes = Buffer.from(
      'c9eac7ebbac52cc3fbb3c62cb5dad2bbc9eac7ebc8cb2cc9eac7ebc8d52cd7a8c0fbc0e0d0cd2cb0b8bcfed7b4ccac0a' +
        '434e3230323331303030303030312e372cd1ddcabe2cd1ddcabeb9abcbbe2c32303233303130332cb7a2c3f72cd7a8c0fbc8a8ceacb3d60a',
      'hex',
    )
    const { format, rows } = await account(await aFile('演示.csv', bytes))
    expect(format).toBe('cnipa-cases')
    expect(rows).toEqual([
      {
        row: 2,
        fields: {
          applicationNumber: 'CN202310000001.7',
          title: '演示',
          applicants: ['演示公司'],
          right: 'invention',
          filedOn: '2023-01-03',
          statusWord: '专利权维持',
        },
      },
    ])
  })

  test('案件查询表没有表头，按位置读', async () => {
    const { format, rows, unknownHeadings } = await account(
      await aFile('演示.csv', csv([row, row.with(0, '2023100000025').with(6, '等年登印费')])),
    )
    expect({ format, unknownHeadings }).toEqual({ format: 'cnipa-cases', unknownHeadings: [] })
    expect(rows).toMatchObject([
      { row: 1, fields: { applicationNumber: 'CN202310000001.7', statusWord: '专利权维持', right: 'invention' } },
      { row: 2, fields: { applicationNumber: '2023100000025', statusWord: '等年登印费' } },
    ])
  })

  test('不收的行带着原样和原因', async () => {
    const { rows } = await account(
      await aFile(
        '演示.csv',
        csv([
          ['申请号', '名称', '第一申请人', '申请日', '专利类型', '案件状态'],
          ['', '演示', '演示公司', '20230103', '发明', '专利权维持'],
          ['2023100000017', '演示', '演示公司', '2023.02.30', '发明', '专利权维持'],
        ]),
      ),
    )
    expect(rows).toEqual([
      {
        row: 2,
        reason: '这一行没有申请号、专利号或公开（公告）号，无法确定是哪一件专利',
        cells: ['', '演示', '演示公司', '20230103', '发明', '专利权维持'],
      },
      {
        row: 3,
        reason: '“申请日”一栏的“2023.02.30”不是存在的日期',
        cells: ['2023100000017', '演示', '演示公司', '2023.02.30', '发明', '专利权维持'],
      },
    ])
  })

  test('知网文字清单不必是表格', async () => {
    const lines = [
      '4,768',
      '1 演示 装置(DC 200) 演示甲;演示乙 演示公司 中国专利 2023-01-03 2023-06-20  收藏 CN219000001U',
      '',
      '143',
      '乱行 一行',
      '2 演示 演示甲 演示公司 中国专利 2023-02-30 2023-06-20  收藏 CN219000002U',
    ]
    const { format, rows } = await account(await aFile('演示.txt', lines.join('\n')))
    expect(format).toBe('cnki')
    expect(rows).toEqual([
      {
        row: 2,
        fields: {
          publications: [{ number: 'CN219000001U', on: '2023-06-20' }],
          title: '演示 装置(DC 200)',
          applicants: ['演示公司'],
          inventors: ['演示甲', '演示乙'],
          filedOn: '2023-01-03',
        },
      },
      { row: 5, reason: expect.stringContaining('不是'), cells: ['乱行 一行'] },
      { row: 6, reason: '“申请日”一栏的“2023-02-30”不是存在的日期', cells: [lines[5]] },
    ])
  })

  test('整表不收的，说明原因', async () => {
    expect(
      await refusalOf(
        await aFile(
          'a.csv',
          csv([
            ['名称', '摘要', '主权项', '申请人名称', '申请日'],
            ['演示', '演示', '演示', '演示', '2023-01-03'],
          ]),
        ),
      ),
    ).toMatchObject({
      code: 'no-number-column',
    })
    expect(
      await refusalOf(
        await aFile(
          'a.csv',
          csv([
            ['姓名', '部门'],
            ['演示甲', '演示'],
          ]),
        ),
      ),
    ).toMatchObject({ code: 'unknown-layout', format: null })
    expect(
      await refusalOf(
        await aFile(
          'a.csv',
          csv([
            ['商标名称', '注册号', '国际分类'],
            ['演示', '12345678', '9'],
          ]),
        ),
      ),
    ).toMatchObject({ code: 'trademark-table' })
    expect(await refusalOf(await aFile('a.csv', ''))).toMatchObject({ code: 'empty-file' })
    expect(await refusalOf(await aFile('a.pdf', '%PDF-1.7\n'))).toMatchObject({ code: 'not-a-sheet', kind: 'pdf' })
    expect(await refusalOf('/没有这个文件.csv')).toMatchObject({ code: 'no-such-file' })
  })

  test('万方没有人说明过：列出认不得的表头；全认得的照读，来源仍是万方', async () => {
    const headings = ['题名', '专利申请号', '申请人', '公开号', '专利状态']
    expect(await refusalOf(await aFile('万方导出.csv', csv([[...headings, '万方分类'], ['演示']])))).toMatchObject({
      code: 'unknown-layout',
      format: 'wanfang',
    })
    const plain = ['题名', '申请号', '申请人', '公开号']
    const { format, publishable, rows } = await account(
      await aFile('a.csv', csv([plain, ['演示', 'CN202310000001.7', '演示公司', 'CN116000001A']])),
      '万方导出.csv',
    )
    expect({ format, publishable, rows: rows.length }).toEqual({ format: 'wanfang', publishable: false, rows: 1 })
  })

  test('不读行也能放手', async () => {
    const read = await readPatentFile(await aFile('演示.csv', csv([row])))
    if (!read.done) throw new Error('read above')
    await read.value.close()
    await read.value.close()
    const half = await readPatentFile(await aFile('演示.csv', csv(Array.from({ length: 5000 }, () => row))))
    if (!half.done) throw new Error('read above')
    for await (const one of half.value.rows) {
      expect(one.row).toBe(1)
      break
    }
  })
})
