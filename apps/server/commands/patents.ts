import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { readPlainDate } from '#kernel/time'
import { exportPatents, noteExport, readFilter, searchPatents, searchWire, showPatent } from '#modules/patents'
import { sentenceOf } from '#platform/http'
import { words } from '../catalogue.ts'
import type { Product } from '../product.ts'
import { answer, BadArguments } from './say.ts'
import { type CommonOptions, withProduct } from './with-product.ts'

interface SearchOptions extends CommonOptions {
  readonly county?: string
  readonly status?: string
  readonly limit: number
}

const statuses = [
  'pending',
  'in-force',
  'in-grace',
  'lapsed',
  'expired',
  'invalidated',
  'surrendered',
  'withdrawn',
  'rejected',
  'unknown',
]

/** `search patents QUERY`: the rows in the list's order, with a count that says whether it is exact. */
export async function searchCommand(query: string, options: SearchOptions): Promise<void> {
  if (options.status !== undefined && !statuses.includes(options.status))
    throw new BadArguments(`法律状态应为${statuses.join('、')}之一。`)
  await withProduct(options, async (product) => {
    if (query === '-') {
      await eachRequest((asked) =>
        search(product, { ...options, ...(asked as object) }, String((asked as { query?: unknown }).query ?? '')),
      )
      return undefined
    }
    const found = await search(product, options, query)
    if (!found.done) return found
    answer(
      options,
      found.value,
      [`${found.value.exact ? '共' : '约'}${found.value.count}件`].concat(
        found.value.rows.map((row) =>
          [row.applicationNumber ?? row.publicationNumber ?? '', row.title, row.applicants.join('、')].join('\t'),
        ),
      ),
    )
    return undefined
  })
}

async function search(product: Product, options: Pick<SearchOptions, 'county' | 'status' | 'limit'>, query: string) {
  const filter = readFilter(
    {
      query,
      ...(options.county ? { county: options.county } : {}),
      ...(options.status ? { status: options.status as never } : {}),
    },
    product.region,
    'office',
  )
  if (!filter.done) return filter
  const found = await searchPatents(searchWire(product.wire.kysely), { ...filter.value, limit: options.limit })
  if (!found.done) return found
  const { count, exact, rows } = found.value
  return done({
    count,
    exact,
    rows: rows.map(({ applicationNumber, publicationNumber, title, applicants, filedOn, status }) => ({
      applicationNumber,
      publicationNumber,
      title,
      applicants,
      filedOn,
      status,
    })),
  })
}

/** `show patent NUMBER [--on DATE]`: the record, each field with its sources. */
export async function showCommand(number: string, options: CommonOptions & { readonly on?: string }): Promise<void> {
  const on = options.on === undefined ? undefined : readPlainDate(options.on)
  if (on === null) throw new BadArguments('日期请按 2026-11-22 的格式填写。')
  await withProduct(options, async (product) => {
    const show = (asked: string) => showPatent(product.wire, product.region, asked, on ?? product.clock.today())
    if (number === '-') {
      await eachRequest((asked) => show(String((asked as { number?: unknown }).number ?? '')))
      return undefined
    }
    const shown = await show(number)
    if (!shown.done) return shown
    answer(options, shown.value, [JSON.stringify(shown.value, null, 2)])
    return undefined
  })
}

/** `export patents [QUERY] --out FILE`. */
export async function exportCommand(query: string | undefined, options: CommonOptions & { readonly out: string }): Promise<void> {
  await withProduct(options, async (product, actor) => {
    const filter = { ...(query === undefined ? {} : { query }) }
    const noted = await product.runner.run(noteExport, { region: product.region, actor, idempotencyKey: uuidv7() }, filter)
    if (!noted.done) return noted
    const exported = await exportPatents(
      { search: searchWire(product.wire.kysely), region: product.region, today: product.clock.today(), who: actor.name },
      filter,
      resolve(options.out),
    )
    if (!exported.done) return exported
    answer(options, { rows: exported.value.rows }, [`已导出${exported.value.rows}件，文件：${resolve(options.out)}`])
    return undefined
  })
}

/** Batch: one request a line in JSON, one answer a line in order; a bad line answers `{ error }` in its place. */
async function eachRequest(run: (asked: unknown) => Promise<Outcome<unknown, Refusal>>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    process.stdout.write(`${JSON.stringify(await answerOf(line, run))}\n`)
  }
}

async function answerOf(line: string, run: (asked: unknown) => Promise<Outcome<unknown, Refusal>>): Promise<unknown> {
  const asked = readJson(line)
  if (!asked.done) return { error: '此行不是 JSON 对象。' }
  const came = await run(asked.value)
  return came.done ? came.value : { error: sentenceOf(came.refusal, words) }
}

function readJson(line: string): Outcome<object, { code: 'not-json' }> {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? done(value) : refuse({ code: 'not-json' })
  } catch {
    return refuse({ code: 'not-json' })
  }
}
