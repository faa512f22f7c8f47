import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aFolder } from '../testing/run-folder.ts'
import { bornAt } from './pids.ts'
import { takeStartLock } from './start-lock.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = aFolder()
  path = join(folder, 'start.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

async function take() {
  const lock = await takeStartLock(path, () => {})
  if (!lock.done) throw new Error(lock.refusal.code)
  return lock.value
}

test('one after the other, however many come at once', async () => {
  let inside = 0
  const seen: number[] = []
  const deed = async () => {
    const release = await take()
    seen.push(++inside)
    await new Promise((resolve) => setTimeout(resolve, 5))
    inside--
    release()
  }
  await Promise.all(Array.from({ length: 12 }, deed))
  expect(seen).toEqual(Array.from({ length: 12 }, () => 1))
  expect(existsSync(path)).toBe(false)
})

test('a lock whose holder died is taken over', async () => {
  const dead = spawn('true')
  await once(dead, 'exit')
  writeFileSync(path, JSON.stringify({ pid: dead.pid, born: '1', host: hostname() }))
  const release = await take()
  release()
})

test.skipIf(bornAt(process.pid) === null)('a lock whose number now belongs to another process is taken over', async () => {
  writeFileSync(path, JSON.stringify({ pid: process.pid, born: '1', host: hostname() }))
  const release = await take()
  release()
})

test('a lock of another host stands while it is fresh and falls when it has been silent for a minute', async () => {
  writeFileSync(path, JSON.stringify({ pid: 1, born: '1', host: 'another-host' }))
  let taken = false
  const waiting = take().then((release) => {
    taken = true
    return release
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(taken).toBe(false)
  const longAgo = new Date(Date.now() - 61_000)
  utimesSync(path, longAgo, longAgo)
  ;(await waiting)()
  expect(taken).toBe(true)
})

test('releasing twice does not release the next holder', async () => {
  const first = await take()
  first()
  writeFileSync(path, JSON.stringify({ pid: process.pid, born: 'somebody else', host: hostname() }))
  first()
  expect(existsSync(path)).toBe(true)
})
