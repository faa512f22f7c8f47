import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PatentFormat } from '../rules/fields.ts'
import { normaliseHeading } from './headings.ts'
import { layouts } from './layouts/index.ts'
import { recognise } from './recognise.ts'
import { sources } from './sources.ts'
import { readRefusalSentence } from './words.ts'

const words = (text: string) => text.trim().split(/\s*;\s*/)

// The headings of each source as public descriptions of real exports list them.
const described: Record<string, { format: PatentFormat; headings: string[] }> = {
  'CNIPR 表格': {
    format: 'cnipr',
    headings: words(
      '申请（专利）号; 名称; 主分类号; 分类号; 申请（专利权）人; 发明（设计）人; 公开（公告）日; 公开（公告）号; 专利代理机构; 代理人; 申请日; 地址; 摘要; 国省代码',
    ),
  },
  'CNIPR 全部字段': {
    format: 'cnipr',
    headings: words(
      '申请号; 公开（公告）号; 申请（专利权）人; 发明（设计）人; 地址; 名称; 摘要; 主分类号; 分类号; 申请日; 公开（公告）日; 专利代理机构; 代理人; 国省代码; 主权项; 优先权; 专利权状态; 法律状态; 省; 市; 区; 同族专利项; 引证文献; 分案原申请号; 颁证日',
    ),
  },
  国家知识产权局检索: {
    format: 'cnipa-search',
    headings: words(
      '申请号; 申请日; 公开（公告）号; 公开（公告）日; 发明名称; IPC分类号; 申请（专利权）人; 发明人; 优先权号; 优先权日; 外观设计洛迦诺分类号; 代理人; 代理机构',
    ),
  },
  国家知识产权局检索全部字段: {
    format: 'cnipa-search',
    headings: words(
      '发明名称; 申请号; 申请日; 公开（公告）号; 公开（公告）日; 申请（专利权）人; 发明人; 外观设计洛迦诺分类号; 代理人; 代理机构; 优先权号; 优先权日; 申请人地址; 申请人邮编; 申请人所在国（省）; CPC分类号; IPC分类号; 法律状态; 法律状态生效日; 引证; 同族; 发明类型; 公开国; 权利要求; 说明书; 摘要',
    ),
  },
  法律状态公告: { format: 'cnipa-search', headings: words('申请号; 法律状态公告日; 法律状态; 法律状态信息') },
  法律状态数据: { format: 'cnipa-search', headings: words('授权公告号; 申请号; 法律状态公告日; 法律状态; 法律状态信息') },
  法律状态查询: { format: 'cnipa-search', headings: words('申请号; 发明名称; 法律状态生效日; 法律状态含义') },
  已缴费信息: { format: 'cnipa-cases', headings: words('申请号; 缴费种类; 缴费金额; 缴费日期; 缴费人姓名; 收据号') },
  案件查询: { format: 'cnipa-cases', headings: words('申请号; 名称; 第一申请人; 申请日; 专利类型; 案件状态') },
  龙图腾专利: {
    format: 'cnipa-cases',
    headings: words('序号; 专利类型; 申请号; 专利名称; 第一申请人; 申请日; 缴费年日; 添加日; 案件状态; 内部编码; 共享人'),
  },
  龙图腾费用: {
    format: 'cnipa-cases',
    headings: words('序号; 申请号; 专利名称; 第一申请人; 案件状态; 交费截止日; 交费种类; 交费金额; 发票抬头; 交费状态'),
  },
  龙图腾通知书: {
    format: 'cnipa-cases',
    headings: words('序号; 申请号; 专利名称; 第一申请人; 案件状态; 共享人; 发文日; 通知书名称; 纸件申请; 期限; 通知状态'),
  },
  incoPat: {
    format: 'incopat',
    headings: words(
      '序号; 标题; 标题 (英文); 摘要; 摘要 (英文); 申请人; 标准化申请人; 申请人类型; 申请人地址; 申请人省市代码; 中国申请人地市; 中国申请人区县; 公开(公告)号; 公开(公告)日; 申请号; 申请日; 专利类型; 公开国别; 链接到incoPat; IPC主分类; IPC主分类-小组; IPC; CPC; 国民经济分类; 新兴产业分类; 当前权利人; 代理机构; 代理人; 优先权号; 优先权日; PCT国际申请号; 授权公告日; 失效日; 合享价值度; 首项权利要求; 发明人; 第一发明人; 专利有效性; 当前法律状态; 法律状态; 简单同族; 转让次数; 工商统一社会信用代码; 工商注册地址',
    ),
  },
  中国专利数据库: {
    format: 'incopat',
    headings: words(
      '专利名称; 专利类型; 申请人; 申请人类型; 申请人地址; 申请人地区; 申请人城市; 申请人区县; 申请号; 申请日; 申请年份; 公开公告号; 公开公告日; 公开公告年份; 授权公告号; 授权公告日; 授权公告年份; IPC分类号; IPC主分类号; 发明人; 摘要文本; 主权项内容; 当前权利人; 当前专利权人地址; 专利权人类型; 统一社会信用代码; 引证次数; 被引证次数; 自引次数; 他引次数; 被自引次数; 被他引次数; 家族引证次数; 家族被引证次数',
    ),
  },
  智慧芽: {
    format: 'patsnap',
    headings: words(
      '序号; 公开(公告)号; 标题; 申请号; 申请日; 授权日; 公开(公告)日; 专利类型; 法律状态/事件; 简单法律状态; [标]当前申请(专利权)人; [标]原始申请(专利权)人; 第一原始申请(专利权)人; 当前申请(专利权)人州/省; 当前申请(专利权)人地市; 当前申请(专利权)人区县; 当前申请(专利权)人数量; 原始申请(专利权)人地址; [标]原始申请(专利权)人类型; 发明人; 发明人数量; [标]代理机构; IPC分类号; IPC主分类号; IPC主分类号(小类); IPC主分类号(部)释义; 战略新兴产业分类; 应用领域分类; 技术主题分类; [标]技术问题短语; [标]技术功效短语; 失效日; 简单同族被引用专利总数; 被引用专利数量; 5年内被引用数量; 权利要求数; 专利价值; 技术价值; 市场价值; 权利转移生效日; 许可类型; 许可次数; 许可生效日; 转让人; 受让人; 受理局; 工商统一社会信用代码; 工商注册地址',
    ),
  },
  智慧芽接口: {
    format: 'patsnap',
    headings: words('pn; patentId; title; apno; apdt; pbdt; authority; inventor; originalAssignee; currentAssignee'),
  },
  佰腾: {
    format: 'baiten',
    headings: words('公开(公告)号; 申请号; 专利名称; 摘要; 权利要求书; IPC分类号; 申请人; 发明人; 申请日'),
  },
  专利之星: {
    format: 'patentstar',
    headings: words('标题; 摘要; 主权项; 主分类号; 分类号; 申请人名称; 公开（公告）号; 公开（公告）日; 申请日'),
  },
  专利之星另一种: {
    format: 'patentstar',
    headings: words('名称; 摘要(中文); 主权项; 主分类号; 分类号; 申请人名称; 公开（公告）号; 公开（公告）日; 申请日'),
  },
  知网: { format: 'cnki', headings: words('序号; 题名; 发明人; 申请人; 数据库; 申请日; 公开日; 收藏; 公开号') },
  Google: {
    format: 'google',
    headings: words(
      'id; title; assignee; inventor/author; priority date; filing/creation date; publication date; grant date; result link; representative figure link',
    ),
  },
  Lens: {
    format: 'lens',
    headings: words(
      '#; Jurisdiction; Kind; Display Key; Lens ID; Publication Date; Publication Year; Application Number; Application Date; Priority Numbers; Earliest Priority Date; Title; Abstract; Applicants; Inventors; Owners; URL; Document Type; Has Full Text; Cites Patent Count; Cited by Patent Count; Simple Family Size; Simple Family Members; Simple Family Member Jurisdictions; Extended Family Size; Extended Family Members; Extended Family Member Jurisdictions; Sequence Count; CPC Classifications; IPCR Classifications; US Classifications; NPL Citation Count; NPL Resolved Citation Count; NPL Resolved Lens ID(s); NPL Resolved External ID(s); NPL Citations; Legal Status',
    ),
  },
  Espacenet: {
    format: 'espacenet',
    headings: words(
      'No; Title; Inventors; Applicants; Publication number; Earliest priority; IPC; CPC; Publication date; Earliest publication; Family number',
    ),
  },
  企查查: {
    format: 'qichacha',
    headings: words(
      'DocumentTypes; Agent; LegalStatusDate; PrimaryExaminer; AssiantExaminer; Cites; OtherReferences; PatentImage; IPCList; ApplicationNumber; ApplicationDate; PublicationNumber; PublicationDate; LegalStatusDesc; Title; Abstract; Agency; KindCodeDesc; IPCDesc; InventorStringList; AssigneestringList; PatentLegalHistory',
    ),
  },
}

const understood = (headings: readonly string[]) => {
  const recognised = recognise(headings)
  if (!recognised.done) throw new Error(JSON.stringify(recognised.refusal))
  return recognised.value
}

describe('认表头', () => {
  test.each(Object.entries(described))('%s：每个表头都认得', (_, { format, headings }) => {
    const { rank, publishable, ...value } = understood(headings)
    expect(value).toMatchObject({ format, unknownHeadings: [] })
    expect({ rank, publishable }).toEqual({ rank: sources[format].rank, publishable: sources[format].publishable })
  })

  test('列的次序、括号宽窄、空格、大小写都不影响', () => {
    const written = (heading: string, wide: boolean, blank: boolean) => {
      const turned = wide
        ? heading.replaceAll('(', '（').replaceAll(')', '）')
        : heading.replaceAll('（', '(').replaceAll('）', ')')
      return blank ? ` ${turned.toUpperCase()}\u3000` : turned
    }
    const layout = fc.constantFrom(...Object.values(described))
    fc.assert(
      fc.property(
        layout.chain(({ headings }) =>
          fc.tuple(fc.constant(headings), fc.shuffledSubarray(headings, { minLength: headings.length })),
        ),
        fc.boolean(),
        fc.boolean(),
        ([headings, shuffled], wide, blank) => {
          const plain = understood(headings)
          const other = understood(shuffled.map((heading) => written(heading, wide, blank)))
          expect([other.format, other.missingHeadings, other.unknownHeadings]).toEqual([plain.format, plain.missingHeadings, []])
          const columns = (value: typeof plain, of: readonly string[]) =>
            new Map(value.placed.map((one) => [normaliseHeading(of[one.at]!), `${one.column} ${one.preference}`]))
          expect(new Map([...columns(other, shuffled)].sort())).toEqual(new Map([...columns(plain, headings)].sort()))
        },
      ),
    )
  })

  test('多出的表头照原样列出，少了的也列出，仍能读', () => {
    const headings = described['CNIPR 表格']!.headings.filter((heading) => heading !== '地址').concat('备注（本局）', '所属乡镇')
    expect(understood(headings)).toMatchObject({
      format: 'cnipr',
      unknownHeadings: ['备注（本局）', '所属乡镇'],
      missingHeadings: ['地址'],
    })
  })

  test('摘要附图不是摘要，主分类号不是分类号', () => {
    const { placed } = understood(words('标题; 摘要附图; 摘要; 主分类号; 分类号; 申请人名称; 公开（公告）号; 主权项'))
    expect(placed.filter((one) => one.column === 'abstract').map((one) => one.at)).toEqual([2])
    expect(placed.filter((one) => one.column === 'mainIpc').map((one) => one.at)).toEqual([3])
    expect(placed.filter((one) => one.column === 'ipc').map((one) => one.at)).toEqual([4])
  })

  test('没有号码一栏的，整表不收', () => {
    for (const { headings } of Object.values(described)) {
      const numbers =
        /号$|^(?:id|pn|apno|display key|application number|publication number|ApplicationNumber|PublicationNumber)$/i
      const rest = headings.filter((heading) => !numbers.test(heading))
      const recognised = recognise(rest)
      expect(recognised.done, rest.join()).toBe(false)
    }
    expect(recognise(words('名称; 摘要(中文); 主权项; 主分类号; 申请人名称; 申请日'))).toMatchObject({
      refusal: { code: 'no-number-column' },
    })
  })

  test('只有名称和申请人的表，缺的是号码；空表没有表头可说', () => {
    expect(recognise(['名称', '申请人'])).toMatchObject({ refusal: { code: 'no-number-column' } })
    const empty = recognise(['', ''])
    expect(empty.done ? '' : readRefusalSentence(empty.refusal)).toBe('暂不认识这种格式，未导入。文件中没有可以识别的表头。')
  })

  test('商标清单、没有人说明过的表，说清楚为什么不收', () => {
    expect(recognise(words('序号; 商标类别; 申请号; 注册号; 商标名称; 专有人; 共享人; 申请日; 注册日; 法律状态'))).toMatchObject({
      refusal: { code: 'trademark-table' },
    })
    expect(recognise(words('姓名; 工号; 部门; 入职日期'))).toMatchObject({
      refusal: { code: 'unknown-layout', unplaced: ['姓名', '工号', '部门', '入职日期'] },
    })
    expect(recognise(words('文献唯一标识; 专利申请序列; 出版物编码; 权属主体; 申请号; 摘要'))).toMatchObject({
      refusal: { code: 'unknown-layout', unplaced: ['文献唯一标识', '专利申请序列', '出版物编码', '权属主体'] },
    })
  })

  test('同样认得的表头里，取有号码一栏的版式', () => {
    expect(understood(words('序号; 专利名称; 专利号; 专利权人; 申请日; 法律状态'))).toMatchObject({
      unknownHeadings: [],
    })
  })

  test('一万列、一格一兆字也认得', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `列${at}`)
    expect(recognise(many)).toMatchObject({ refusal: { code: 'unknown-layout' } })
    expect(understood([...many, ...described.incoPat!.headings, '长'.repeat(1_000_000)])).toMatchObject({ format: 'incopat' })
  })

  test('每个版式自己打印的表头，都归自己', () => {
    for (const layout of layouts) {
      for (const heading of layout.expected) {
        const held = Object.values(layout.columns)
          .flat()
          .map((alias) => normaliseHeading(alias))
        expect(held, `${layout.format} ${heading}`).toContain(normaliseHeading(heading))
      }
      const aliases = Object.values(layout.columns).flat().map(normaliseHeading)
      expect(
        aliases.filter((alias, at) => aliases.indexOf(alias) !== at),
        layout.format,
      ).toEqual([])
    }
  })
})
