import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ClassTitle, classTitles, UnreadableReference } from './ipc-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ipc-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(content: string | Buffer): Promise<ClassTitle[]> {
  const path = join(folder, 'titles')
  await writeFile(path, content)
  return Array.fromAsync(classTitles(path))
}

async function refusalOf(content: string | Buffer): Promise<unknown> {
  try {
    await read(content)
  } catch (error) {
    if (error instanceof UnreadableReference) return error.refusal
    throw error
  }
  return null
}

describe('reading IPC titles', () => {
  const titles = [
    { code: 'A', title: '人类生活必需', level: 'section' },
    { code: 'A01', title: '农业；林业', level: 'class' },
    { code: 'A01B', title: '整地，"一般"机具', level: 'subclass' },
    { code: 'A01B 1/00', title: '手动工具', level: 'group' },
    { code: 'A01B 1/022', title: '折叠的', level: 'subgroup' },
  ]
  const table =
    '\ufeffcode,level,title_zh\r\nA,x,人类生活必需\r\nA01,x,农业；林业\r\nA01B,x,"整地，""一般""机具"\r\nA01B 1/00,x,手动工具\r\nA01B1/022,x,折叠的'

  test('levels from the code, the form of the register, plain and gzipped', async () => {
    expect(await read(table)).toEqual(titles)
    expect(await read(gzipSync(table))).toEqual(titles)
  })

  test('what is no such table is refused with the row', async () => {
    expect(await refusalOf('')).toEqual({ code: 'reference-headings-missing', missing: ['code', 'title_zh'] })
    expect(await refusalOf('申请号,名称\n1,2')).toEqual({ code: 'reference-headings-missing', missing: ['code'] })
    expect(await refusalOf('code,title\nA,人类生活必需\nX99,无')).toEqual({
      code: 'reference-code-unknown',
      row: 3,
      text: 'X99',
    })
    expect(await refusalOf(Buffer.from('code,title\nA,\xc8\xcb\xc0\xe0', 'latin1'))).toEqual({ code: 'reference-not-utf8' })
    expect(await refusalOf(Buffer.from('code,title\nA,\xe4\xba', 'latin1'))).toEqual({ code: 'reference-not-utf8' })
    expect(await refusalOf(gzipSync(table).subarray(0, 60))).toEqual({ code: 'reference-broken' })
    expect(await read('code,title\nA01,\nA01B,；入E02F5/22）\nA02,..x</span')).toEqual([
      { code: 'A02', title: 'x', level: 'class' },
    ])
  })
})

const shared = new URL('../../../shared/data/ipc/', import.meta.url)

describe.skipIf(!existsSync(shared))('the real files of ../shared/data/ipc', () => {
  test('77,235 titles of the whole classification; 24 of its 77,259 codes have none, or the end of a note', async () => {
    const counts: Record<string, number> = {}
    const codes = new Set<string>()
    let reached = ''
    for await (const { code, title, level } of classTitles(new URL('ipc_zh_full.csv.gz', shared).pathname)) {
      counts[level] = (counts[level] ?? 0) + 1
      codes.add(code)
      if (code === 'E01B 3/32') reached = title
    }
    expect(counts).toEqual({ section: 8, class: 132, subclass: 651, group: 7471, subgroup: 68_973 })
    expect(codes.size).toBe(77_235)
    expect(reached).toMatch(/加强筋/)
  })

  test('791 titles down to the subclass', async () => {
    const titles = await Array.fromAsync(classTitles(new URL('ipc_zh_to_subclass.csv', shared).pathname))
    expect(titles).toHaveLength(791)
    expect(titles.find(({ code }) => code === 'A01')?.title).toContain('农业')
  })
})
