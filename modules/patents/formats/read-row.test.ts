import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PatentFields } from '../rules/fields.ts'
import { readRow } from './read-row.ts'
import { recognise } from './recognise.ts'

/** One row, as heading → cell. */
function read(row: Readonly<Record<string, string>>) {
  const recognised = recognise(Object.keys(row))
  if (!recognised.done) throw new Error(JSON.stringify(recognised.refusal))
  return { format: recognised.value.format, ...readRow(recognised.value, Object.values(row)) }
}

const fieldsOf = (row: Readonly<Record<string, string>>): PatentFields => {
  const reading = read(row)
  if ('reason' in reading) throw new Error(reading.reason)
  return reading.fields
}

const cnipr = {
  申请号: 'CN202310000001.7',
  '公开（公告）号': 'CN219000001U',
  '公开（公告）日': '2023.06.20',
  申请日: '2023.01.03',
  名称: '演示用清真食品包装盒',
  主分类号: 'B65D5/42(2006.01)I',
  分类号: 'B65D5/42(2006.01)I;B65D81/24(2006.01)I',
  '申请（专利权）人': '临夏演示食品有限公司;演示大学',
  '发明（设计）人': '演示甲;演示乙；演示甲',
  地址: '731100 甘肃省临夏回族自治州临夏市演示路1号',
  国省代码: '甘肃;62',
  专利代理机构: '演示代理事务所 62000',
  代理人: '演示丙;演示丁',
  优先权: '2022.01.16 DE 202012000389.5;2022.02.01 CN 202210000001.2',
  摘要: '本实用新型公开了一种演示用包装盒。',
  专利权状态: '有权',
  法律状态: '授权',
  PCT公开: '0',
  光盘号: 'D0000',
}

// 演示: every person and firm here is invented.
describe('各版式一行一行地读', () => {
  test('CNIPR', () => {
    expect(read(cnipr)).toEqual({
      format: 'cnipr',
      fields: {
        applicationNumber: 'CN202310000001.7',
        publications: [{ number: 'CN219000001U', on: '2023-06-20' }],
        title: '演示用清真食品包装盒',
        applicants: ['临夏演示食品有限公司', '演示大学'],
        inventors: ['演示甲', '演示乙'],
        address: '731100 甘肃省临夏回族自治州临夏市演示路1号',
        province: '甘肃',
        agency: '演示代理事务所 62000',
        agents: ['演示丙', '演示丁'],
        filedOn: '2023-01-03',
        priorities: [
          { number: '202012000389.5', country: 'DE', on: '2022-01-16' },
          { number: '202210000001.2', country: 'CN', on: '2022-02-01' },
        ],
        ipc: ['B65D 5/42', 'B65D 81/24'],
        mainIpc: 'B65D 5/42',
        abstract: '本实用新型公开了一种演示用包装盒。',
        statusWord: '有权；授权',
        extra: { 光盘号: 'D0000' },
      },
    })
  })

  test('外观设计的洛迦诺分类号写在分类号一栏', () => {
    expect(fieldsOf({ ...cnipr, 主分类号: '09-03', 分类号: '09-03;09-99' })).toMatchObject({ locarno: ['09-03', '09-99'] })
    expect(fieldsOf({ ...cnipr, 主分类号: '不明', 分类号: 'B65D5/42' })).toMatchObject({
      ipc: ['B65D 5/42'],
      extra: { 主分类号: '不明' },
    })
  })

  test('国家知识产权局的法律状态公告，一行一个事件', () => {
    const event = (cells: Readonly<Record<string, string>>) => fieldsOf({ 申请号: 'CN202320000003.3', ...cells })
    expect(
      event({
        法律状态公告日: '2024.03.15',
        法律状态: '专利权的终止',
        法律状态信息: '未缴年费专利权终止IPC(主分类):B65D 5/42申请日:20230103授权公告日:20230620终止日期:20240103',
      }),
    ).toEqual({
      applicationNumber: 'CN202320000003.3',
      events: [
        {
          on: '2024-03-15',
          word: '专利权的终止（未缴年费专利权终止）',
          text: '未缴年费专利权终止IPC(主分类):B65D 5/42申请日:20230103授权公告日:20230620终止日期:20240103',
        },
      ],
    })
    expect(event({ 法律状态公告日: '20230620', 法律状态: '授权', 法律状态信息: '' }).events).toEqual([
      { on: '2023-06-20', word: '授权' },
    ])
    expect(event({ 法律状态生效日: '2023-06-20', 法律状态含义: '授权' }).events).toEqual([{ on: '2023-06-20', word: '授权' }])
    expect(read({ 申请号: 'CN202320000003.3', 法律状态公告日: '2024.03.15', 法律状态: '', 法律状态信息: '' })).toMatchObject({
      reason: '该记录没有写明法律状态',
    })
    expect(read({ 申请号: 'CN202320000003.3', 法律状态公告日: '2024.02.30', 法律状态: '授权', 法律状态信息: '' })).toMatchObject({
      reason: '“法律状态公告日”一栏的“2024.02.30”不是存在的日期',
    })
  })

  test('已缴费信息，一行一笔，年费记下年度、日期和金额', () => {
    const row = {
      申请号: 'CN202320000003.3',
      缴费种类: '实用新型专利第4年年费',
      缴费金额: '135.0',
      缴费日期: '2026-01-05',
      收据号: '演示001',
    }
    expect(fieldsOf(row)).toEqual({
      applicationNumber: 'CN202320000003.3',
      payments: [{ year: 4, on: '2026-01-05', amount: 13_500, receipt: '演示001' }],
    })
    expect(fieldsOf({ ...row, 缴费种类: '年费', 年费年度: '12', 缴费金额: '' }).payments).toEqual([
      { year: 12, on: '2026-01-05', receipt: '演示001' },
    ])
    expect(fieldsOf({ ...row, 缴费种类: '发明专利补偿期年费' }).payments?.[0]?.year).toBe('compensation')
    for (const other of ['专利登记费', '实用新型专利第4年年费滞纳金'])
      expect(fieldsOf({ ...row, 缴费种类: other })).toEqual({
        applicationNumber: 'CN202320000003.3',
        extra: { 缴费种类: other, 缴费金额: '135.0', 缴费日期: '2026-01-05' },
      })
    expect(read({ ...row, 缴费种类: '2026年年费' })).toMatchObject({ reason: '“2026年年费”没有写明是第几年度的年费' })
    expect(read({ ...row, 缴费种类: '年费' })).toMatchObject({ reason: '“年费”没有写明是第几年度的年费' })
    expect(read({ ...row, 缴费日期: '' })).toMatchObject({ reason: '这一行没有写明缴费日期' })
    expect(read({ ...row, 缴费金额: '待定' })).toMatchObject({ reason: '“缴费金额”一栏的“待定”不是金额' })
  })

  test('国家知识产权局检索', () => {
    expect(
      fieldsOf({
        申请号: 'CN202310000001',
        申请日: '2023.01.03',
        '公开（公告）号': 'CN116000001A',
        '公开（公告）日': '2023.06.20',
        发明名称: '一种演示方法',
        IPC分类号: 'B65D5/42; B65D81/24',
        '申请（专利权）人': '演示公司;',
        发明人: '演示甲;演示乙;',
        优先权号: 'JP2022000001;JP2022000002',
        优先权日: '2022.01.16;2022.02.01',
        代理人: '演示丙',
        代理机构: '演示代理',
      }),
    ).toMatchObject({
      applicants: ['演示公司'],
      inventors: ['演示甲', '演示乙'],
      priorities: [
        { number: 'JP2022000001', country: 'JP', on: '2022-01-16' },
        { number: 'JP2022000002', country: 'JP', on: '2022-02-01' },
      ],
    })
  })

  test('incoPat：原文与译文分开，当前权利人另放，状态并列', () => {
    expect(
      read({
        标题: '一种演示方法',
        '标题 (英文)': 'Demonstration method',
        摘要: '演示',
        申请人: '演示公司; 演示大学',
        标准化申请人: '演示公司; 演示大学（标准）',
        '公开(公告)号': 'CN116000001B',
        '公开(公告)日': '20240102',
        申请号: 'CN202310000001.7',
        申请日: '2023-01-03',
        IPC主分类: 'B65D5/42',
        IPC: 'B65D5/42; B65D81/24',
        CPC: 'B65D5/42; Y02W90/10',
        发明人: '演示甲; 演示乙',
        当前权利人: '演示新公司',
        中国申请人地市: '临夏回族自治州; 兰州市',
        中国申请人区县: '东乡族自治县; 城关区',
        专利有效性: '失效',
        当前法律状态: '未缴年费',
        失效日: '2024/1/3',
        工商统一社会信用代码: '916229000000000000; -',
        合享价值度: '7',
        链接到incoPat: 'https://example.invalid',
        本局备注: '重点',
      }),
    ).toEqual({
      format: 'incopat',
      fields: {
        applicationNumber: 'CN202310000001.7',
        publications: [{ number: 'CN116000001B', on: '2024-01-02' }],
        title: '一种演示方法',
        titleTranslated: 'Demonstration method',
        applicants: ['演示公司', '演示大学'],
        holders: ['演示新公司'],
        inventors: ['演示甲', '演示乙'],
        city: '临夏回族自治州',
        county: '东乡族自治县',
        creditCode: '916229000000000000',
        filedOn: '2023-01-03',
        ipc: ['B65D 5/42', 'B65D 81/24'],
        mainIpc: 'B65D 5/42',
        cpc: ['B65D 5/42', 'Y02W 90/10'],
        abstract: '演示',
        statusWord: '失效；未缴年费',
        expiresOn: '2024-01-03',
        extra: { 合享价值度: '7', 本局备注: '重点', 标准化申请人: '演示公司; 演示大学（标准）' },
      },
    })
  })

  test('智慧芽：逗号不分人，当前权利人与原始申请人分开；只有当前权利人时，申请人也是他', () => {
    const row = {
      '公开(公告)号': 'CN116000001B',
      标题: '一种演示方法',
      申请号: 'CN202310000001.7',
      申请日: '2023-01-03',
      授权日: '2024-01-02',
      '公开(公告)日': '2024-01-02',
      专利类型: '授权发明',
      '法律状态/事件': '授权 | 权利转移',
      简单法律状态: '有效',
      '[标]当前申请(专利权)人': '演示新公司 | DEMO, CO.',
      发明人: 'DEMO, JIA | 演示, 乙',
      IPC分类号: 'B65D5/42 | B65D81/24',
    }
    expect(fieldsOf({ ...row, '[标]原始申请(专利权)人': '演示公司' })).toMatchObject({
      right: 'invention',
      grantedOn: '2024-01-02',
      applicants: ['演示公司'],
      holders: ['演示新公司', 'DEMO, CO.'],
      inventors: ['DEMO, JIA', '演示, 乙'],
      ipc: ['B65D 5/42', 'B65D 81/24'],
      statusWord: '有效；授权 | 权利转移',
    })
    expect(fieldsOf(row).applicants).toEqual(['演示新公司', 'DEMO, CO.'])
  })

  test('智慧芽接口：日期是数字', () => {
    expect(
      fieldsOf({
        pn: 'CN116000001A',
        title: '一种演示方法',
        apno: 'CN202310000001.7',
        apdt: '20230103',
        pbdt: '20230620',
        inventor: '演示甲|演示乙',
        originalAssignee: '演示公司',
        currentAssignee: '演示新公司',
      }),
    ).toMatchObject({
      publications: [{ number: 'CN116000001A', on: '2023-06-20' }],
      filedOn: '2023-01-03',
      inventors: ['演示甲', '演示乙'],
      holders: ['演示新公司'],
    })
  })

  test('专利之星、佰腾、知网、案件查询、年度库', () => {
    expect(
      read({
        名称: '一种演示方法',
        '摘要(中文)': '演示',
        摘要附图: 'a.jpg',
        主权项: '1.一种演示方法。',
        主分类号: 'B65D5/42',
        分类号: 'B65D5/42;B65D81/24',
        申请人名称: '演示公司',
        '公开（公告）号': 'CN116000001A',
        '公开（公告）日': '20230620',
        申请日: '20230103',
      }),
    ).toMatchObject({ format: 'patentstar', fields: { abstract: '演示', filedOn: '2023-01-03', mainIpc: 'B65D 5/42' } })
    expect(
      read({
        '公开(公告)号': 'CN116000001A',
        申请号: 'CN202310000001',
        专利名称: '一种演示方法',
        摘要: '演示',
        权利要求书: '1.一种演示方法，其特征在于，包括步骤一。2.根据权利要求1所述的演示方法，其特征在于步骤二。',
        IPC分类号: 'B65D5/42',
        申请人: '演示公司',
        发明人: '演示甲',
        申请日: '2023-01-03',
      }),
    ).toMatchObject({
      format: 'baiten',
      fields: {
        firstClaim: '1.一种演示方法，其特征在于，包括步骤一。',
        extra: { 权利要求书: expect.stringContaining('步骤二') },
      },
    })
    expect(
      read({
        题名: '演示',
        发明人: '演示甲;演示乙',
        申请人: '演示公司',
        申请日: '2023-01-03',
        公开日: '',
        公开号: 'CN116000001A',
      }),
    ).toMatchObject({
      format: 'cnki',
      fields: { publications: [{ number: 'CN116000001A' }], inventors: ['演示甲', '演示乙'] },
    })
    expect(
      read({
        申请号: '2023100000017',
        名称: '演示',
        第一申请人: '演示公司',
        申请日: '20230103',
        专利类型: '实用新型',
        案件状态: '等年费滞纳金',
      }),
    ).toMatchObject({ format: 'cnipa-cases', fields: { right: 'utility-model', statusWord: '等年费滞纳金' } })
    expect(
      read({
        专利名称: '一种演示方法',
        专利类型: '发明授权',
        申请人: '演示公司',
        申请人区县: '永靖县',
        申请号: 'CN202310000001.7',
        申请日: '2023.01.03',
        公开公告号: 'CN116000001A',
        公开公告日: '20230620',
        授权公告号: 'CN116000001B',
        授权公告日: '2024-01-02',
        摘要文本: '演示',
        统一社会信用代码: '916229000000000000',
      }),
    ).toMatchObject({
      format: 'incopat',
      fields: {
        publications: [
          { number: 'CN116000001A', on: '2023-06-20' },
          { number: 'CN116000001B', on: '2024-01-02' },
        ],
        grantedOn: '2024-01-02',
        county: '永靖县',
      },
    })
  })

  test('Google：英文名称是译名，公司名里的逗号不分人', () => {
    expect(
      fieldsOf({
        id: 'CN-116000001-B',
        title: 'Demonstration method ',
        assignee: 'Demo Kosan Co., Ltd., 演示公司',
        'inventor/author': '演示甲, 演示 乙, Sa Demo',
        'priority date': '2022-01-16',
        'filing/creation date': '2023-01-03',
        'publication date': '2024-01-02',
        'grant date': '',
        'result link': 'https://example.invalid',
      }),
    ).toEqual({
      publications: [{ number: 'CN-116000001-B', on: '2024-01-02' }],
      titleTranslated: 'Demonstration method',
      applicants: ['Demo Kosan Co., Ltd.', '演示公司'],
      inventors: ['演示甲', '演示 乙', 'Sa Demo'],
      filedOn: '2023-01-03',
      earliestPriorityOn: '2022-01-16',
    })
  })

  test('Lens：申请号后面的种类字母不属于申请号', () => {
    expect(
      fieldsOf({
        Jurisdiction: 'CN',
        Kind: 'U',
        'Display Key': 'CN 219000001 U',
        'Lens ID': '000-000-000-000-001',
        'Publication Date': '2023-06-20',
        'Application Number': 'CN 202320000001 U',
        'Application Date': '2023-01-03',
        Title: '演示盒',
        Applicants: 'DEMO CO LTD;;演示公司',
        Inventors: 'DEMO JIA;;DEMO YI',
        'IPCR Classifications': 'B65D5/42;;B65D81/24',
        'Legal Status': 'ACTIVE',
      }),
    ).toMatchObject({
      applicationNumber: 'CN 202320000001',
      publications: [{ number: 'CN 219000001 U', on: '2023-06-20' }],
      title: '演示盒',
      applicants: ['DEMO CO LTD', '演示公司'],
      statusWord: 'ACTIVE',
    })
  })

  test('Espacenet：一行是一个同族，姓名后的国别不属于姓名', () => {
    expect(
      fieldsOf({
        Title: 'Demonstration box',
        Inventors: 'DEMO JIA [CN]\nDEMO YI [CN]',
        Applicants: 'DEMO CO LTD [CN]',
        'Publication number': 'CN116000001A\nCN116000001B',
        'Earliest priority': '2023-01-03',
        IPC: 'B65D5/42\nB65D81/24',
        CPC: 'B65D5/42 (CN)',
        'Publication date': '2023-06-20\n2024-01-02',
        'Earliest publication': '2023-06-20',
        'Family number': '80000001',
      }),
    ).toMatchObject({
      publications: [
        { number: 'CN116000001A', on: '2023-06-20' },
        { number: 'CN116000001B', on: '2024-01-02' },
      ],
      inventors: ['DEMO JIA', 'DEMO YI'],
      applicants: ['DEMO CO LTD'],
      earliestPriorityOn: '2023-01-03',
    })
  })
})

describe('一行不收的原因', () => {
  test.each([
    [{ 申请日: '2021.02.30' }, '“申请日”一栏的“2021.02.30”不是存在的日期'],
    [{ 申请日: '9980-01-01' }, '“申请日”一栏的“9980-01-01”不是存在的日期'],
    [{ '公开（公告）日': '明年' }, '“公开（公告）日”一栏的“明年”不是存在的日期'],
    [{ 申请号: '', '公开（公告）号': '—' }, '这一行没有申请号、专利号或公开（公告）号，无法确定是哪一件专利'],
    [{ 申请号: 'abc', '公开（公告）号': '' }, '“申请号”一栏的“abc”不是号码'],
    [{ 申请号: '2.0231E+11' }, '“申请号”一栏的“2.0231E+11”被表格软件改成了科学计数法，号码已丢失，请按文本重新导出'],
    [{ 申请号: 'CN20231\ufffd000001.7' }, '“申请号”一栏的“CN20231\ufffd000001.7”有字符丢失（编码损坏），请重新导出'],
    [{ 摘要: '长'.repeat(1_000_000) }, '“摘要”一栏有 1000000 个字，超出一件专利的可能范围'],
  ])('%#', (change, reason) => {
    expect(read({ ...cnipr, ...change })).toEqual({ format: 'cnipr', reason })
  })

  test.each(['9999-12-31', '9999/12/31 00:00:00', '99991231', '0001-01-01T00:00:00', '0001/1/1'])(
    '%s 是程序写的“没有”',
    (day) => {
      expect(fieldsOf({ ...cnipr, 申请日: day })).not.toHaveProperty('filedOn')
    },
  )

  test('校验位错的照原样收', () => {
    expect(fieldsOf({ ...cnipr, 申请号: 'CN202310000001.0' }).applicationNumber).toBe('CN202310000001.0')
  })

  test('空、横线、零日期就是没有；公式、控制字符、残缺的字也读得进', () => {
    const fields = fieldsOf({
      ...cnipr,
      申请日: '0000-00-00',
      代理人: '--',
      名称: '=HYPERLINK("演示")\u0000',
      摘要: '甲\ud800乙',
      '发明（设计）人': '刘\ufffd文',
    })
    expect(fields).toMatchObject({ title: '=HYPERLINK("演示")', abstract: '甲\ufffd乙', inventors: ['刘\ufffd文'] })
    expect(fields).not.toHaveProperty('filedOn')
    expect(fields).not.toHaveProperty('agents')
  })

  test('名称折行不留空格', () => {
    expect(fieldsOf({ ...cnipr, 名称: ' 一种\r\n演示方法  及 DEMO\nbox ' }).title).toBe('一种演示方法 及 DEMO box')
  })
})

test('列的次序不改变一行说的话', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.entries(cnipr), { minLength: Object.keys(cnipr).length }), (entries) => {
      expect(fieldsOf(Object.fromEntries(entries))).toEqual(fieldsOf(cnipr))
    }),
  )
})

test('任何文字都有答案', () => {
  const recognised = recognise(Object.keys(cnipr))
  if (!recognised.done) throw new Error('recognised above')
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 25 }), (cells) => {
      const reading = readRow(recognised.value, cells)
      expect('fields' in reading || reading.reason.length > 0).toBe(true)
    }),
  )
})
