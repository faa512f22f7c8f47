import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { supplyCheckDigit } from '#modules/patents'
import { Visitor } from './testing/index.ts'

const command = fileURLToPath(new URL('./command.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhizhou-processes-'))
const dataDir = join(folder, 'data')
const children: ChildProcess[] = []

interface Started {
  readonly url: string
  readonly firstLogIn: { account: string; password: string } | null
  readonly child: ChildProcess
}

/** Starts a server process and waits for its one JSON line. */
async function startServer(...words: string[]): Promise<Started> {
  const child = spawn(process.execPath, [command, 'start', '--json', '--port', '0', '--empty', '--data', dataDir, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  const told: string[] = []
  child.stderr!.on('data', (chunk) => told.push(String(chunk)))
  for await (const line of createInterface({ input: child.stdout! }))
    return { ...(JSON.parse(line) as Omit<Started, 'child'>), child }
  throw new Error(`the server did not start: ${told.join('')}`)
}

/** A command beside the servers; its JSON, exit code and words. */
function run(...words: string[]): { json: any; code: number; words: string } {
  try {
    const out = execFileSync(process.execPath, [command, ...words, '--data', dataDir, '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return { json: JSON.parse(out.trim().split('\n').at(-1)!), code: 0, words: '' }
  } catch (error) {
    const failed = error as { status: number; stdout: string; stderr: string }
    return { json: failed.stdout.trim() ? JSON.parse(failed.stdout) : null, code: failed.status, words: failed.stderr }
  }
}

const kill = (started: Started, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    started.child.once('exit', () => resolve())
    started.child.kill(signal)
  })

const rowsInFile = 12_000

/** An invented file long enough to be cut off in the middle. */
function longFile(): string {
  const path = join(folder, '演示长表.csv')
  const rows = Array.from({ length: rowsInFile }, (_, i) => {
    const body = `201899${String(100_000 + i).padStart(6, '0')}`
    return `CN${supplyCheckDigit(body)},2018-03-15,一种演示装置${i},演示公司${i % 50},演示人${i % 99}`
  })
  writeFileSync(path, `申请号,申请日,发明名称,申请（专利权）人,发明人\r\n${rows.join('\r\n')}\r\n`)
  return path
}

let first: Started
let admin: Visitor
beforeAll(async () => {
  first = await startServer()
  admin = await new Visitor(first.url).signIn(first.firstLogIn!.account, first.firstLogIn!.password)
})
afterAll(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
  await Promise.all(
    children.map((child) =>
      child.exitCode === null && child.signalCode === null ? new Promise((done) => child.once('exit', done)) : null,
    ),
  )
  rmSync(folder, { recursive: true, force: true })
})

describe('a data folder', () => {
  it('is served once, and a second start says where', () => {
    const second = run('start', '--port', '0')
    expect(second.code).toBe(1)
    expect(second.words).toContain(first.url)
  })

  it('is served once by two that start at the same moment, and again at once after a stop and after kill -9', async () => {
    const own = join(folder, '两 个 同 时')
    const begun = [startServer('--data', own), startServer('--data', own)]
    const both = await Promise.allSettled(begun)
    const [one] = both.flatMap((came) => (came.status === 'fulfilled' ? [came.value] : []))
    const [turned] = both.flatMap((came) => (came.status === 'rejected' ? [String(came.reason)] : []))
    expect(one?.firstLogIn).toMatchObject({ account: 'admin' })
    expect(turned).toMatch(/由另一个进程（进程\d+）启动|已有服务在运行/)
    // The next start comes while the last server is still stopping.
    one!.child.kill('SIGTERM')
    const again = await startServer('--data', own)
    expect(again.firstLogIn).toBeNull()
    await kill(again, 'SIGKILL')
    await kill(await startServer('--data', own), 'SIGINT')
  })

  it('is worked on by commands beside the server', () => {
    expect(run('verify-trail').json).toMatchObject({ ok: true })
    expect(run('user', 'add', 'ming', '命演示').json).toMatchObject({ account: 'ming', firstPassword: expect.any(String) })
    expect(run('doctor').json).toMatchObject({ ok: true })
  })

  it('answers bad arguments with one sentence and exit 2, refusals with exit 1', () => {
    expect(run('search', 'patents')).toMatchObject({ code: 2, words: expect.stringMatching(/^缺少参数/) })
    expect(run('import', 'patents', '/nowhere.csv')).toMatchObject({ code: 2, words: expect.stringContaining('没有找到文件') })
    expect(run('show', 'patent', 'ZL201810999999.9')).toMatchObject({
      code: 1,
      json: { refusal: { code: expect.any(String), sentence: expect.stringMatching(/[一-鿿]/), basis: null } },
    })
  })
})

describe('a batch', () => {
  const asked = (words: string[], lines: string[]) => {
    const args = [command, ...words, '-', '--data', dataDir, '--json']
    const { status, stdout } = spawnSync(process.execPath, args, { input: lines.join('\n'), encoding: 'utf8' })
    return {
      status,
      told: stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    }
  }
  const bad = ['', '[]', '{"query":"\\u0000"}', '{"number":"\\ud800"}', '{"strange":1}', '{"limit":0}', '{"on":"2015-02-30"}']

  it.each([
    [['search', 'patents'], '{"query":"没有这样的词","limit":1}', { count: 0, exact: true, rows: [] }],
    [['show', 'patent'], '{"number":"ZL201810999999.9","on":"2015-01-01"}', { refusal: { code: 'patent-unknown' } }],
  ])('of %j answers every line, a bad one in its place', (words, good, wanted) => {
    const { status, told } = asked(words, [...bad, good])
    expect(status).toBe(0)
    expect(told.slice(0, -1)).toEqual(bad.map(() => ({ error: expect.stringMatching(/。$/) })))
    expect(told.at(-1)).toMatchObject(wanted)
  })
})

describe('several files', () => {
  it('are told one by one, a refused one in its place', () => {
    const [good, strange] = ['好.csv', '怪.csv'].map((name) => join(folder, name)) as [string, string]
    writeFileSync(good, '申请号,申请日,发明名称\r\nCN201899000012.3,2018-03-15,一种演示装置\r\n')
    writeFileSync(strange, '名称,申请人\r\n一种演示,演示公司\r\n')
    expect(run('import', 'patents', strange, good, '--dry-run')).toMatchObject({
      code: 1,
      json: [
        { refusal: { code: 'unreadable', sentence: expect.stringContaining('整表未导入'), basis: null } },
        { read: 1, new: 1 },
      ],
    })
  })
})

describe('a reader that leaves', () => {
  it('ends a batch, and the database that it started ends with it', async () => {
    const own = join(folder, 'head')
    const batch = spawn(process.execPath, [command, 'search', 'patents', '-', '--data', own, '--json'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    children.push(batch)
    const ended = new Promise((resolve) => batch.once('exit', resolve))
    batch.stdin!.on('error', () => {})
    // The requests never end: only the reader does.
    batch.stdin!.write('{"query":"演示"}\n')
    await new Promise((resolve) => batch.stdout!.once('data', resolve))
    batch.stdout!.destroy()
    const more = setInterval(() => batch.stdin!.write('{"query":"演示"}\n'), 100)
    expect(await ended).toBe(0)
    clearInterval(more)
    expect(existsSync(join(own, 'postgres', '18', 'postmaster.pid'))).toBe(false)
  })
})

describe('two processes', () => {
  it('leave word of the one that stays when the first goes', async () => {
    const own = join(folder, 'joined')
    const one = await startServer('--data', own)
    const two = await startServer('--join', '--data', own)
    await kill(one, 'SIGTERM')
    expect((await fetch(`${two.url}/readyz`)).status).toBe(200)
    const third = spawnSync(process.execPath, [command, 'start', '--port', '0', '--data', own], { encoding: 'utf8' })
    expect([third.status, third.stderr]).toEqual([1, expect.stringContaining(two.url)])
    await kill(two, 'SIGTERM')
    expect(existsSync(join(own, 'run', 'server.json'))).toBe(false)
  })

  it('serve one office: sessions, people and the trail are the same', async () => {
    const second = await startServer('--join')
    const there = new Visitor(second.url)
    const elsewhere = await there.signIn('admin', '黄河之水天上来A7k')
    const made = await admin.ask('POST /api/identity/users', { account: 'gong', name: '共演示', unit: null })
    expect(made.status).toBe(200)
    const list = (await elsewhere.ask('GET /api/identity/users?query=gong')).body
    expect(list.rows).toHaveLength(1)
    const here = (await admin.ask('GET /api/identity/sessions')).body.rows as { id: string; current: boolean }[]
    await admin.ask(`DELETE /api/identity/sessions/${here.find((one) => !one.current)!.id}`)
    expect((await elsewhere.ask('GET /api/units')).body).toMatchObject({ code: 'signed-out' })
    await kill(second, 'SIGINT')
    expect((await admin.ask('GET /api/units')).status).toBe(200)
  })
})

describe('a closed terminal', () => {
  it('stops the server as cleanly as SIGTERM does, though nobody hears it any more', async () => {
    const own = join(folder, 'terminal')
    const { child } = await startServer('--data', own)
    for (const stream of [child.stdout!, child.stderr!]) stream.destroy()
    const code = await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGHUP')
    })
    expect(code).toBe(0)
    expect(existsSync(join(own, 'run', 'server.json'))).toBe(false)
    expect(existsSync(join(own, 'postgres', '18', 'postmaster.pid'))).toBe(false)
  })
})

describe('an import cut off by kill -9', () => {
  it('goes on after the next start, with no row lost or doubled', async () => {
    const form = new FormData()
    const { openAsBlob } = await import('node:fs')
    form.set('file', await openAsBlob(longFile()), '演示长表.csv')
    const { body } = await admin.ask('POST /api/patents/imports', form)
    const state = async () => (await admin.ask(`GET /api/patents/imports/${body.id}`)).body
    await until(async () => (await state()).state === 'checked')
    expect((await state()).dryRun).toMatchObject({ read: rowsInFile, new: rowsInFile, refused: 0 })
    await admin.ask(`POST /api/patents/imports/${body.id}/start`, { version: (await state()).version, sourceDay: '2020-08-25' })
    await until(async () => (await state()).rowsDone >= 2000)
    await kill(first, 'SIGKILL')
    first = await startServer()
    // Right after its start the server goes on with the import, and may say that it is busy.
    await until(async () => {
      const back = await new Visitor(first.url).signIn('admin', '黄河之水天上来A7k').catch(() => null)
      if (back) admin = back
      return back !== null
    })
    await until(async () => (await state()).state === 'finished')
    expect((await state()).account).toMatchObject({ read: rowsInFile, new: rowsInFile, changed: 0, same: 0, refused: 0 })
    expect((await admin.ask('GET /api/patents?limit=1')).body.count).toBe(rowsInFile)
    expect(run('verify-trail').json).toMatchObject({ ok: true })
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 2400; tries++) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('waited in vain')
}
