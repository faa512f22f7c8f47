import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type ListLine, listOf, type NumberList, packEnds, packNumbers } from '#kernel/packed-list'
import type { PlainDate } from '#kernel/time'
import type { Wire } from '#platform/database'
import { applicationBody } from '../../rules/numbers.ts'
import { lineOf } from '../../rules/pocket/line.ts'
import type { PocketRecord } from '../../rules/pocket/record.ts'
import { nameSeparator } from '../../rules/project.ts'
import { type ScannedRight, scanRights } from './scan.ts'

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
const packed = promisify(gzip)

/** Makes the copy out of the register as it is. */
export async function makeCopy(wire: Pick<Wire<unknown>, 'pool'>, region: number, asOf: PlainDate): Promise<PocketCopy> {
  const lines = new Map<number, ListLine>()
  const own: PocketRecord[] = []
  const others: PocketRecord[] = []
  let count = 0
  for await (const rights of scanRights(wire, region))
    for (const right of rights) {
      const body = applicationBody(right.number)
      if (body === null) continue
      const line = lineOf({ body, spans: right.spans.map(([from, status, because]) => ({ from, status, because })) }, asOf)
      lines.set(line.key, line)
      count++
      if (right.county !== null) own.push(recordOf(right, body))
      else if (others.length < wholeRegister) others.push(recordOf(right, body))
    }
  const records = (count <= wholeRegister ? [...own, ...others] : own)
    .sort((a, b) => (a.body < b.body ? -1 : 1))
    .slice(0, mostRecords)
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

function recordOf(right: ScannedRight, body: string): PocketRecord {
  return {
    body,
    publication: right.publication,
    title: right.title,
    holders: right.applicants === '' ? [] : right.applicants.split(nameSeparator),
    right: right.right,
    county: right.county,
    filedOn: right.filedOn,
    grantedOn: right.grantedOn,
    spans: right.spans,
    endAnnouncedOn: null,
  }
}

function digestOf(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}
