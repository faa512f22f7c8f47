import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { brotliCompressSync } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import { startOffice } from '../apps/server/testing/index.ts'
import type { Visited, Visits } from './portal-visitors.ts'
import { table } from './times.ts'

/**
 * How many pages of the portal (门户) go out in a second, beside the same page as a file from a bare Fastify in the same run; the
 * server on one thread, sixteen visitors on another. `npm run bench -- portal --seconds 5`
 */
const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '4' } } })
const seconds = Number(options.seconds)

const office = await startOffice({ demonstration: true, perMinute: 1e9 })
const folder = mkdtempSync(join(tmpdir(), 'zhizhou-bench-'))
const files = Fastify()
try {
  const home = Buffer.from(await (await fetch(`${office.url}/`)).arrayBuffer())
  writeFileSync(join(folder, 'home.html'), home)
  writeFileSync(join(folder, 'home.html.br'), brotliCompressSync(home))
  await files.register(fastifyStatic, { root: folder, preCompressed: true })
  const file = `${await files.listen({ port: 0, host: '127.0.0.1' })}/home.html`
  const patents = await patentPaths(400)
  const page = (path: string) => `${office.url}${path}`
  const rows: readonly (readonly [name: string, urls: readonly string[]])[] = [
    ['the same as a file', [file]],
    ['home', [page('/')]],
    ['search 牛肉 with facets', [page('/patents?q=%E7%89%9B%E8%82%89')]],
    ['one patent', [page(patents[0]!)]],
    ['mark check', [page(`/mark-check?text=ZL${patents[0]!.split('/').pop()}`)]],
    // Each another address, so that none is kept from before.
    ['another search each time', Array.from({ length: 5000 }, (_, at) => page(`/patents?q=%E7%89%9B&x=${at}`))],
    ['another patent each time', Array.from({ length: 5000 }, (_, at) => page(`${patents[at % patents.length]}?x=${at}`))],
  ]
  const cells: string[][] = []
  let floor = 0
  for (const [name, urls] of rows) {
    await visited({ urls: urls.slice(0, 1), visitors: 4, seconds: 0.5 })
    const before = process.cpuUsage()
    const { pages, bytes, seconds: took } = await visited({ urls, visitors: 16, seconds })
    const { user, system } = process.cpuUsage(before)
    const rate = pages / took
    floor ||= rate
    cells.push([
      name,
      rate.toFixed(0),
      `${(rate / floor).toFixed(2)} ×`,
      (bytes / pages / 1000).toFixed(1),
      // Server and visitors are one process.
      ((user + system) / pages).toFixed(0),
    ])
  }
  console.log(
    `Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model} · ${new Date().toISOString().slice(0, 10)}\n`,
  )
  console.log(table(['page', 'a second', 'to the file', 'kB, brotli', 'µs of processor, both sides'], cells))
} finally {
  await files.close()
  await office.close()
  rmSync(folder, { recursive: true, force: true })
}

async function patentPaths(count: number): Promise<string[]> {
  const paths: string[] = []
  for (let next: string | undefined = '/patents'; next !== undefined && paths.length < count; ) {
    const text: string = await (await fetch(`${office.url}${next}`)).text()
    paths.push(...[...text.matchAll(/<h3><a href="([^"]+)"/g)].map(([, path]) => path!))
    next = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
  }
  return paths
}

function visited(visits: Visits): Promise<Visited> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./portal-visitors.ts', import.meta.url), { workerData: visits })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
