import { createHmac } from 'node:crypto'

/** What an entry's hash covers: every column but the hash itself. */
export interface ChainedEntry {
  readonly region: number
  readonly n: number
  /** ISO moment in UTC with milliseconds. */
  readonly at: string
  readonly madeAt: string | null
  readonly actorId: string | null
  readonly actorName: string
  readonly roles: readonly string[]
  readonly via: string
  readonly word: string
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly requestId: string | null
  readonly detailDigest: Buffer
  readonly previous: Buffer
}

/** What the first entry of a chain stands on. */
export const ground = Buffer.alloc(32)

/** The hash of an entry: HMAC-SHA-256 over all of it, the previous hash included. */
export function entryHash(key: Buffer, entry: ChainedEntry): Buffer {
  const text = JSON.stringify([
    entry.region,
    entry.n,
    entry.at,
    entry.madeAt,
    entry.actorId,
    entry.actorName,
    entry.roles,
    entry.via,
    entry.word,
    entry.subjectKind,
    entry.subjectId,
    entry.requestId,
    entry.detailDigest.toString('hex'),
    entry.previous.toString('hex'),
  ])
  return createHmac('sha256', key).update(text).digest()
}

/** The digest by which an entry holds its words, salted so that an erased one cannot be guessed back. */
export function detailDigest(key: Buffer, salt: Buffer, detail: unknown): Buffer {
  return createHmac('sha256', key).update(salt).update(sorted(detail)).digest()
}

/** JSON with sorted members: jsonb gives members back in an order of its own. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_, member) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
