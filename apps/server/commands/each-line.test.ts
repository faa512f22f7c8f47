import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf, readRequest } from './each-line.ts'

const command = fileURLToPath(new URL('../command.ts', import.meta.url))
// A database would have nowhere to stand.
const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }

/** The answers of a pure command to these bytes, which must be one JSON object a line and exit 0. */
function answers(words: string, input: string | Buffer): unknown[] {
  const ended = spawnSync(process.execPath, [command, ...words.split(' ')], { input, env, encoding: 'utf8' })
  expect([ended.status, ended.stderr]).toEqual([0, ''])
  return ended.stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line))
}

async function read(...chunks: readonly Buffer[]) {
  const lines = []
  for await (const some of linesOf(chunks.values() as unknown as AsyncIterable<Buffer>)) lines.push(...some)
  return lines
}

test('lines come out the same however the bytes were cut', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ unit: 'binary' }).map((text) => text.replace(/[\n\r\uFEFF]/g, '')),
        { minLength: 1 },
      ),
      fc.infiniteStream(fc.integer({ min: 1, max: 7 })),
      async (texts, sizes) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''))
        const chunks = []
        for (let from = 0; from < bytes.length; ) {
          const size = sizes.next().value as number
          chunks.push(bytes.subarray(from, from + size))
          from += size
        }
        expect(await read(...chunks)).toEqual(texts)
      },
    ),
    { numRuns: 60 },
  ))

test('Windows line ends and a byte order mark do not belong to a line; other line ends of Unicode do', async () => {
  expect(await read(Buffer.from('\uFEFF一\r\n二\u2028三\r\n\r\n四'))).toEqual(['一', '二\u2028三', '', '四'])
})

test('what is no UTF-8 and what is too long is told in its place, and the next line is read', async () => {
  const gb18030 = Buffer.from([0xd7, 0xa8, 0xc0, 0xfb, 0x0a])
  expect(await read(gb18030, Buffer.from('好\n'))).toEqual([{ error: '此行不是 UTF-8 编码的文字。' }, '好'])
  const part = Buffer.alloc(600_000, '9')
  expect(await read(part, part, part, Buffer.from('\n好\n'))).toEqual([{ error: '此行超过1048576字节。' }, '好'])
  expect(await read(part, part)).toEqual([{ error: '此行超过1048576字节。' }])
})

test('a request is a JSON object whose texts every database can hold', () => {
  expect(readRequest('{"a":"好"}')).toEqual({ asked: { a: '好' } })
  for (const line of ['', 'null', '[]', '"x"', '{"a":', '{"a":"\\u0000"}', '{"a":"\\ud800"}'])
    expect(readRequest(line)).toEqual({ error: expect.stringMatching(/。$/) })
})

test.each([
  ['annuity -', '{"right":"invention","filed":"2019-03-15","granted":"2022-06-10","year":8}', { dueOn: '2026-03-16' }],
  ['limit - --json', '{"rule":"infringe.answer","from":"2026-09-18"}', { dueOn: '2026-10-08' }],
  ['check-number -', 'ZL201610259567.X', { canonical: 'ZL201610259567.X' }],
])('%s answers every line, whatever stands on the others', (words, good, wanted) => {
  const bad = ['', '[]', 'null', '\u0000', '{"rule":"\\u0000"}', '{"filed":"9999-12-31"}', '9'.repeat(2_000_000), '‮']
  const input = Buffer.concat([
    Buffer.from(`\uFEFF${good}\r\n`),
    Buffer.from([0xff, 0x0a]),
    Buffer.from([...bad, good].join('\n')),
  ])
  const told = answers(words, input)
  expect(told).toHaveLength(bad.length + 3)
  expect([told[0], told.at(-1)]).toEqual([expect.objectContaining(wanted), expect.objectContaining(wanted)])
  expect(told[1]).toEqual({ error: '此行不是 UTF-8 编码的文字。' })
})

test('days and numbers that cannot be are bad lines, not silently something else', () => {
  const asked = { right: 'invention', filed: '2019-03-15', granted: '2022-06-10', year: 8 }
  const lines = [
    { ...asked, filed: '9999-03-15', granted: '9999-06-10' },
    { ...asked, paid: 20260316 },
    { ...asked, paid: '' },
    { ...asked, year: true },
    { ...asked, year: [8] },
    { ...asked, reduction: '' },
    { ...asked, reduction: 0.5 },
    { number: 201220327156.7 },
  ]
  const told = answers('annuity -', lines.map((line) => JSON.stringify(line)).join('\n'))
  expect(told).toEqual(lines.map(() => ({ error: expect.stringMatching(/。$/) })))
})

test('a program may ask one line, read its answer and ask again', async () => {
  const child = spawn(process.execPath, [command, 'check-number', '-'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const told = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  for (const number of ['201610259567.X', '95115608.X']) {
    child.stdin.write(`${number}\n`)
    expect(JSON.parse((await told.next()).value as string)).toMatchObject({ canonical: number })
  }
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})
