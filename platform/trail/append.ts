import { randomBytes } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { detailDigest, entryHash, ground } from './chain.ts'

/** Whose hand it was. */
export interface TrailActor {
  /** Null for the product itself and for who is not signed in. */
  readonly id: string | null
  readonly name: string
  /** The roles under which it was allowed. */
  readonly roles: readonly string[]
  /** office, command-line, job, portal, field. */
  readonly via: string
}

/** One act to be written down. */
export interface TrailLine {
  readonly region: number
  readonly at: Date
  /** When it was done, where it was done earlier than it arrived. */
  readonly madeAt?: Date | undefined
  readonly actor: TrailActor
  readonly word: string
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string } | null
  readonly requestId: string | null
  /** What was done, in plain Chinese. */
  readonly sentence: string
  /** What else is worth keeping; erasable with the sentence. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Writes one entry at the end of the prefecture's chain, in the act's own transaction; the chain is locked from here to
 * the commit, so this is the last thing an act does. Returns the entry's place and hash.
 */
export async function append(
  tx: Transaction<unknown>,
  key: Buffer,
  line: TrailLine,
): Promise<{ readonly n: number; readonly hash: Buffer }> {
  const head = await lockHead(tx, line.region)
  const salt = randomBytes(16)
  const detail = JSON.parse(
    JSON.stringify({ sentence: line.sentence, subject: line.subject?.label ?? null, facts: line.facts ?? null }),
  ) as unknown
  const entry = {
    region: line.region,
    n: head.n + 1,
    at: line.at.toISOString(),
    madeAt: line.madeAt?.toISOString() ?? null,
    actorId: line.actor.id,
    actorName: line.actor.name,
    roles: line.actor.roles,
    via: line.actor.via,
    word: line.word,
    subjectKind: line.subject?.kind ?? null,
    subjectId: line.subject?.id ?? null,
    requestId: line.requestId,
    detailDigest: detailDigest(key, salt, detail),
    previous: head.hash,
  }
  const hash = entryHash(key, entry)
  await sql`
    insert into trail.entry
      (region_code, n, at, made_at, actor_id, actor_name, roles, via, word, subject_kind, subject_id, request_id,
       detail_digest, previous, hash)
    values
      (${entry.region}, ${entry.n}, ${entry.at}, ${entry.madeAt}, ${entry.actorId}, ${entry.actorName}, ${entry.roles},
       ${entry.via}, ${entry.word}, ${entry.subjectKind}, ${entry.subjectId}, ${entry.requestId},
       ${entry.detailDigest}, ${entry.previous}, ${hash})`.execute(tx)
  await sql`
    insert into trail.detail (region_code, n, salt, detail)
    values (${entry.region}, ${entry.n}, ${salt}, ${JSON.stringify(detail)})`.execute(tx)
  await sql`update trail.head set n = ${entry.n}, hash = ${hash} where region_code = ${entry.region}`.execute(tx)
  return { n: entry.n, hash }
}

async function lockHead(tx: Transaction<unknown>, region: number): Promise<{ n: number; hash: Buffer }> {
  const locked = () =>
    sql<{ n: number; hash: Buffer }>`select n, hash from trail.head where region_code = ${region} for update`.execute(tx)
  const { rows } = await locked()
  if (rows[0]) return rows[0]
  await sql`insert into trail.head (region_code, n, hash) values (${region}, 0, ${ground}) on conflict do nothing`.execute(tx)
  return (await locked()).rows[0]!
}

/** The place of the last entry on a subject, 0 where there is none: the version a person looked at. */
export async function lastEntryOf(
  tx: Transaction<unknown>,
  region: number,
  subject: { readonly kind: string; readonly id: string },
): Promise<number> {
  const { rows } = await sql<{ n: number | null }>`
    select max(n) as n
    from trail.entry
    where region_code = ${region} and subject_kind = ${subject.kind} and subject_id = ${subject.id}`.execute(tx)
  return rows[0]?.n ?? 0
}
