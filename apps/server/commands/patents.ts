import { resolve } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { done, type Outcome, type Refusal } from '#kernel/outcome'
import { type PlainDate, readPlainDate } from '#kernel/time'
import { exportPatents, noteExport, readFilter, type Status, searchPatents, searchWire, showPatent } from '#modules/patents'
import { sentenceOf } from '#platform/http'
import { words } from '../catalogue.ts'
import type { Product } from '../product.ts'
import { answerEachLine, readRequest } from './each-line.ts'
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
  const { county, status, limit } = options
  const asked = readSearch({ query, county, status, limit })
  if (typeof asked === 'string') throw new BadArguments(asked)
  await withProduct(options, async (product) => {
    if (query === '-') {
      await eachRequest(['query', 'county', 'status', 'limit'], (given) => {
        const line = readSearch({ query: '', county, status, limit, ...given })
        return typeof line === 'string' ? line : search(product, line)
      })
      return undefined
    }
    const found = await search(product, asked)
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

interface AskedSearch {
  readonly filter: Parameters<typeof readFilter>[0]
  readonly limit: number
}

/** The search that options or a line ask for, or what is wrong with them. */
function readSearch({ query, county, status, limit }: Readonly<Record<string, unknown>>): AskedSearch | string {
  if (typeof query !== 'string') return '检索式（query）应为文字。'
  if (county != null && (typeof county !== 'string' || !/^\d{6}$/.test(county)))
    return '县市代码（county）应为六位数字的文字，例如 "622901"。'
  if (status != null && !statuses.includes(String(status))) return `法律状态应为${statuses.join('、')}之一。`
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1 || limit > 200) return '件数（limit）应为1至200的整数。'
  return { filter: { query, ...(county != null && { county }), ...(status != null && { status: status as Status }) }, limit }
}

async function search(product: Product, { filter: asked, limit }: AskedSearch) {
  const filter = readFilter(asked, product.region, 'office')
  if (!filter.done) return filter
  const found = await searchPatents(searchWire(product.wire.kysely), { ...filter.value, limit })
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
  const on = dayOf(options.on)
  if (on === null) throw new BadArguments(noDay)
  await withProduct(options, async (product) => {
    const show = (asked: string, day = on) => showPatent(product.wire, product.region, asked, day ?? product.clock.today())
    if (number === '-') {
      await eachRequest(['number', 'on'], (given) => {
        const day = dayOf(given.on)
        if (typeof given.number !== 'string') return '请写明号码（number）。'
        return day === null ? noDay : show(given.number, day ?? on)
      })
      return undefined
    }
    const shown = await show(number)
    if (!shown.done) return shown
    answer(options, shown.value, [JSON.stringify(shown.value, null, 2)])
    return undefined
  })
}

const noDay = '日期请按 2026-11-22 的格式填写。'

/** Undefined where none is given, null where it is no day. */
const dayOf = (value: unknown): PlainDate | null | undefined =>
  value === undefined || value === null ? undefined : typeof value === 'string' ? readPlainDate(value) : null

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

/** Batch: one request a line in JSON with these members. A bad line answers `{ error }` in its place, a refusal is told besides. */
function eachRequest(
  members: readonly string[],
  run: (asked: Readonly<Record<string, unknown>>) => string | Promise<Outcome<unknown, Refusal>>,
): Promise<void> {
  return answerEachLine(async (line) => {
    const read = readRequest(line)
    if ('error' in read) return read
    const stranger = Object.keys(read.asked).find((name) => !members.includes(name))
    if (stranger !== undefined) return { error: `没有“${stranger}”这一项，可用的有${members.join('、')}。` }
    const came = await run(read.asked)
    if (typeof came === 'string') return { error: came }
    if (came.done) return came.value as object
    const { code, basis = null } = came.refusal
    const sentence = sentenceOf(came.refusal, words)
    return { error: sentence, refusal: { code, sentence, basis } }
  })
}
