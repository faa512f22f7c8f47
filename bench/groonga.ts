import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { corpus } from './corpus.ts'
import type { BenchQuery } from './search-queries.ts'

/**
 * groonga on the same patents and queries (bigrams with their places, titles weighted), where Debian's program is installed: a yardstick
 * beside which our own search stands, and no part of the product.
 */
export interface Groonga {
  /** The first page. */
  readonly page: (query: BenchQuery) => Promise<void>
  /** The counts of four facets. */
  readonly facets: (query: BenchQuery) => Promise<void>
  readonly close: () => Promise<void>
}

const tables = [
  'table_create Patents TABLE_NO_KEY',
  ...Object.entries({
    title: 'ShortText',
    text: 'Text',
    status: 'ShortText',
    right: 'ShortText',
    county: 'Int32',
    year: 'Int32',
    section: 'ShortText',
    day: 'Int32',
  }).map(([name, type]) => `column_create Patents ${name} COLUMN_SCALAR ${type}`),
]
const indexes = [
  'table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto',
  'column_create Terms in_title COLUMN_INDEX|WITH_POSITION Patents title',
  'column_create Terms in_text COLUMN_INDEX|WITH_POSITION Patents text',
  ...['status', 'right', 'county', 'year', 'section'].flatMap((name) => [
    `table_create By_${name} TABLE_PAT_KEY ${name === 'county' || name === 'year' ? 'Int32' : 'ShortText'}`,
    `column_create By_${name} of COLUMN_INDEX Patents ${name}`,
  ]),
]

/** Null where the program is not installed. A folder that holds so many patents already is used again. */
export async function openGroonga(folder: string, count: number): Promise<Groonga | null> {
  if (spawnSync('groonga', ['--version']).error) return null
  const path = join(folder, `groonga-${count}`, 'db')
  if (!existsSync(path)) await fill(path, count)
  const port = await freePort()
  const server = spawn('groonga', ['--protocol', 'http', '--bind-address', '127.0.0.1', '--port', String(port), '-s', path], {
    stdio: 'ignore',
  })
  const ask = async (command: string, values: Readonly<Record<string, string>>): Promise<unknown[]> => {
    const answer = await fetch(`http://127.0.0.1:${port}/d/${command}?${new URLSearchParams(values)}`)
    const [[status], body] = (await answer.json()) as [[number], unknown[]]
    if (status !== 0) throw new Error(`groonga: ${command} ${JSON.stringify(values)}`)
    return body
  }
  for (let tries = 0; ; tries++) {
    try {
      await ask('status', {})
      break
    } catch (error) {
      if (tries > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const chosen = (query: BenchQuery) => ({
    table: 'Patents',
    match_columns: 'title*8||text',
    query: query.text
      .split(/\s+/)
      .map((word) => (word === 'OR' ? word : `"${word}"`))
      .join(' '),
    ...(filterOf(query) ? { filter: filterOf(query) } : {}),
  })
  return {
    page: async (query) => {
      await ask('select', { ...chosen(query), sort_keys: '-_score,-day', limit: '20', output_columns: '_id,title,status,day' })
    },
    facets: async (query) => {
      await ask('select', { ...chosen(query), limit: '0', drilldown: 'status,right,county,year', drilldown_limit: '-1' })
    },
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill()
      await ended
    },
  }
}

function filterOf({ filters }: BenchQuery): string {
  const { status, county, yearFrom, yearTo, ipc } = filters
  return [
    status && `status == "${status}"`,
    county && `county == ${county}`,
    yearFrom && `year >= ${yearFrom}`,
    yearTo && `year <= ${yearTo}`,
    ipc && `section == "${ipc}"`,
  ]
    .filter(Boolean)
    .join(' && ')
}

async function fill(path: string, count: number): Promise<void> {
  mkdirSync(join(path, '..'), { recursive: true })
  const program = spawn('groonga', ['-n', path], { stdio: ['pipe', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => program.once('exit', resolve))
  await pipeline(Readable.from(lines(count)), program.stdin)
  await ended
}

function* lines(count: number): Generator<string> {
  yield `${tables.join('\n')}\nload --table Patents\n[\n`
  let first = true
  for (const patent of corpus(count)) {
    const row = {
      title: patent.title,
      text: [patent.title, ...patent.applicants, ...patent.inventors, patent.abstract].join('\u241f'),
      status: patent.status,
      right: patent.right,
      county: patent.county ?? 0,
      year: Number(patent.filedOn.slice(0, 4)),
      section: patent.right === 'design' ? '' : patent.classes[0]!.slice(0, 1),
      day: Number(patent.filedOn.replaceAll('-', '')),
    }
    yield `${first ? '' : ',\n'}${JSON.stringify(row)}`
    first = false
  }
  yield `\n]\n${indexes.join('\n')}\n`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
