import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { account, aFile, refusalOf, removeFiles } from '../testing/files.ts'
import { legalRecord, newDocument, oldDocument, prs } from '../testing/xml.ts'
import { openXml, readXml } from './open-xml.ts'

afterEach(removeFiles)

const declaration = '<?xml version="1.0" encoding="UTF-8"?>'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const read = (text: string, size = 1000) => Array.fromAsync(readXml(inPieces(text, size)))
const numbers = async (text: string, size?: number) =>
  (await read(text, size)).map((one) => ('fields' in one ? one.fields.applicationNumber : one.reason))

const fieldsOfNew = {
  applicationNumber: '202310000001.5',
  publications: [{ number: 'CN116000001A', on: '2023-06-20' }],
  right: 'invention',
  title: '一种演示方法',
  titleTranslated: 'Demonstration method',
  applicants: ['演示公司', '演示大学'],
  holders: ['演示新公司'],
  inventors: ['演示甲'],
  address: '731400 甘肃省临夏回族自治州东乡族自治县演示路1号',
  province: '甘肃省',
  city: '临夏回族自治州',
  county: '东乡族自治县',
  agency: '演示代理 62000',
  agents: ['演示丙'],
  examiner: '演示丁',
  filedOn: '2023-01-03',
  ipc: ['B65D 5/42', 'B65D 81/24'],
  mainIpc: 'B65D 5/42',
  abstract: '演示用的摘要，含2个词。',
  firstClaim: '1.一种演示方法，其特征在于演示。',
  references: ['CN101000001A'],
}

describe('国家知识产权局的 XML', () => {
  test('新版著录', async () => {
    expect(await read(declaration + newDocument())).toEqual([{ row: 1, fields: fieldsOfNew }])
  })

  test('旧版著录', async () => {
    const { format, rows } = await account(
      await aFile('演示.xml', `\ufeff${declaration}<?xml-stylesheet type="text/xsl" href="a.xsl"?>${oldDocument()}`),
    )
    expect(format).toBe('st36')
    expect(rows).toEqual([
      {
        row: 1,
        fields: {
          applicationNumber: '202310000002.X',
          publications: [{ number: 'CN219000002U', on: '2023-06-20' }],
          right: 'utility-model',
          title: '一种演示装置',
          applicants: ['演示公司'],
          filedOn: '2023-01-03',
        },
      },
    ])
  })

  test('切在哪里都一样', async () => {
    const text = `${declaration}${newDocument()}\n${declaration}${oldDocument()}`
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (size) => {
        expect(await numbers(text, size)).toEqual(['202310000001.5', '202310000002.X'])
      }),
      { numRuns: 60 },
    )
  })

  test('法律状态记录：一条一行，带公告日', async () => {
    expect(
      await read(prs(legalRecord(), legalRecord({ code: 'GR01', value: '授权', information: '授权', on: '20230901' }))),
    ).toEqual([
      {
        row: 1,
        fields: {
          applicationNumber: '202320000003.3',
          right: 'utility-model',
          filedOn: '2023-01-03',
          events: [
            {
              on: '2026-03-20',
              word: '专利权的终止（未缴年费专利权终止）',
              text: '未缴年费专利权终止\nIPC(主分类):B65D 5/42\n专利号:ZL2023200000033',
            },
          ],
        },
      },
      {
        row: 2,
        fields: {
          applicationNumber: '202320000003.3',
          right: 'utility-model',
          filedOn: '2023-01-03',
          events: [{ on: '2023-09-01', word: '授权', text: '授权' }],
        },
      },
    ])
  })

  test('法律状态记录：没有词的用代码，来源已删除的、日期不存在的不收', async () => {
    const rows = await read(
      prs(
        legalRecord({ value: '', information: '' }),
        legalRecord({ status: 'D' }),
        legalRecord({ on: '20260230' }),
        legalRecord({ value: '', information: '', code: '' }),
      ),
    )
    expect(rows.map((one) => ('fields' in one ? one.fields.events![0]!.word : one.reason))).toEqual([
      'CF01',
      '该记录在来源中标为删除',
      '“法律状态公告日”一栏的“20260230”不是存在的日期',
      '该记录没有写明法律状态',
    ])
  })

  test('一个文件多件文献：套在一起，或各带声明，或直接相连', async () => {
    const both = ['202310000001.5', '202310000002.X']
    expect(await numbers(`<feed>${newDocument()}${oldDocument()}</feed>`)).toEqual(both)
    expect(await numbers(`${declaration}${newDocument()}${declaration}${oldDocument()}`)).toEqual(both)
    expect(await numbers(`${declaration}${newDocument()}\n\n${oldDocument()}`)).toEqual(both)
  })

  test('只有标准形式号码的，照样收下；日期不存在、没有号码的不收', async () => {
    const standard = newDocument().replace(
      /<business:ApplicationReference applType="10" dataFormat="original">.*?<\/business:ApplicationReference>/s,
      '',
    )
    expect(await numbers(standard)).toEqual(['102023000000001'])
    expect(await numbers(newDocument({ date: '20230231' }))).toEqual(['“申请日”一栏的“20230231”不是存在的日期'])
    expect(await numbers('<cn-patent-document><abstract><p>演示</p></abstract></cn-patent-document>')).toEqual([
      '这一行没有申请号、专利号或公开（公告）号，无法确定是哪一件专利',
    ])
  })

  test('分案、优先权、国际申请、外观设计', async () => {
    const body = `
      <business:PriorityDetails>
        <business:PriorityClaim dataFormat="original"><base:WIPOST3Code>JP</base:WIPOST3Code><base:DocNumber>2022-000001</base:DocNumber><base:Date>20220116</base:Date></business:PriorityClaim>
        <business:PriorityClaim dataFormat="standard"><base:WIPOST3Code>JP</base:WIPOST3Code><base:DocNumber>102022000001</base:DocNumber><base:Date>20220116</base:Date></business:PriorityClaim>
      </business:PriorityDetails>
      <business:DivisionalApplication><base:DocumentID><base:DocNumber>202110000001.2</base:DocNumber></base:DocumentID></business:DivisionalApplication>
      <business:DesignBibliographicData><business:ClassificationLocarno><base:Text>LOC(13)Cl.09-03</base:Text></business:ClassificationLocarno></business:DesignBibliographicData>`
    const [row] = await read(newDocument({ body }))
    expect(row).toMatchObject({
      fields: {
        priorities: [{ number: '2022-000001', country: 'JP', on: '2022-01-16' }],
        divisionalOf: '202110000001.2',
        locarno: ['09-03'],
      },
    })
  })

  test('GB18030 编码的也读得对', async () => {
    // <cn-patent-document><doc-number>202310000001.5 …, title 演示方法 in GB18030.
    const head = Buffer.from(
      '<?xml version="1.0" encoding="GB18030"?><cn-patent-document><application-reference><doc-number>202310000001.5</doc-number></application-reference><invention-title>',
    )
    const title = Buffer.from('d1ddcabeb7bdb7a8', 'hex')
    const tail = Buffer.from('</invention-title></cn-patent-document>')
    const { rows } = await account(await aFile('演示.xml', Buffer.concat([head, title, tail])))
    expect(rows).toMatchObject([{ fields: { title: '演示方法' } }])
  })
})

describe('不怀好意或残缺的 XML', () => {
  test('指向本地或远处的 DOCTYPE 丢开，什么也不取', async () => {
    const doctype = '<!DOCTYPE business:PatentDocumentAndRelated SYSTEM "file:///etc/passwd">'
    expect(await numbers(declaration + doctype + newDocument())).toEqual(['202310000001.5'])
    expect(
      await numbers(
        `${declaration}${doctype}${newDocument()}${declaration}<!DOCTYPE a PUBLIC "-//X//Y" "http://example.invalid/a.dtd">${oldDocument()}`,
      ),
    ).toEqual(['202310000001.5', '202310000002.X'])
  })

  test('自带实体声明的不收，实体不展开', async () => {
    const laughs = '<!DOCTYPE a [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    expect(await numbers(declaration + laughs + newDocument({ title: '&b;&c;' }))).toEqual([
      '文件自带实体声明（ENTITY），为安全起见不予展开',
    ])
  })

  test('没有声明过的实体照原样留着', async () => {
    const [row] = await read(newDocument({ title: '演示&nbsp;A&amp;B&#x4e00;' }))
    expect(row).toMatchObject({ fields: { title: '演示&nbsp;A&B一' } })
  })

  test('断了的、标签不配对的，只不收那一件', async () => {
    const rows = await numbers(
      `${declaration}${newDocument()}${declaration}${oldDocument().replace('</invention-title>', '')}${declaration}${oldDocument('202310000003.5')}`,
    )
    expect(rows).toEqual(['202310000001.5', 'XML 内容有错，无法读取：标签不配对', '202310000003.5'])
    expect(await numbers(declaration + newDocument().slice(0, 2500))).toEqual(['XML 内容有错，无法读取：内容不完整，中途断了'])
  })

  test('嵌套过深、长得没有边的，不收而不是撑破内存', async () => {
    const deep = newDocument({ body: '<x>'.repeat(5000) + '</x>'.repeat(5000) })
    expect(await numbers(deep)).toEqual(['XML 内容有错，无法读取：元素嵌套过深'])
    expect(await numbers(newDocument({ body: `<x>${'长'.repeat(3_000_000)}</x>` }), 100_000)).toEqual([
      '这件文献的著录内容过长，超出一件专利的可能范围',
    ])
    const endless = async function* () {
      yield `${declaration}<cn-patent-document><!-- `
      for (let at = 0; at < 300; at++) yield '无'.repeat(100_000)
    }
    expect((await Array.fromAsync(readXml(endless())))[0]).toMatchObject({
      reason: 'XML 内容有错，无法读取：内容不完整，中途断了',
    })
  })

  test('没有专利文献、ST.96、裁决文书、不是 XML', async () => {
    const open = (text: string) => openXml(inPieces(text, 50))
    expect(await open('<catalogue><entry/></catalogue>')).toMatchObject({
      refusal: { code: 'no-patent-document', root: 'catalogue' },
    })
    expect(await open('<pat:PatentPublication xmlns:pat="http://www.wipo.int/standards/XMLSchema/ST96/Patent"/>')).toMatchObject({
      refusal: { code: 'layout-not-read', format: 'st96' },
    })
    expect(await open('<a><b></a>')).toMatchObject({ refusal: { code: 'broken-xml' } })
    expect(await numbers('<business:PatentVerdict xmlns:business="x"/>')).toEqual(['不是专利文献或法律状态记录（PatentVerdict）'])
    expect(await refusalOf(await aFile('a.xml', '<catalogue/>'))).toMatchObject({ code: 'no-patent-document' })
  })
})
