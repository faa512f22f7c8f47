import { cut, marked, marks, type Query, type Term } from '#kernel/words'
import { numberLexeme } from '../../rules/search-columns.ts'
import type { Filters } from './request.ts'
import type { Ask } from './sql.ts'

/** What PostgreSQL knows of the register since its last ANALYZE; enough to choose a way of searching, never to answer. */
export interface SearchStatistics {
  readonly rows: number
  /** Share of the rows that have the lexeme; a lexeme not listed is rarer than `rarest`. */
  readonly lexemes: ReadonlyMap<string, number>
  readonly rarest: number
  /** Share of the rows for each value of a column. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export async function readStatistics(ask: Ask): Promise<SearchStatistics> {
  const [table] = await ask<{ rows: number; pages: number }>(
    "SELECT greatest(reltuples, 0)::float8 AS rows, relpages::float8 AS pages FROM pg_class WHERE oid = 'patents.record'::regclass",
  )
  const columns = await ask<{ attname: string; vals: string[] | null; freqs: number[] | null }>(
    `SELECT attname::text,
       coalesce(most_common_elems, most_common_vals)::text::text[] AS vals,
       coalesce(most_common_elem_freqs, most_common_freqs)::float8[] AS freqs
     FROM pg_stats
     WHERE schemaname = 'patents' AND tablename = 'record'
       AND attname IN ('bg', 'region_code', 'county', 'right_kind', 'status', 'filed_year', 'ipc_section', 'ipc_class', 'holder_kind')`,
  )
  const values = new Map(
    columns.map(({ attname, vals, freqs }) => [attname, new Map((vals ?? []).map((value, at) => [value, freqs![at]!]))]),
  )
  const lexemes = values.get('bg') ?? new Map<string, number>()
  const listed = [...lexemes.values()]
  return { rows: table!.rows, lexemes, rarest: listed.length ? Math.min(...listed) : 0.01, values }
}

/** About which share of the rows fits the query. Several lexemes are taken to go together more than chance would have it. */
export function shareOfQuery(query: Query, statistics: SearchStatistics): number {
  if (query.is === 'and') {
    const shares = query.of.map((part) => shareOfQuery(part, statistics)).sort((a, b) => a - b)
    return shares.reduce((all, share, at) => all * (at === 0 ? share : Math.sqrt(share)), 1)
  }
  if (query.is === 'or')
    return Math.min(
      1,
      query.of.reduce((sum, part) => sum + shareOfQuery(part, statistics), 0),
    )
  if (query.is === 'not') return 1
  return shareOfTerm(query, statistics)
}

function shareOfTerm(term: Term, statistics: SearchStatistics): number {
  if (term.is === 'class') return shareOfLexeme(marked('class', term.class), statistics)
  if (term.is === 'number') return shareOfLexeme(numberLexeme(term.number), statistics)
  const mark = term.field === 'title' ? marks.title : ''
  const { tokens, beginnings } = cut(term.text)
  const shares = [
    ...tokens.map((token) => shareOfLexeme(mark + token, statistics)),
    ...beginnings.map((beginning) => shareOfBeginning(mark + beginning, statistics)),
  ]
  return Math.min(1, ...shares)
}

const shareOfLexeme = (lexeme: string, { lexemes, rarest }: SearchStatistics): number => lexemes.get(lexeme) ?? rarest / 2

function shareOfBeginning(beginning: string, { lexemes, rarest }: SearchStatistics): number {
  let missing = 1 - rarest
  for (const [lexeme, share] of lexemes) if (lexeme.startsWith(beginning)) missing *= 1 - share
  return 1 - missing
}

const columnOf = { county: 'county', right: 'right_kind', status: 'status', holderKind: 'holder_kind' } as const

/** About which share of the rows passes the filters, as if they had nothing to do with one another. */
export function shareOfFilters(filters: Filters, { values }: SearchStatistics): number {
  let share = 1
  for (const name of Object.keys(columnOf) as (keyof typeof columnOf)[]) {
    const chosen = filters[name]
    if (chosen !== undefined) share *= chosen === null ? 0.5 : (values.get(columnOf[name])?.get(String(chosen)) ?? 0.001)
  }
  const { yearFrom = 0, yearTo = 9999, ipc } = filters
  const years = values.get('filed_year')
  if (years && (yearFrom > 0 || yearTo < 9999)) {
    let passing = 0.001
    for (const [year, part] of years) if (Number(year) >= yearFrom && Number(year) <= yearTo) passing += part
    share *= Math.min(1, passing)
  }
  if (ipc) share *= values.get(ipc.length === 1 ? 'ipc_section' : 'ipc_class')?.get(ipc.slice(0, 3)) ?? 0.001
  return share
}
