import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type ListLine, listOf, type NumberList, packEnds, packNumbers } from '#kernel/packed-list'
import type { PlainDate } from '#kernel/time'
import type { Wire } from '#platform/database'
import { type Licence, licencesOf } from '../../rules/licences.ts'
import { applicationBody } from '../../rules/numbers.ts'
import { lineOf } from '../../rules/pocket/line.ts'
import { type PocketRecord, recordEntry } from '../../rules/pocket/record.ts'
import { nameSeparator } from '../../rules/project.ts'
import { loadRecords } from '../record/load-record.ts'
import { countRights, type ScannedRight, scanRights } from './scan.ts'

/** The register as phones carry it (随身台账), made for one day. */
export interface PocketCopy {
  readonly asOf: PlainDate
  readonly madeAt: Date
  /** SHA-256 of both parts of the list, hexadecimal. */
  readonly listVersion: string
  readonly list: NumberList
  readonly numbers: Uint8Array
  readonly ends: Uint8Array
  /** SHA-256 of the records, hexadecimal. */
  readonly recordsVersion: string
  readonly recordCount: number
  /** How many could not be taken along whole; the list knows them. */
  readonly recordsLeft: number
  /** JSON arrays of records, gzipped. */
  readonly pieces: readonly Buffer[]
}

/** A register of this size is carried whole; of a larger one, what stands with the prefecture's counties. */
const wholeRegister = 20_000
const mostRecords = 60_000
const pieceSize = 500
const foldedAtOnce = 200
const packed = promisify(gzip)

/** Makes the copy out of the register as it is. */
export async function makeCopy(wire: Pick<Wire<unknown>, 'pool'>, region: number, asOf: PlainDate): Promise<PocketCopy> {
  const lines = new Map<number, ListLine>()
  const records: PocketRecord[] = []
  const everything = (await countRights(wire, region)) <= wholeRegister
  for await (const rights of scanRights(wire, { region, today: asOf, everything })) {
    const named = await namedPersons(wire, region, rights)
    for (const right of rights) {
      const body = applicationBody(right.number)
      if (body === null) continue
      const record = recordOf(right, body, named.get(right.id))
      lines.set(Number(body), lineOf(body, recordEntry(record), asOf))
      if (right.whole && records.length < mostRecords) records.push(record)
    }
  }
  records.sort((a, b) => (a.body < b.body ? -1 : 1))
  const list = listOf(lines.values())
  const [numbers, ends] = [packNumbers(list), packEnds(list)]
  const texts = Array.from({ length: Math.ceil(records.length / pieceSize) }, (_, at) =>
    Buffer.from(JSON.stringify(records.slice(at * pieceSize, (at + 1) * pieceSize))),
  )
  return {
    asOf,
    madeAt: new Date(),
    listVersion: digestOf(numbers, ends),
    list,
    numbers,
    ends,
    recordsVersion: digestOf(...texts),
    recordCount: records.length,
    recordsLeft: lines.size - records.length,
    pieces: await Promise.all(texts.map((text) => packed(text))),
  }
}

function recordOf(right: ScannedRight, body: string, named: NamedPersons | undefined): PocketRecord {
  const { publication, title, right: kind, county, filedOn, grantedOn, spans, asOf } = right
  const applicants = right.applicants === '' ? [] : right.applicants.split(nameSeparator)
  const holders = named?.holders ?? applicants
  const licences = named?.licences ?? []
  return { body, publication, title, holders, licences, right: kind, county, filedOn, grantedOn, spans, asOf }
}

interface NamedPersons {
  /** Null where no source names them apart from the applicants. */
  readonly holders: readonly string[] | null
  readonly licences: readonly Licence[]
}

/** Who holds and who may use the rights whose sources name them: a right that changed hands is no longer its applicant's. */
async function namedPersons(
  { pool }: Pick<Wire<unknown>, 'pool'>,
  region: number,
  rights: readonly ScannedRight[],
): Promise<Map<string, NamedPersons>> {
  const named = rights.filter((right) => right.named).map((right) => right.id)
  const persons = new Map<string, NamedPersons>()
  for (let at = 0; at < named.length; at += foldedAtOnce)
    for (const { id, folded, observations } of await loadRecords(pool, region, named.slice(at, at + foldedAtOnce)))
      persons.set(id, {
        holders: (folded.holders?.value as readonly string[] | undefined) ?? null,
        licences: licencesOf(observations.map((one) => one.fields)),
      })
  return persons
}

function digestOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
