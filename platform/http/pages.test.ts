import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { servePages } from './pages.ts'
import { httpWords } from './problem.ts'
import { aServer } from './server.ts'

let folder: string
let app: FastifyInstance
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'zhizhou-pages-')), 'office')
  app = await aServer(
    { words: httpWords, version: '0', log: false, secure: false, uploadLimit: 1, ready: async () => null },
    async () => {},
  )
  await servePages(app, { prefix: '/app/', folder, words: httpWords })
  app.get('/', async () => 'elsewhere')
})
afterEach(async () => {
  await app.close()
  rmSync(join(folder, '..'), { recursive: true })
})

/** What a build leaves: the shell and one asset named by its content. */
function build(name: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), `<script src="/app/assets/${name}.js">`)
  writeFileSync(join(folder, 'assets', `${name}.js`), `the ${name} build`)
  writeFileSync(join(folder, 'assets', `${name}.js.br`), `the ${name} build, packed`)
}

const ask = (url: string, headers = {}) => app.inject({ url, headers })

it('serves what is there now, without a restart after a build', async () => {
  build('first')
  expect((await ask('/app/')).body).toContain('first.js')
  build('second')
  const shell = await ask('/app/patents/1?from=list')
  expect(shell.body).toContain('second.js')
  expect(shell.headers['cache-control']).toBe('no-cache')
  const asset = await ask('/app/assets/second.js')
  expect(asset.body).toBe('the second build')
  expect(asset.headers['cache-control']).toContain('immutable')
  expect(asset.headers['content-security-policy']).toContain("default-src 'self'")
})

it('gives the packed form to who takes it', async () => {
  build('first')
  const packed = await ask('/app/assets/first.js', { 'accept-encoding': 'br' })
  expect(packed.headers['content-encoding']).toBe('br')
  expect(packed.headers['content-type']).toContain('javascript')
  expect(packed.body).toBe('the first build, packed')
})

it('answers 404 for an asset of an earlier build, never the shell', async () => {
  build('first')
  build('second')
  const gone = await ask('/app/assets/first.js')
  expect([gone.statusCode, gone.json().code]).toEqual([404, 'not-found'])
  expect((await app.inject({ method: 'POST', url: '/app/anything' })).statusCode).toBe(404)
})

it('says that pages are being made while there are none, and leads to them by the bare prefix', async () => {
  const none = await ask('/app/')
  expect(none.statusCode).toBe(503)
  expect(none.body).toContain('页面正在更新')
  build('first')
  expect((await ask('/app/')).statusCode).toBe(200)
  expect((await ask('/app')).headers.location).toBe('/app/')
  expect((await ask('/')).body).toBe('elsewhere')
  expect((await ask('/app/%2e%2e/%2e%2e/etc/passwd')).body).not.toContain('root:')
})
