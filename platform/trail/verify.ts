import type { Pool, PoolClient } from 'pg'
import type { Anchor } from './anchor.ts'
import { detailDigest, entryHash, ground } from './chain.ts'
import { erasing, readEntries } from './erase.ts'

/** What a check of the whole chain found; the names are the contract of `verify-trail`. */
export interface TrailVerdict {
  readonly ok: boolean
  readonly entries: number
  /** Of these, entries whose words were lawfully erased; an entry of the chain says by whom. */
  readonly erased: number
  readonly head: string | null
  readonly firstBad: { readonly n: number; readonly why: string } | null
}

interface StoredEntry {
  n: number
  at: Date
  made_at: Date | null
  actor_id: string | null
  actor_name: string
  roles: string[]
  via: string
  word: string
  subject_kind: string | null
  subject_id: string | null
  request_id: string | null
  detail_digest: Buffer
  previous: Buffer
  hash: Buffer
  salt: Buffer | null
  detail: unknown
}

/**
 * Goes through a prefecture's chain from its first entry: every change, deletion, insertion or reordering behind the
 * product's back breaks a hash, the numbering, the head or the anchor. Reads a thousand entries at a time.
 */
export async function verifyTrail(pool: Pool, key: Buffer, region: number, anchor: Anchor | null): Promise<TrailVerdict> {
  const client = await pool.connect()
  try {
    // One snapshot: acts that are done meanwhile neither count nor disturb.
    await client.query('begin isolation level repeatable read read only')
    const verdict = await walk(client, key, region, anchor)
    await client.query('commit')
    client.release()
    return verdict
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}

async function walk(client: PoolClient, key: Buffer, region: number, anchor: Anchor | null): Promise<TrailVerdict> {
  let previous: Buffer = ground
  let n = 0
  let erased = 0
  const accounted = await erasedBy(client, region)
  const bad = (at: number, why: string): TrailVerdict => ({
    ok: false,
    entries: n,
    erased,
    head: n === 0 ? null : previous.toString('hex'),
    firstBad: { n: at, why },
  })
  const head = (
    await client.query<{ n: number; hash: Buffer }>('select n, hash from trail.head where region_code = $1', [region])
  ).rows[0]
  for (;;) {
    const { rows } = await client.query<StoredEntry>(
      `select n, at, made_at, actor_id, actor_name, roles, via, word, subject_kind, subject_id, request_id,
              detail_digest, previous, hash, salt, detail
       from trail.entry
       left join trail.detail using (region_code, n)
       where region_code = $1 and n > $2
       order by n
       limit 1000`,
      [region, n],
    )
    for (const row of rows) {
      if (row.n !== n + 1) return bad(n + 1, '此条日志缺失')
      if (!row.previous.equals(previous)) return bad(row.n, '与前一条日志不衔接')
      if (!hashOf(key, region, row).equals(row.hash)) return bad(row.n, '内容与校验值不符')
      if (row.salt === null) {
        if (!((accounted.get(row.n) ?? 0) > row.n)) return bad(row.n, '日志正文缺失')
        erased++
      } else if (!detailDigest(key, row.salt, row.detail).equals(row.detail_digest)) return bad(row.n, '正文与校验值不符')
      if (anchor?.n === row.n && anchor.hash !== row.hash.toString('hex')) return bad(row.n, '与库外留存的校验值不符')
      previous = row.hash
      n = row.n
    }
    if (rows.length < 1000) break
  }
  if (anchor && anchor.n > n) return bad(n + 1, `库外留存显示应有${anchor.n}条，末尾日志缺失`)
  if ((head?.n ?? 0) > n) return bad(n + 1, `链头显示应有${head!.n}条，末尾日志缺失`)
  if (head && (head.n < n || !head.hash.equals(previous))) return bad(n, '链头与最后一条日志不符')
  return { ok: true, entries: n, erased, head: n === 0 ? null : previous.toString('hex'), firstBad: null }
}

/** More than any act erases: a text that names more is none of ours, and must not keep the check busy for ever. */
const mostAtOnce = 100_000

/** Which entry accounts for the erased words of which; the walk proves these entries like all others. */
async function erasedBy(client: PoolClient, region: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ n: number; entries: string }>(
    'select n, subject_id as entries from trail.entry where region_code = $1 and word = $2 and subject_kind = $3 order by n',
    [region, erasing.word, erasing.kind],
  )
  return new Map(rows.flatMap(({ n, entries }) => (readEntries(entries, mostAtOnce) ?? []).map((one) => [one, n])))
}

function hashOf(key: Buffer, region: number, row: StoredEntry): Buffer {
  return entryHash(key, {
    region,
    n: row.n,
    at: row.at.toISOString(),
    madeAt: row.made_at?.toISOString() ?? null,
    actorId: row.actor_id,
    actorName: row.actor_name,
    roles: row.roles,
    via: row.via,
    word: row.word,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    requestId: row.request_id,
    detailDigest: row.detail_digest,
    previous: row.previous,
  })
}
