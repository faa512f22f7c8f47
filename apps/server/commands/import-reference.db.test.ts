import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstStart } from '../first-start.ts'
import { openProduct } from '../product.ts'
import { serve } from '../serve.ts'
import { Visitor } from '../testing/index.ts'

const command = fileURLToPath(new URL('../command.ts', import.meta.url))
const real = fileURLToPath(new URL('../../../../shared/data/ipc/ipc_zh_full.csv.gz', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhizhou-reference-'))
const dataDir = join(folder, 'data')

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = promisify(execFile)

/** A command beside the running server, which goes on answering meanwhile: its JSON and exit code. */
async function zhizhou(...words: string[]): Promise<{ code: number; json: any }> {
  try {
    const { stdout } = await run(process.execPath, [command, ...words, '--data', dataDir, '--json'])
    return { code: 0, json: JSON.parse(stdout) }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, json: stdout.trim() ? JSON.parse(stdout) : null }
  }
}

let stop: () => Promise<void>
let clerk: Visitor
beforeAll(async () => {
  const opened = await openProduct({ dataDir })
  if (!opened.done) throw new Error(opened.refusal.code)
  const { logIn, living } = await firstStart(opened.value, { demonstration: false, onStep: () => {} })
  const served = await serve(living, { host: '127.0.0.1', port: 0 })
  stop = async () => {
    await served.close()
    await opened.value.close()
  }
  clerk = await new Visitor(served.url).signIn(logIn.account, logIn.password)
  const table = file(
    '演示.csv',
    '申请号,申请日,发明名称,IPC分类号,申请（专利权）人,发明人\r\nCN201899000012.3,2018-03-15,一种演示轨枕,E01B 3/32,临夏演示铁路器材厂,马演示\r\n',
  )
  expect((await zhizhou('import', 'patents', table)).json).toMatchObject({ new: 1 })
})
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

const titlesOnThePage = async (): Promise<string[]> => {
  const { status, body } = await clerk.ask('GET /api/patents/201899000012.3')
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.classes[0].titles.map(({ code, title }: { code: string; title: string }) => `${code} ${title}`)
}

describe('import reference', () => {
  it('gives the classes of a patent their Chinese titles; a later file’s title takes an earlier one’s place', async () => {
    expect(await titlesOnThePage()).toEqual([])
    const titles = file(
      '演示名称.csv',
      '\ufeffcode,level,title_zh\r\nE,section,固定建筑物（演示）\r\nE01B3/32,subgroup,演示轨枕\r\n',
    )
    expect(await zhizhou('import', 'reference', titles)).toEqual({ code: 0, json: { titles: 2 } })
    expect(await titlesOnThePage()).toEqual(['E 固定建筑物（演示）', 'E01B 3/32 演示轨枕'])
    expect((await zhizhou('import', 'reference', file('更正.csv', '分类号,名称\nE01B 3/32,演示轨枕（更正）\n'))).json).toEqual({
      titles: 1,
    })
    expect(await titlesOnThePage()).toEqual(['E 固定建筑物（演示）', 'E01B 3/32 演示轨枕（更正）'])
  })

  it.each([
    ['没有名称一栏', 'code,level\nE,section\n', '文件首行缺少“中文名称（title_zh）”一栏，不是分类名称文件，未导入。'],
    [
      '不是分类号',
      'code,title\nE,改了\nE9Q,无\n',
      '第3行的“E9Q”不是 IPC 分类号（应如 A01K 7/02），整个文件未导入，请更正后重新导入。',
    ],
    [
      '不是 UTF-8',
      Buffer.from('code,title\nE,\xc8\xcb\xc0\xe0\n', 'latin1'),
      '文件不是 UTF-8 编码，未导入。请另存为“CSV UTF-8”格式后重新导入。',
    ],
    [
      '压缩文件不完整',
      Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2]),
      '压缩文件不完整或者已损坏，未导入。请重新下载后再导入。',
    ],
  ])('refuses the whole file with a sentence: %s', async (name, content, sentence) => {
    const before = await titlesOnThePage()
    const { code, json } = await zhizhou('import', 'reference', file(name, content))
    expect(code).toBe(1)
    expect(json.refusal.sentence).toBe(sentence)
    expect(await titlesOnThePage()).toEqual(before)
  })

  it('stands in the trail with the file’s digest, its refusals do not', async () => {
    const { body } = await clerk.ask('GET /api/audit/trail?word=patents.class-titles.import')
    const sentences = body.rows.map((one: { sentence: string }) => one.sentence)
    expect(sentences).toEqual([
      expect.stringMatching(/^导入分类名称“更正\.csv”（SHA-256 [0-9a-f]{16}…），共1条$/),
      expect.stringMatching(/^导入分类名称“演示名称\.csv”（SHA-256 [0-9a-f]{16}…），共2条$/),
    ])
  })

  it('says of a file that is not there what is wrong with the command', async () => {
    expect((await zhizhou('import', 'reference', join(folder, 'nowhere.csv'))).code).toBe(2)
  })

  // Skipped where ../shared/data/ipc is not beside the project.
  it.skipIf(!existsSync(real))(
    'takes the real classification: 77,235 titles, and the page tells them from the section down',
    async () => {
      expect(await zhizhou('import', 'reference', real)).toEqual({ code: 0, json: { titles: 77_235 } })
      const titles = await titlesOnThePage()
      expect(titles.map((line) => line.replace(/ [^ ]*$/, ''))).toEqual(['E', 'E01', 'E01B', 'E01B 3/00', 'E01B 3/32'])
      expect(titles[0]).not.toContain('演示')
    },
  )
})
