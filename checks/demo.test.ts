/** The demonstration (演示数据) is taken in like any other files: this looks at what the patent register makes of them. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoDay, demoFiles, demoPatents } from '../database/demo/index.ts'
import { meet, type Observation, type Sighting } from '../kernel/register/index.ts'
import { readPatentFile } from '../modules/patents/formats/index.ts'
import { surroundings } from '../modules/patents/reads/surroundings.ts'
import type { PatentFields } from '../modules/patents/rules/fields.ts'
import { readNumber } from '../modules/patents/rules/numbers.ts'
import { type Projection, project } from '../modules/patents/rules/project.ts'
import { patentRegister } from '../modules/patents/rules/register.ts'

const taken: unknown[] = []
let records: Projection[]
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'))
  const observations: Observation<PatentFields>[] = []
  for (const { path, sourceDay } of await demoFiles(folder)) {
    const opened = await readPatentFile(path)
    if (!opened.done) throw new Error(opened.refusal.code)
    const { format, rank, publishable, rows, unknownHeadings, missingHeadings } = opened.value
    let [read, refused] = [0, 0]
    for await (const row of rows) {
      read++
      if (!('fields' in row)) refused++
      else observations.push(observed(`${format} ${row.row}`, row.fields, { rank, day: sourceDay, publishable }))
    }
    taken.push({ format, read, refused, unknownHeadings, missingHeadings })
  }
  const around = surroundings(622900, demoDay)
  records = meet(observations).map((met) => project(met, around))
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

function observed(
  id: string,
  fields: PatentFields,
  sighting: Pick<Sighting, 'rank' | 'day' | 'publishable'>,
): Observation<PatentFields> {
  return { id, digest: id, keys: patentRegister.keysOf(fields), fields, sightings: [{ importId: 'demo', row: 1, ...sighting }] }
}

describe('the demonstration in the patent register', () => {
  test('five files are recognised, no heading is strange, five rows are spoilt', () => {
    expect(taken).toEqual([
      { format: 'cnipa-search', read: 2679, refused: 0, unknownHeadings: [], missingHeadings: [] },
      { format: 'cnipa-search', read: 3995, refused: 0, unknownHeadings: [], missingHeadings: [] },
      { format: 'cnipa-cases', read: 2217, refused: 0, unknownHeadings: [], missingHeadings: [] },
      { format: 'patsnap', read: 305, refused: 5, unknownHeadings: [], missingHeadings: [] },
      { format: 'google', read: 50, refused: 0, unknownHeadings: [], missingHeadings: [] },
    ])
  })

  test('2,683 records, 63 inventions in force on the demonstration day', () => {
    expect(records).toHaveLength(2683)
    const inForce = records.filter(({ office }) => office.right_kind === 'invention' && /^in-/.test(office.status))
    expect(inForce).toHaveLength(63)
  })

  test('what was announced is public, but for what a vendor alone says', () => {
    const secret = records.filter(({ open }) => open === null)
    expect(secret).toHaveLength(257)
    for (const { office } of secret) {
      expect(office.publication_number).toBeNull()
      expect(['pending', 'withdrawn', 'rejected']).toContain(office.status)
    }
    const columns = (one: Projection['office']) => JSON.stringify(one)
    const inside = records.filter(({ office }) => columns(office).includes('演示受让'))
    expect(inside).toHaveLength(6)
    const published = records.flatMap(({ office, open }) => (open === null ? [] : columns(open === 'same' ? office : open)))
    expect(published.filter((text) => text.includes('演示受让'))).toEqual([])
  })

  test('every right stands on the demonstration day as it was invented', () => {
    const invented = new Map(demoPatents().map((one) => [one.publication?.number ?? one.applicationNumber.slice(2), one]))
    for (const { office } of records) {
      const of = invented.get(office.publication_number ?? office.application_number!)!
      if (of.oddity !== 'number-unknown') expect(office.status, of.applicationNumber).toBe(of.status)
    }
  })

  test('a right ended on the day of the law, and grace began on the due day, not when somebody said so', () => {
    const invented = new Map(demoPatents().map((one) => [one.publication?.number ?? one.applicationNumber.slice(2), one]))
    const ends = { lapsed: 0, expired: 0, grace: 0 }
    for (const { office } of records) {
      const of = invented.get(office.publication_number ?? office.application_number!)!
      if (of.oddity === 'number-unknown' || of.oddity === 'wrong-check-digit') continue
      const [from, status] = office.status_spans.findLast(([day]) => day <= demoDay)!
      if (status === 'in-grace') ends.grace++
      // Of what was paid before 2019 only the inventions' payments are known.
      const reckoned = status === 'expired' || (status === 'lapsed' && of.right === 'invention')
      if (!reckoned) continue
      ends[status]++
      expect(from, of.applicationNumber).toBe(of.endedOn)
    }
    expect(ends).toEqual({ lapsed: 41, expired: 35, grace: 32 })
  })

  test('every number is one; three check digits are wrong and stay as printed; four numbers are unknown', () => {
    const numbers = records.map(({ office }) => office.application_number)
    expect(numbers.filter((number) => number === null)).toHaveLength(4)
    const readings = numbers.filter((number) => number !== null).map(readNumber)
    expect(readings.every(({ kind }) => kind === 'application-number')).toBe(true)
    expect(readings.filter(({ checkDigit }) => checkDigit?.valid === false)).toHaveLength(3)
  })

  test('counties, kinds of holders, and something to show in every queue', () => {
    const count = (of: (record: Projection) => string | number) => {
      const counts: Record<string, number> = {}
      for (const record of records) counts[of(record)] = (counts[of(record)] ?? 0) + 1
      return counts
    }
    expect([
      count(({ office }) => office.county ?? 'none'),
      count(({ office }) => office.holder_kind),
      count(({ place }) => (place.unclear ? 'unclear' : 'clear')),
      count(({ disputed }) => disputed.join() || 'none'),
    ]).toEqual([
      {
        622901: 869,
        622921: 243,
        622922: 206,
        622923: 569,
        622924: 235,
        622925: 197,
        622926: 158,
        622927: 103,
        none: 103,
      },
      { enterprise: 1521, individual: 1034, institute: 67, other: 27, university: 28, government: 6 },
      { clear: 2582, unclear: 101 },
      { none: 2660, applicants: 7, filedOn: 8, title: 7, applicationNumber: 1 },
    ])
  })

  test('no county is taken that was not invented', () => {
    const invented = new Map(demoPatents().map((one) => [one.publication?.number ?? one.applicationNumber.slice(2), one]))
    for (const { office, place } of records) {
      const of = invented.get(office.publication_number ?? office.application_number!)!
      if (office.county !== null) expect(office.county, of.address).toBe(of.county)
      else expect(place.unclear !== null || of.oddity === 'outside' || of.oddity === 'number-unknown', of.address).toBe(true)
    }
  })

  test('the four without a number look like the inventions they were filed with', () => {
    const named = (one: Projection) => `${one.office.filed_on} ${one.office.applicants} ${one.office.inventors}`
    const twins = records.filter(({ office }) => office.application_number === null)
    for (const twin of twins) expect(records.filter((one) => named(one) === named(twin))).toHaveLength(2)
  })
})
