import type pg from 'pg'
import type { Query } from '#kernel/words'
import { filterSql } from '../modules/patents/reads/search/filter-sql.ts'
import { gather, walk } from '../modules/patents/reads/search/find-rows.ts'
import type { SearchWire } from '../modules/patents/reads/search/index.ts'
import { choosePlan } from '../modules/patents/reads/search/plan.ts'
import type { SearchRequest } from '../modules/patents/reads/search/request.ts'
import { type Ask, Values } from '../modules/patents/reads/search/sql.ts'

const asker =
  (client: pg.ClientBase): Ask =>
  async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows as Row[]

/** The first page by the same statement on a bare connection: no bitmaps, no transaction, nothing around it. */
export async function rawPage(
  client: pg.ClientBase,
  request: SearchRequest,
  { db, statistics }: SearchWire,
): Promise<readonly unknown[]> {
  const ask = asker(client)
  const stretch = { request, sort: 'relevance', after: null, limit: 21 } as const
  const { way } = choosePlan(request, 21, await statistics(db))
  return (way === 'walk' && (await walk(ask, stretch))) || (await gather(ask, stretch)).rows
}

/** How many rows fit, found by looking into every text: no index of lexemes, no lexemes. For queries of plain words. */
export async function scanCount(client: pg.ClientBase, { region, query, filters }: SearchRequest): Promise<number> {
  const values = new Values()
  const fits = (part: Query): string => {
    if (part.is === 'and' || part.is === 'or')
      return part.of.map((one) => `(${fits(one)})`).join(part.is === 'and' ? ' AND ' : ' OR ')
    if (part.is !== 'text') throw new Error(`no plain word: ${part.is}`)
    return `strpos(search_text, ${values.at(part.text, 'text')}) > 0`
  }
  const parts = [
    `region_code = ${values.at(region, 'integer')}`,
    ...(query ? [`(${fits(query)})`] : []),
    ...filterSql(filters, values),
  ]
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::integer AS n FROM patents.record WHERE ${parts.join(' AND ')}`,
    values.list,
  )
  return rows[0]!.n
}
