import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supplyCheckDigit } from '#modules/patents'
import { firstStart } from '../first-start.ts'
import { openProduct } from '../product.ts'

const command = fileURLToPath(new URL('../command.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhizhou-marks-'))
const dataDir = join(folder, 'data')
const run = promisify(execFile)

async function zhizhou(...words: string[]): Promise<{ code: number; json: any }> {
  try {
    const { stdout } = await run(process.execPath, [command, ...words, '--data', dataDir, '--json'])
    return { code: 0, json: JSON.parse(stdout) }
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string }
    return { code, json: stdout.trim() ? JSON.parse(stdout) : null }
  }
}

/** One request a line, one answer a line. */
async function batch(lines: readonly string[]): Promise<any[]> {
  const child = spawn(process.execPath, [command, 'check-mark', '-', '--data', dataDir])
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stdin.end(`${lines.join('\n')}\n`)
  await new Promise((resolve) => child.on('close', resolve))
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const lapsed = supplyCheckDigit('201320000001')
const pending = supplyCheckDigit('202510000001')
let stop: () => Promise<void>
beforeAll(async () => {
  const opened = await openProduct({ dataDir })
  if (!opened.done) throw new Error(opened.refusal.code)
  await firstStart(opened.value, { demonstration: false, onStep: () => {} })
  stop = () => opened.value.close()
  const table = join(folder, '演示.csv')
  writeFileSync(
    table,
    [
      '申请号,申请日,公开（公告）号,公开（公告）日,发明名称,申请（专利权）人,发明人,法律状态,法律状态生效日',
      `${lapsed},2013-05-10,CN203000001U,2013-11-20,一种演示包装盒,甘肃演示包装有限公司,马演示,未缴年费专利权终止,2018-05-10`,
      `${pending},2025-01-10,CN119000001A,2025-06-20,一种演示机,甘肃演示农机有限公司,马演示,公开,2025-06-20`,
    ].join('\r\n'),
  )
  expect((await zhizhou('import', 'patents', table)).json).toMatchObject({ new: 2 })
})
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

test('beside a running product: the shape of the contract, and no more', async () => {
  const { code, json } = await zhizhou('check-mark', '中国实用新型专利 专利号：ZL 2011 2 0542158.3', '--made', '2015-01-01')
  expect(code).toBe(0)
  expect(json).toEqual({
    canonical: 'ZL201120542158.3',
    right: 'utility-model',
    checkDigit: { given: '3', expected: '3', valid: true },
    outcome: 'not-in-register',
    clause: null,
    sentence: expect.stringContaining('不代表该专利不存在'),
    next: expect.stringContaining('待联网核查清单'),
  })
})

test('a batch is answered line by line, a bad line in its place', async () => {
  const mark = `实用新型专利 ZL${lapsed}`
  const answers = await batch([
    JSON.stringify({ text: mark, made: '2016-03-01' }),
    JSON.stringify({ text: mark, made: '2024-02-01' }),
    JSON.stringify({ text: mark, made: '2023-02-01' }),
    JSON.stringify({ text: mark, made: '2023-02-01', seen: '2024-03-01', role: 'seller' }),
    JSON.stringify({ text: mark, made: '2019-05-01' }),
    JSON.stringify({ text: mark }),
    'x',
    JSON.stringify({ text: `发明专利 ZL${pending}`, made: '2025-03-01' }),
    JSON.stringify({ text: `中国发明专利申请 专利申请号 ${pending} 专利申请，尚未授权`, made: '2025-03-01' }),
    JSON.stringify({ text: mark, made: '2016-03-01', maker: '外省别家机械厂' }),
    JSON.stringify({ text: mark, made: '某日' }),
  ])
  expect(answers.map((one) => one.outcome ?? one.error)).toEqual([
    'ok',
    'J1b',
    'J1b',
    'J2',
    'needs-verification',
    'needs-verification',
    '此行不是 JSON 对象。',
    'J1a',
    'ok',
    'J1c',
    '生产日期（made）请按 2026-11-22 的格式填写。',
  ])
  expect(answers[0].clause).toContain('第一百零一条第二款')
  expect(answers[1].clause).toContain('专利法实施细则 第一百零一条第一款第（一）项')
  expect(answers[2].clause).toContain('第八十四条第一款第（一）项')
  expect(answers[3].clause).toContain('专利法实施细则 第一百零一条第一款第（二）项')
})

test('what is asked wrongly is said in a sentence, exit 2', async () => {
  expect((await zhizhou('check-mark', 'ZL', '--claimed', 'trademark')).code).toBe(2)
  expect((await zhizhou('check-mark')).code).toBe(2)
})
