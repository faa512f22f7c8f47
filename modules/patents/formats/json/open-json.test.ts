import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openJson } from './open-json.ts'
import { BrokenJson, splitRecords } from './split-records.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

const split = (text: string, size = 7) => Array.fromAsync(splitRecords(inPieces(text, size)))

async function rowsOf(text: string, size = 100) {
  const opened = await openJson(inPieces(text, size))
  if (!opened.done) throw new Error(JSON.stringify(opened.refusal))
  return { format: opened.value.format, rows: await Array.fromAsync(opened.value.rows) }
}

// 演示: invented.
const record = {
  ApplicationNumber: 'CN202310000001.5',
  ApplicationDate: '2023-01-03T00:00:00',
  PublicationNumber: 'CN116000001A',
  PublicationDate: '2023-06-20T00:00:00',
  Title: '一种 "演示" {方法} [一]',
  KindCodeDesc: '发明公布',
  Agent: '["演示丙","演示丁"]',
  Agency: ['演示代理 62000'],
  InventorStringList: ['演示甲', '演示乙'],
  AssigneestringList: ['演示公司'],
  IPCList: ['B65D5/42', 'B65D81/24'],
  LegalStatusDesc: '公开',
  LegalStatusDate: null,
  PatentLegalHistory: [
    { Desc: '公开', LegalStatus: '1', LegalStatusDate: '2023-06-20' },
    { Desc: '', LegalStatus: '24', LegalStatusDate: '没有' },
    null,
  ],
}

describe('企查查与智慧芽接口的 JSON', () => {
  test('奇怪的嵌套都读得出', async () => {
    expect(await rowsOf(JSON.stringify([record]))).toEqual({
      format: 'qichacha',
      rows: [
        {
          row: 1,
          fields: {
            applicationNumber: 'CN202310000001.5',
            publications: [{ number: 'CN116000001A', on: '2023-06-20' }],
            right: 'invention',
            title: '一种 "演示" {方法} [一]',
            applicants: ['演示公司'],
            inventors: ['演示甲', '演示乙'],
            agency: '演示代理 62000',
            agents: ['演示丙', '演示丁'],
            filedOn: '2023-01-03',
            ipc: ['B65D 5/42', 'B65D 81/24'],
            statusWord: '公开',
            events: [{ on: '2023-06-20', word: '公开' }, { word: '24' }],
          },
        },
      ],
    })
  })

  test('数组、外包一层、一行一个，读来一样', async () => {
    const one = JSON.stringify(record)
    const plain = (await rowsOf(`[${one},${one}]`)).rows
    expect(plain).toHaveLength(2)
    expect((await rowsOf(JSON.stringify({ Status: '200', Paging: { TotalRecords: 2 }, Result: [record, record] }))).rows).toEqual(
      plain,
    )
    expect((await rowsOf(JSON.stringify({ errcode: 200, data: { list: [record, record] }, columns: [{ a: 1 }] }))).rows).toEqual(
      plain,
    )
    expect((await rowsOf(`${one}\n${one}\n`)).rows).toEqual(plain)
    expect((await rowsOf(JSON.stringify(record, null, 2))).rows).toEqual(plain.slice(0, 1))
  })

  test('智慧芽接口', async () => {
    const { format, rows } = await rowsOf(
      JSON.stringify({
        data: [
          {
            pn: 'CN116000001A',
            patentId: 'x',
            title: '演示',
            apno: 'CN202310000001.5',
            apdt: 20230103,
            pbdt: 20230620,
            authority: 'CN',
            inventor: '演示甲|演示乙',
            originalAssignee: '演示公司',
            currentAssignee: null,
          },
        ],
      }),
    )
    expect(format).toBe('patsnap')
    expect(rows).toMatchObject([{ row: 1, fields: { filedOn: '2023-01-03', inventors: ['演示甲', '演示乙'] } }])
  })

  test('缺了成员的记录、坏记录、没有号码的记录', async () => {
    const { LegalStatusDate: _, Agent: __, ...short } = record
    const text = `[${JSON.stringify(record)},${JSON.stringify(short)},{"a":},${JSON.stringify({ ...record, ApplicationNumber: null, PublicationNumber: '' })}]`
    const { rows } = await rowsOf(text)
    expect(rows.map((one) => ('fields' in one ? one.fields.applicationNumber : one.reason))).toEqual([
      'CN202310000001.5',
      'CN202310000001.5',
      '这条记录不是完整的 JSON 对象',
      '这一行没有申请号、专利号或公开（公告）号，无法确定是哪一件专利',
    ])
  })

  test('不是专利的、空的、断的', async () => {
    const open = (text: string) => openJson(inPieces(text, 10))
    expect(await open('[{"姓名":"演示甲","部门":"演示"}]')).toMatchObject({ refusal: { code: 'unknown-layout' } })
    expect(await open('[]')).toMatchObject({ refusal: { code: 'no-records' } })
    expect(await open('[{"ApplicationNumber": "CN2')).toMatchObject({ refusal: { code: 'broken-json' } })
    const opened = await openJson(inPieces(`[${JSON.stringify(record)},{"Title"`, 50))
    if (!opened.done) throw new Error('opened above')
    await expect(Array.fromAsync(opened.value.rows)).rejects.toBeInstanceOf(BrokenJson)
  })

  test('嵌套十万层、一条没有尽头，也只是不收', async () => {
    const deep = `[${JSON.stringify(record)},{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`
    const { rows } = await rowsOf(deep, 10_000)
    expect(rows).toHaveLength(2)
    expect(rows[1]).toHaveProperty('reason')
    const objects = `[${JSON.stringify(record)},${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`
    expect((await rowsOf(objects, 10_000)).rows[1]).toHaveProperty('reason')
    const endless = async function* () {
      yield `[${JSON.stringify(record)},{"Title":"`
      for (let at = 0; at < 200; at++) yield '长'.repeat(100_000)
    }
    const opened = await openJson(endless())
    if (!opened.done) throw new Error('opened above')
    await expect(Array.fromAsync(opened.value.rows)).rejects.toBeInstanceOf(BrokenJson)
  })
})

test('切出来的记录合起来就是原来的数组', async () => {
  const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(objects, fc.integer({ min: 1, max: 30 }), fc.boolean(), async (records, size, pretty) => {
      const found = await split(JSON.stringify(records, null, pretty ? 2 : 0), size)
      expect(found.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(records)))
    }),
  )
})
