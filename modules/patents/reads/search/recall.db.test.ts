import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasToken, searchForm } from '#kernel/words'
import { aDatabase, type TestDatabase } from '../../../../platform/database/testing/index.ts'
import { readPatentFile } from '../../formats/index.ts'
import type { PatentFields } from '../../rules/fields.ts'
import { readNumber } from '../../rules/numbers.ts'
import { facetsOf, readFilter, type SearchWire, searchPatents, searchWire } from './index.ts'
import { analyze, type TestRecord, testRegion, writeRecords } from './testing/write-records.ts'

const shared = new URL('../../../../../shared/data/patents/', import.meta.url)
const files = [
  'cnipr_25col_199.xlsx',
  'google_patents_search.csv',
  'cnki_company_lists_part1.tsv.gz',
  'qichacha_patents.json',
  'xml/st36_cn_old1.xml',
  'xml/cnipa_v2_cn_new2.xml',
].map((name) => fileURLToPath(new URL(name, shared)))
const present = files.every((file) => existsSync(file))

let database: TestDatabase<unknown>
let search: SearchWire
const records: TestRecord[] = []
/** Every searched value of every record in search form. */
let forms: string[][] = []

beforeAll(async () => {
  if (!present) return
  database = await aDatabase()
  for (const file of files) {
    const read = await readPatentFile(file)
    if (!read.done) throw new Error(read.refusal.code)
    for await (const row of read.value.rows) if ('fields' in row) records.push(recordOf(row.fields))
  }
  expect(records.length).toBeGreaterThan(12_000)
  await writeRecords(database.owner.kysely, records)
  await analyze(database.owner.kysely)
  forms = records.map((record) => fieldsOf(record).map(searchForm))
  search = searchWire(database.app.kysely)
})
afterAll(() => database?.drop())

const canonical = (number: string | undefined): string | undefined => number && (readNumber(number).canonical ?? number)

function recordOf(fields: PatentFields): TestRecord {
  const applicationNumber = canonical(fields.applicationNumber)
  const publicationNumber = canonical(fields.publications?.[0]?.number)
  return {
    title: fields.title ?? '',
    applicants: fields.applicants ?? [],
    inventors: fields.inventors ?? [],
    abstract: fields.abstract ?? '',
    ...(applicationNumber ? { applicationNumber } : {}),
    ...(publicationNumber ? { publicationNumber } : {}),
    ...(fields.filedOn ? { filedOn: fields.filedOn } : {}),
  }
}

function fieldsOf(record: TestRecord): string[] {
  const { title, applicants = [], inventors = [], abstract = '', applicationNumber = '', publicationNumber = '' } = record
  return [title, ...applicants, ...inventors, applicationNumber, publicationNumber, abstract]
}

/** Seeded, so that a failing draw comes again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** Pieces cut from the texts at random: one in two begins at a Latin letter or digit, one in six at a mark. */
function draw(count: number, seed: number): string[] {
  const roll = dice(seed)
  const pieces = new Set<string>()
  while (pieces.size < count) {
    const fields = fieldsOf(records[roll(records.length)]!).filter(Boolean)
    const characters = Array.from(fields[roll(fields.length)] ?? '')
    const wish = roll(6)
    const starts = characters.flatMap((character, at) => {
      if (wish < 3) return /[\p{Script=Latin}\p{N}]/u.test(character) ? at : []
      if (wish === 3) return /[^\p{L}\p{N}\s]/u.test(character) ? at : []
      return at
    })
    const start = starts[roll(Math.max(1, starts.length))]
    if (start === undefined) continue
    const piece = characters.slice(start, start + 1 + roll(6)).join('')
    if (hasToken(searchForm(piece))) pieces.add(piece)
  }
  return [...pieces]
}

async function count(text: string): Promise<[list: number | null, facets: number]> {
  const request = readFilter({ query: text }, testRegion, 'office')
  if (!request.done) throw new Error(`${text}: ${request.refusal.code}`)
  const [page, facets] = [await searchPatents(search, { ...request.value, limit: 10 }), await facetsOf(search, request.value)]
  if (!page.done || !facets.done) throw new Error('refused')
  return [page.value.exact ? page.value.count : null, facets.value.count]
}

const scan = (form: string): number => forms.filter((fields) => fields.some((field) => field.includes(form))).length

test.skipIf(!present)(
  'any piece of one to six characters of the real files is found as often as a full scan finds it',
  async () => {
    for (const piece of draw(400, 20260101)) {
      const expected = scan(searchForm(piece))
      const [list, facets] = await count(`"${piece.replaceAll('"', '""')}"`)
      expect([piece, facets, list ?? expected]).toEqual([piece, expected, expected])
    }
  },
)

test.skipIf(!present)('and so it is without quotes where it is one word', async () => {
  const words = draw(200, 7).filter((piece) => /^[\p{L}\p{N}\p{M}]+$/u.test(piece) && !/^(?:AND|OR|NOT)$/.test(piece))
  expect(words.length).toBeGreaterThan(80)
  for (const word of words) expect([word, (await count(word))[1]]).toEqual([word, scan(searchForm(word))])
})

test.skipIf(!present)('every number of the real files finds its record, in every printed form', async () => {
  const numbers = records.flatMap(({ applicationNumber }, n) => (applicationNumber && n % 5 === 0 ? [applicationNumber] : []))
  expect(numbers.length).toBeGreaterThan(30)
  for (const number of numbers) {
    for (const form of [number, `ZL${number}`, number.replace('.', ''), `申请号：${number.slice(0, -2)}`]) {
      const [, found] = await count(form)
      expect([form, found > 0]).toEqual([form, true])
    }
  }
})
