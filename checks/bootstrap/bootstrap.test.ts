import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AClone } from './a-clone.ts'

let clone: AClone
beforeEach(() => {
  clone = new AClone()
})
afterEach(() => clone.remove())

const calls = () => clone.read('npm/calls').trim().split('\n').filter(Boolean)

describe.each([
  ['on the Node that runs already', () => {}],
  ['on the Node of the project', () => clone.bringNode()],
])('%s', (_where, prepare) => {
  beforeEach(prepare)

  test('arguments, standard input and output pass through untouched', async () => {
    const ended = await clone.run('bin/zhizhou', ['check-number', '-', '--name', '两 字'], '201610259567.X\n')
    expect(ended.code).toBe(0)
    expect(ended.out).toBe(`${JSON.stringify({ words: ['check-number', '-', '--name', '两 字'], input: '201610259567.X\n' })}\n`)
  })

  test('the exit code is that of the command', async () => {
    expect((await clone.run('bin/zhizhou', ['fail'])).code).toBe(2)
  })

  test('npm start is the command start', async () => {
    const ended = await clone.run('bin/run.mjs', ['start', '--empty'])
    expect(JSON.parse(ended.out).words).toEqual(['start', '--empty'])
  })
})

test('a signal sent to the bootstrap reaches the product, and its exit code comes back', async () => {
  clone.bringNode()
  const child = clone.start('bin/zhizhou', 'stay')
  await once(child.stdout!, 'data')
  child.kill('SIGTERM')
  expect((await once(child, 'exit'))[0]).toBe(7)
})

describe('packages', () => {
  test('are installed once for one lock, without the tools', async () => {
    await clone.run('bin/zhizhou', [])
    await clone.run('bin/run.mjs', ['start'])
    expect(calls()).toHaveLength(1)
    expect(calls()[0]).toMatch(/^install --no-save .*--omit=dev/)
  })

  test('are installed again for another lock', async () => {
    await clone.run('bin/zhizhou', [])
    clone.write('package-lock.json', '{ "lockfileVersion": 3 }')
    await clone.run('bin/zhizhou', [])
    expect(calls()).toHaveLength(2)
  })

  test('are not installed again for a lock that was only written anew', async () => {
    await clone.run('bin/zhizhou', [])
    clone.write('package-lock.json', '{}')
    await clone.run('bin/zhizhou', [])
    expect(calls()).toHaveLength(1)
  })

  test('come with the tools for the tests, and the tools stay', async () => {
    await clone.run('bin/run.mjs', ['start'])
    await clone.run('bin/run.mjs', ['test'])
    clone.write('package-lock.json', '{ "lockfileVersion": 3 }')
    await clone.run('bin/run.mjs', ['start'])
    expect(calls().map((call) => /--(omit|include)=dev/.exec(call)?.[1])).toEqual(['omit', 'include', 'include'])
  })

  test('are installed by one of two commands that come at once', async () => {
    clone.write('npm/deed.mjs', 'await new Promise((end) => setTimeout(end, 700))')
    const ends = await Promise.all([clone.run('bin/zhizhou', ['a']), clone.run('bin/zhizhou', ['b'])])
    expect(ends.map((end) => end.code)).toEqual([0, 0])
    expect(calls()).toHaveLength(1)
  })

  test('without a network: a sentence, not a long wait', async () => {
    const line = 'npm http fetch GET http://127.0.0.1:9/a attempt 1 failed with ECONNREFUSED'
    clone.write('npm/deed.mjs', `setInterval(() => console.error('${line}'), 300)`)
    const ended = await clone.run('bin/zhizhou', ['x'])
    expect(ended.code).toBe(1)
    expect(ended.out).toBe('')
    expect(ended.words).toContain('无法连接 npm 软件源')
  })

  test('that cannot be installed: npm’s own reason, and no stamp', async () => {
    clone.write('npm/deed.mjs', `console.error('npm error code ENOSPC'); process.exit(1)`)
    const ended = await clone.run('bin/zhizhou', ['x'])
    expect(ended.code).toBe(1)
    expect(ended.words).toContain('npm error code ENOSPC')
    await clone.run('bin/zhizhou', ['x'])
    expect(calls()).toHaveLength(2)
  })
})

describe('the office pages', () => {
  const builds = () => clone.read('node_modules/vite/calls').length / 'build\n'.length
  beforeEach(() => clone.addOffice())

  test('are built when their sources have changed, and off standard output', async () => {
    const first = await clone.run('bin/run.mjs', ['start'])
    await clone.run('bin/run.mjs', ['start'])
    expect(builds()).toBe(1)
    expect(first.out).not.toContain('built')
    clone.write('modules/cases/screens/office/index.tsx', '')
    await clone.run('bin/zhizhou', ['start'])
    expect(builds()).toBe(2)
    clone.write('modules/cases/acts/open-case.ts', '')
    await clone.run('bin/run.mjs', ['start'])
    expect(builds()).toBe(2)
  })

  test('stay as they are when a build fails, and the start ends with the reason', async () => {
    await clone.run('bin/run.mjs', ['start'])
    clone.write('apps/office/main.tsx', 'broken')
    const ended = await clone.run('bin/run.mjs', ['start'])
    expect(ended.code).toBe(1)
    expect(ended.words).toContain('办公端网页生成失败')
    expect(clone.read('build/office/index.html')).toBe('first')
  })

  test('are nothing to the other commands', async () => {
    await clone.run('bin/zhizhou', ['check-number', 'x'])
    expect(builds()).toBe(0)
  })
})

test('an unknown word is named', async () => {
  const ended = await clone.run('bin/run.mjs', ['dance'])
  expect(ended.code).toBe(1)
  expect(ended.words).toContain('dance')
})
