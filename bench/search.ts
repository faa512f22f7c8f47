import { arch, cpus, platform, release, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { migrate, openDatabase, wire } from '#platform/database'
import { facetsOf, openBitmaps, type SearchWire, searchPatents, searchWire } from '../modules/patents/reads/search/index.ts'
import type { SearchRequest } from '../modules/patents/reads/search/request.ts'
import { readPatentQuery } from '../modules/patents/rules/search-tongue.ts'
import { openGroonga } from './groonga.ts'
import { benchRegion, loadCorpus } from './load-corpus.ts'
import { rawPage, scanCount } from './raw-search.ts'
import { type BenchQuery, classes, drawQueries, filterings } from './search-queries.ts'
import { Times, table } from './times.ts'

/**
 * How quickly patents are found (检索): first page and exact facets, every class of query under every filter, with the bitmaps, with
 * PostgreSQL alone and as bare SQL; with sixteen users at once; and whether what is found is what a full scan finds.
 * `npm run bench -- search --rows 1000000 --each 20 [--folder DIR]`; a folder that was loaded before is used again.
 */
const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    each: { type: 'string', default: '20' },
    scans: { type: 'string', default: '30' },
    slowest: { type: 'string', default: '0' },
  },
})
const rows = Number(options.rows)
const say = (text: string) => console.error(text)

const folder = options.folder ?? `bench-${rows}`
const opened = await openDatabase({ dataDir: folder })
if (!opened.done) throw new Error(opened.refusal.code)
const database = opened.value
await migrate(database.owner)
const [app, owner] = [wire<unknown>(database.app, { max: 20 }), wire<unknown>(database.owner)]
try {
  await loadOnce()
  const start = performance.now()
  const bitmaps = openBitmaps(
    database.app,
    { region: benchRegion, projection: 'office' },
    { onError: (error) => say(String(error)) },
  )
  await bitmaps.ready()
  const making = (performance.now() - start) / 1000
  const [plain, search] = [searchWire(app.kysely), searchWire(app.kysely, [bitmaps])]
  const memory = process.memoryUsage.rss() / 1048576
  console.log(
    `${rows} patents · PostgreSQL ${database.version} · Node ${process.versions.node} · ${platform()} ${release()} ${arch()}`,
  )
  console.log(
    `${cpus().length} × ${cpus()[0]?.model} · ${(totalmem() / 2 ** 30).toFixed(0)} GB · ${new Date().toISOString().slice(0, 10)}`,
  )
  console.log(`bitmaps made in ${making.toFixed(1)} s; this process then holds ${memory.toFixed(0)} MB\n`)
  // Other queries than the measured ones, so that only what a server that has run a while would hold is warm.
  for (const query of drawQueries(5, 99)) for (const wire of [plain, search]) await answer(wire, query)
  await alone(plain, search)
  await together(search)
  await recall(search)
  await beside(search)
  await bitmaps.close()
} finally {
  await Promise.all([app.close(), owner.close()])
  await database.close()
}

async function loadOnce(): Promise<void> {
  const { rows: counted } = await app.pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM patents.record')
  const there = counted[0]!.n
  if (there === rows) return
  if (there > 0) throw new Error(`the folder holds ${there} patents, not ${rows}`)
  const times = new Times()
  await times.of(() =>
    owner.withClient((client) => loadCorpus(client, rows, (done) => done % 100_000 === 0 && say(`${done} patents`))),
  )
  say(`tokenised, copied and indexed in ${(times.within(1) / 1000).toFixed(0)} s`)
}

function requestOf(query: BenchQuery): SearchRequest {
  const read = readPatentQuery(query.text)
  if (!read.done) throw new Error(`${query.text}: ${read.refusal.code}`)
  return { region: benchRegion, projection: 'office', query: read.value, filters: query.filters }
}

/** A page and, in a second request, its facets; both must speak of the same rows. */
async function answer(search: SearchWire, query: BenchQuery, pages = new Times(), facets = new Times()): Promise<void> {
  const request = requestOf(query)
  const page = await pages.of(() => searchPatents(search, { ...request, limit: 20 }))
  const counted = await facets.of(() => facetsOf(search, request))
  if (!page.done || !counted.done) throw new Error(`${query.text} was refused`)
  if (page.value.exact && page.value.count !== counted.value.count) {
    throw new Error(`${query.text}: ${page.value.count} and ${counted.value.count}`)
  }
}

async function alone(plain: SearchWire, search: SearchWire): Promise<void> {
  const ways = ['page', 'facets', 'page, PostgreSQL alone', 'facets, PostgreSQL alone', 'page, bare SQL'] as const
  const all = ways.map(() => new Times())
  const slowest: [number, string][] = []
  const cells = new Map<string, Times[]>()
  const queries = drawQueries(Number(options.each))
  for (const query of queries) {
    const key = `${query.class} ${query.filtering}`
    const own = cells.get(key) ?? ways.map(() => new Times())
    cells.set(key, own)
    const once = ways.map(() => new Times())
    await answer(search, query, once[0], once[1])
    await answer(plain, query, once[2], once[3])
    await once[4]!.of(() => app.withClient((client) => rawPage(client, requestOf(query), plain)))
    for (const [at, time] of once.entries()) for (const list of [own[at]!, all[at]!]) list.add(time.within(1))
    slowest.push([Math.max(once[0]!.within(1), once[1]!.within(1)), `${key}: ${query.text}, page ${once[0]}, facets ${once[1]}`])
  }
  const lines = classes.flatMap((name) =>
    filterings.map((filtering) => [name, filtering, ...cells.get(`${name} ${filtering}`)!.map(String)]),
  )
  console.log(
    table(['query', 'filter', ...ways.map((way) => `${way}, p50 / p95 ms`)], [...lines, ['all', '', ...all.map(String)]]),
  )
  console.log(`p99: ${ways.map((way, at) => `${way} ${all[at]!.within(0.99).toFixed(1)}`).join(' · ')}\n`)
  for (const [ms, text] of slowest.sort(([a], [b]) => b - a).slice(0, Number(options.slowest))) say(`${ms.toFixed(0)} ms ${text}`)
}

async function together(search: SearchWire): Promise<void> {
  const [pages, facets] = [new Times(), new Times()]
  const queries = drawQueries(Number(options.each), 2)
  const next = queries.values()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const query of next) await answer(search, query, pages, facets)
    }),
  )
  const seconds = (performance.now() - start) / 1000
  console.log(
    `16 users at once: page ${pages} ms, facets ${facets} ms, ${((queries.length * 2) / seconds).toFixed(0)} requests a second\n`,
  )
}

/** Counts against going through every text, without any index. */
async function recall(search: SearchWire): Promise<void> {
  const queries = drawQueries(Math.ceil(Number(options.scans) / (classes.length * filterings.length)), 3).slice(
    0,
    Number(options.scans),
  )
  let agreed = 0
  for (const query of queries) {
    const counted = await facetsOf(search, requestOf(query))
    const scanned = await app.withClient((client) => scanCount(client, requestOf(query)))
    if (counted.done && counted.value.count === scanned) agreed++
    else say(`${query.text}: ${counted.done ? counted.value.count : counted.refusal.code} found, ${scanned} there`)
  }
  console.log(`recall: ${agreed} of ${queries.length} counts are those of a full scan`)
}

/** The same pages and facets asked of groonga, in turn with our own, where it is installed. */
async function beside(search: SearchWire): Promise<void> {
  const groonga = await openGroonga(folder, rows)
  if (!groonga) return console.log('\ngroonga is not installed here; nothing to stand beside')
  const ways = ['page', 'facets', 'page, groonga', 'facets, groonga'] as const
  const all = ways.map(() => new Times())
  const lines: string[][] = []
  for (const query of drawQueries(2, 98)) await groonga.page(query)
  for (const name of classes) {
    for (const filtering of filterings) {
      const own = ways.map(() => new Times())
      for (const query of drawQueries(Number(options.each), 4)) {
        if (query.class !== name || query.filtering !== filtering) continue
        const once = ways.map(() => new Times())
        await answer(search, query, once[0], once[1])
        await once[2]!.of(() => groonga.page(query))
        await once[3]!.of(() => groonga.facets(query))
        for (const [at, time] of once.entries()) for (const list of [own[at]!, all[at]!]) list.add(time.within(1))
      }
      const behind = [0, 1].filter((at) => own[at]!.within(0.95) > own[at + 2]!.within(0.95))
      lines.push([name, filtering, ...own.map(String), behind.map((at) => ways[at]!).join(', ')])
    }
  }
  console.log(
    `\n${table(['query', 'filter', ...ways.map((way) => `${way}, p50 / p95 ms`), 'behind at p95'], [...lines, ['all', '', ...all.map(String), '']])}`,
  )
  console.log(`p99: ${ways.map((way, at) => `${way} ${all[at]!.within(0.99).toFixed(1)}`).join(' · ')}`)
  await groonga.close()
}
