import type pg from 'pg'
import { RoaringBitmap32 } from 'roaring-wasm'
import { marks } from '#kernel/words'
import type { Projection } from '../request.ts'
import { sourceSql, versionSql } from '../source.ts'
import { Values } from '../sql.ts'
import type { Bounds } from './bounds.ts'
import { chooseKeys } from './choose-keys.ts'
import { CoveredTexts } from './covered-texts.ts'
import { type FacetColumns, FacetRows } from './facet-columns.ts'
import { RowNumbers } from './row-numbers.ts'

export interface Register {
  readonly region: number
  readonly projection: Projection
}

/** The register at one version, as sets of row numbers. */
export interface Snapshot {
  readonly version: string
  readonly rows: RowNumbers
  /** All rows. */
  readonly all: RoaringBitmap32
  /** By key, see `keys.ts`; of titles alone with `^` before the key; classes as their lexemes (`#e01b`). */
  readonly covered: ReadonlyMap<string, RoaringBitmap32>
  readonly facets: FacetColumns
}

const sampleSize = 6_000
const bundle = 500

/** Reads the register in one snapshot of PostgreSQL; null where it is too small to be worth it, or being imported into. */
export async function readSnapshot(client: pg.ClientBase, register: Register, bounds: Bounds): Promise<Snapshot | null> {
  await client.query(
    'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL enable_seqscan = on',
  )
  try {
    const values = new Values()
    const source = sourceSql(register, values)
    const { rows: counted } = await client.query<{ version: string; count: number; changing: boolean }>(
      `SELECT ${versionSql} AS version, (SELECT count(*)::integer FROM ${source}) AS count,
         EXISTS (SELECT FROM patents.import WHERE region_code = $1 AND state IN ('reading', 'undoing')) AS changing`,
      values.list,
    )
    const { version, count, changing } = counted[0]!
    if (count < bounds.fewest || changing) return null
    const { texts, titles } = await sample(client, source, values.list, count)
    const share = Math.max(bounds.share, bounds.rows / count)
    const inTexts = new CoveredTexts(chooseKeys(texts, share))
    const inTitles = new CoveredTexts(chooseKeys(titles, Math.max(bounds.titleShare, bounds.rows / count / 3)))
    const rows = new RowNumbers(count)
    const facets = new FacetRows(count)
    await client.query(
      `DECLARE register NO SCROLL CURSOR FOR
       SELECT id, sort_on::text AS day, title_norm, search_text, county::text, right_kind::text, status::text, filed_year::text, ipc_section, ipc_class, holder_kind::text
       FROM ${source} ORDER BY sort_on DESC, id DESC`,
      values.list,
    )
    for (let row = 0; row < count; ) {
      const fetched = await client.query<(string | null)[]>({ text: `FETCH ${bundle} FROM register`, rowMode: 'array' })
      for (const [id, day, title, text, ...facetValues] of fetched.rows) {
        rows.add(id!, day!)
        inTitles.take(title!, row)
        inTexts.take(text!, row)
        facets.take(facetValues, row)
        row++
      }
    }
    const covered = new Map(inTexts.finish())
    for (const [key, set] of inTitles.finish()) covered.set(marks.title + key, set)
    await client.query('CLOSE register')
    await coverClasses(client, source, values.list, rows, share, covered)
    return { version, rows, all: RoaringBitmap32.fromRange(0, count), covered, facets: facets.finish() }
  } finally {
    await client.query('ROLLBACK')
  }
}

/** Texts of rows drawn at random, from the whole register. */
async function sample(
  client: pg.ClientBase,
  source: string,
  values: unknown[],
  count: number,
): Promise<{ texts: string[]; titles: string[] }> {
  const { rows } = await client.query<[string, string]>({
    text: `SELECT search_text, title_norm FROM ${source} WHERE random() < ${Math.min(1, sampleSize / count)}`,
    values,
    rowMode: 'array',
  })
  return { texts: rows.map(([text]) => text), titles: rows.map(([, title]) => title) }
}

/** Classes stand among the lexemes only; the common ones are asked of the index one by one. */
async function coverClasses(
  client: pg.ClientBase,
  source: string,
  values: unknown[],
  rows: RowNumbers,
  share: number,
  covered: Map<string, RoaringBitmap32>,
): Promise<void> {
  const { rows: common } = await client.query<{ lexeme: string }>(
    `SELECT lexeme
     FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS listed (lexeme, share)
     WHERE schemaname = 'patents' AND tablename = 'record' AND attname = 'bg' AND lexeme LIKE '${marks.class}%' AND share >= $1`,
    [share],
  )
  for (const { lexeme } of common) {
    const { rows: found } = await client.query<{ ids: string | null }>(
      `SELECT ${idsSql} AS ids FROM ${source} WHERE bg @@ $${values.length + 1}::text::tsquery`,
      [...values, `'${lexeme}'`],
    )
    covered.set(lexeme, new RoaringBitmap32(rows.rowsOf(readIds(found[0]!.ids))!))
  }
}

/** All ids of a statement in one cell. */
export const idsSql = "encode(string_agg(uuid_send(id), ''::bytea), 'base64')"
export const readIds = (cell: string | null): Buffer => Buffer.from(cell ?? '', 'base64')
