import type { Query } from '#kernel/words'
import { type Condition, conditionOf, hasLexemes } from './conditions.ts'
import type { Key } from './cursor.ts'
import { filterSql } from './filter-sql.ts'
import { longestWalk } from './plan.ts'
import type { SearchRequest, Sort } from './request.ts'
import { type ShownColumns, shownColumns } from './row.ts'
import { sourceSql } from './source.ts'
import { type Ask, Values } from './sql.ts'
import { isTitleHit } from './title-hits.ts'

/** A stretch of a list: the rows that fit, in order of day, behind a key. */
export interface Stretch {
  readonly request: SearchRequest
  readonly sort: Sort
  readonly after: Key | null
  readonly limit: number
}

/** All rows that fit, counted, and of them one page; the exact way, good where they are not too many. */
export async function gather(
  ask: Ask,
  { request, sort, after, limit }: Stretch,
): Promise<{ count: number; rows: ShownColumns[] }> {
  const values = new Values()
  const hit = sort === 'relevance' && request.query ? isTitleHit(request.query, values) : 'false'
  const [found, order] = [where(request, values), orderOf(sort)]
  const rows = await ask<ShownColumns & { count: number }>(
    // MATERIALIZED keeps the planner from walking by date.
    `WITH found AS MATERIALIZED (
       SELECT id, sort_on, (${hit}) AS hit
       FROM ${sourceSql(request, values)}
       ${found}
     )
     SELECT counted.count, shown.*
     FROM (SELECT count(*)::integer AS count FROM found) AS counted
     LEFT JOIN (
       SELECT ${shownColumns}, page.hit, record.sort_on
       FROM (
         SELECT * FROM found ${after ? `WHERE ${behind(after, sort, values)}` : ''}
         ORDER BY hit DESC, ${order} LIMIT ${values.at(limit, 'integer')}
       ) AS page
       JOIN ${sourceSql(request, values)} ON record.id = page.id
     ) AS shown ON true
     ORDER BY hit DESC, ${order}`,
    values.list,
  )
  return { count: rows[0]!.count, rows: rows.filter(({ id }) => id !== null) }
}

/**
 * The first rows that fit on the way through the dates, title hits left out where `except` says so.
 * Null where the walk grew too long before the page was full.
 */
export async function walk(
  ask: Ask,
  { request, sort, after, limit }: Stretch,
  except: Query | null = null,
): Promise<ShownColumns[] | null> {
  const values = new Values()
  const { county, ...others } = request.filters
  const passed = [
    ...(after ? [behindDay(after, sort, values)] : []),
    // Counties have an index by date of their own.
    ...(county === undefined ? [] : filterSql({ county }, values)),
  ]
  const condition = request.query && conditionOf(request.query, values)
  const fits = [
    ...(condition?.lexemes ? [hasLexemes(condition.lexemes, values)] : []),
    ...(condition?.look ? [`(${condition.look()})`] : []),
    ...filterSql(others, values),
    ...(except ? [`NOT (${isTitleHit(except, values)})`] : []),
  ]
  const order = orderOf(sort)
  const bounded = fits.length > 0
  const rows = await ask<ShownColumns>(
    `SELECT ${shownColumns}, false AS hit
     FROM (
       SELECT * FROM ${sourceSql(request, values)}
       ${passed.length ? `WHERE ${passed.join(' AND ')}` : ''}
       ORDER BY ${order}
       LIMIT ${values.at(bounded ? longestWalk : limit, 'integer')}
     ) AS record
     ${bounded ? `WHERE ${fits.join(' AND ')}` : ''}
     ORDER BY ${order}
     LIMIT ${values.at(limit, 'integer')}`,
    values.list,
  )
  return bounded && rows.length < limit ? null : rows
}

/** WHERE of all rows that fit a request, led by the index of lexemes. */
export function where({ query, filters }: Pick<SearchRequest, 'query' | 'filters'>, values: Values): string {
  const parts = [...(query ? led(conditionOf(query, values), values) : []), ...filterSql(filters, values)]
  return parts.length ? `WHERE ${parts.join(' AND ')}` : ''
}

function led({ lexemes, look }: Condition, values: Values): string[] {
  return [...(lexemes ? [`bg @@ ${values.at(lexemes, 'text')}::tsquery`] : []), ...(look ? [`(${look()})`] : [])]
}

const orderOf = (sort: Sort): string => (sort === 'oldest' ? 'sort_on, id' : 'sort_on DESC, id DESC')

function behindDay({ on, id }: Key, sort: Sort, values: Values): string {
  return `(sort_on, id) ${sort === 'oldest' ? '>' : '<'} (${values.at(on, 'date')}, ${values.at(id, 'uuid')})`
}

function behind(key: Key, sort: Sort, values: Values): string {
  if (sort !== 'relevance') return behindDay(key, sort, values)
  return key.hit ? `(NOT hit OR ${behindDay(key, sort, values)})` : `(NOT hit AND ${behindDay(key, sort, values)})`
}
