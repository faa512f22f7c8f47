import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { searchColumns } from '../modules/patents/rules/search-columns.ts'
import { type CorpusPatent, corpus } from './corpus.ts'

export const benchRegion = 622900

const columns =
  'region_code, id, application_number, publication_number, right_kind, title, title_norm, applicants, applicants_norm, inventors, ' +
  'inventors_norm, numbers, main_ipc, ipc_section, ipc_class, county, holder_kind, status, filed_on, filed_year, sort_on, public_form, ' +
  'abstract, search_text, bg, tok_version'

/**
 * Copies the invented patents into an empty register and makes the index of lexemes afterwards. Needs the owner's connection.
 * What remains when the text is tokenised, copied and indexed and nothing else is done is the floor of every import.
 */
export async function loadCorpus(client: pg.ClientBase, count: number, onRows: (done: number) => void = () => {}): Promise<void> {
  await client.query('DROP INDEX IF EXISTS patents.record_bg')
  await pipeline(Readable.from(chunks(count, onRows)), client.query(copyFrom(`COPY patents.record (${columns}) FROM STDIN`)))
  await client.query('CREATE INDEX record_bg ON patents.record USING gin (bg)')
  await client.query('VACUUM (ANALYZE) patents.record')
  await client.query(
    'INSERT INTO patents.data_version VALUES ($1, 1) ON CONFLICT (region_code) DO UPDATE SET version = data_version.version + 1',
    [benchRegion],
  )
}

function* chunks(count: number, onRows: (done: number) => void): Generator<string> {
  let [chunk, done] = ['', 0]
  for (const patent of corpus(count)) {
    chunk += line(patent, done)
    if (++done % 1000 === 0) {
      yield chunk
      chunk = ''
      onRows(done)
    }
  }
  yield chunk
}

function line(patent: CorpusPatent, n: number): string {
  const { titles, ...searched } = {
    titles: [patent.title],
    numbers: [patent.applicationNumber, patent.publicationNumber],
    ...patent,
  }
  const search = searchColumns({ titles, ...searched })
  const main = patent.right === 'design' ? null : patent.classes[0]!
  const cells = [
    benchRegion,
    idOf(n),
    patent.applicationNumber,
    patent.publicationNumber,
    patent.right,
    patent.title,
    search.title_norm,
    patent.applicants.join('；'),
    search.applicants_norm,
    patent.inventors.join('；'),
    search.inventors_norm,
    search.numbers,
    main,
    main?.slice(0, 1) ?? null,
    main?.slice(0, 3) ?? null,
    patent.county,
    patent.holderKind,
    patent.status,
    patent.filedOn,
    patent.filedOn.slice(0, 4),
    patent.filedOn,
    'same',
    patent.abstract,
    search.search_text,
    search.bg,
    search.tok_version,
  ]
  return `${cells.map(cell).join('\t')}\n`
}

function idOf(n: number): string {
  return createHash('md5')
    .update(String(n))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const cell = (value: string | number | null): string =>
  value === null
    ? '\\N'
    : typeof value === 'number'
      ? String(value)
      : value.replace(/[\\\t\n\r]/g, (character) => escapes[character]!)
