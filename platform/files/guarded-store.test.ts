import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { guardedStore, type UploadRules, uploadRulesOf } from './guarded-store.ts'
import { fileWords } from './words.ts'

let folder: string
let counts: Map<string, number>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhizhou-uploads-'))
  counts = new Map()
})
afterEach(() => rmSync(folder, { recursive: true }))

function aStore(rules: Partial<UploadRules>, free = 1_000_000) {
  return guardedStore(
    join(folder, 'files'),
    { perDay: null, keepFree: 1000, scan: null, ...rules },
    {
      used: async (person) => counts.get(person) ?? 0,
      add: async (person, bytes) => void counts.set(person, (counts.get(person) ?? 0) + bytes),
    },
    async () => free,
  )
}
const file = (size: number) => Readable.from([Buffer.alloc(size, 65)])
const left = () => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())

describe('uploads', () => {
  it('count against the day of the person, and are refused beyond it with nothing left behind', async () => {
    const store = aStore({ perDay: 100 })
    expect((await store.put(file(60), 1000, 'ma')).done).toBe(true)
    const refused = await store.put(file(61), 1000, 'ma')
    expect(refused).toMatchObject({ refusal: { code: 'uploads-used-up', perDay: 100, used: 60 } })
    expect(counts.get('ma')).toBe(60)
    expect(left()).toHaveLength(1)
    expect((await store.put(file(61), 1000, 'li')).done).toBe(true)
    expect((await store.put(file(500), 1000)).done).toBe(true)
  })

  it('leave room on the disk', async () => {
    expect((await aStore({}, 1050).put(file(50), 1000, 'ma')).done).toBe(true)
    expect(await aStore({}, 1050).put(file(51), 1000, 'ma')).toMatchObject({ refusal: { code: 'disk-full', free: 1050 } })
    expect(await aStore({}, 10).put(file(1), 1000, 'ma')).toMatchObject({ refusal: { code: 'disk-full' } })
    expect(await aStore({ perDay: 500 }).put(file(101), 100, 'ma')).toMatchObject({ refusal: { code: 'too-large', limit: 100 } })
  })

  it.skipIf(process.platform === 'win32')('are shown to the office’s program, whose exit code decides', async () => {
    const scan = join(folder, 'scan.sh')
    writeFileSync(scan, '#!/bin/sh\ngrep -q VIRUS "$1" && exit 1\nexit 0\n')
    chmodSync(scan, 0o755)
    const store = aStore({ scan })
    const clean = await store.put(Readable.from([Buffer.from('演示')]), 1000, 'ma')
    expect(clean.done && existsSync(store.path(clean.value.digest))).toBe(true)
    expect(await store.put(Readable.from([Buffer.from('VIRUS 演示')]), 1000, 'ma')).toMatchObject({
      refusal: { code: 'scan-refused' },
    })
    expect(left()).toHaveLength(1)
    expect(await aStore({ scan: join(folder, 'none') }).put(file(5), 1000, 'ma')).toMatchObject({
      refusal: { code: 'scan-failed' },
    })
  })

  it('take their bounds from the environment, and sensible ones without', () => {
    expect(uploadRulesOf({})).toEqual({ perDay: 20 * 1024 ** 3, keepFree: 2 * 1024 ** 3, scan: null })
    expect(
      uploadRulesOf({ ZHIZHOU_UPLOAD_DAILY: '0', ZHIZHOU_UPLOAD_KEEP_FREE: '0.5', ZHIZHOU_UPLOAD_SCAN: '/opt/scan' }),
    ).toEqual({ perDay: null, keepFree: 1024 ** 3 / 2, scan: '/opt/scan' })
    expect(uploadRulesOf({ ZHIZHOU_UPLOAD_DAILY: '很多' }).perDay).toBe(20 * 1024 ** 3)
  })

  it('are refused in plain words', () => {
    expect(fileWords['uploads-used-up']({ perDay: 20 * 1024 ** 3, used: 19.97 * 1024 ** 3 })).toBe(
      '每人每天最多上传20吉字节，您今天已上传19.9吉字节，本文件没有保存。请明天再上传，或者联系系统管理员。',
    )
    expect(fileWords['disk-full']({ free: 300 * 1024 ** 2 })).toContain('剩余300兆字节')
  })
})
