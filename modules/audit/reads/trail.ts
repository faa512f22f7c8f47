import { type Kysely, sql } from 'kysely'
import type { TrailEntry } from '../contract.ts'

export interface TrailAsked {
  readonly actor?: string | undefined
  readonly word?: string | undefined
  /** What the words contain. */
  readonly text?: string | undefined
  /** First and last day in Asia/Shanghai. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `kind:id`. */
  readonly subject?: string | undefined
  /** Entries before this place in the chain. */
  readonly before?: number | undefined
  readonly limit: number
}

interface EntryRow {
  n: number
  at: Date
  actor_id: string | null
  actor_name: string
  via: string
  word: string
  subject_kind: string | null
  subject_id: string | null
  request_id: string | null
  hash: Buffer
  detail: { sentence: string; subject: string | null } | null
}

/** The trail (操作日志), the latest first, a page at a time. `labelOf` gives an act's name. */
export async function trailEntries(
  db: Kysely<unknown>,
  region: number,
  asked: TrailAsked,
  labelOf: (word: string) => string,
): Promise<{ rows: TrailEntry[]; next: string | null }> {
  const colon = asked.subject?.indexOf(':') ?? -1
  const [kind, id] = colon > 0 ? [asked.subject!.slice(0, colon), asked.subject!.slice(colon + 1)] : [null, null]
  const { rows } = await sql<EntryRow>`
    select n, at, actor_id, actor_name, via, word, subject_kind, subject_id, request_id, hash, detail
    from trail.entry
    left join trail.detail using (region_code, n)
    where region_code = ${region}
      and (${asked.actor ?? null}::text is null or actor_id = ${asked.actor ?? null})
      and (${asked.word ?? null}::text is null or word = ${asked.word ?? null})
      and (${asked.text || null}::text is null or strpos(lower(detail->>'sentence' || ' ' || coalesce(detail->>'subject', '')), lower(${asked.text ?? ''})) > 0)
      and (${asked.from ?? null}::date is null or at >= (${asked.from ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
      and (${asked.to ?? null}::date is null or at < (${asked.to ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')
      and (${kind}::text is null or (subject_kind = ${kind} and subject_id = ${id}))
      and (${asked.before ?? null}::bigint is null or n < ${asked.before ?? null})
    order by n desc
    limit ${asked.limit + 1}`.execute(db)
  const page = rows.slice(0, asked.limit)
  return {
    rows: page.map((row) => ({
      n: row.n,
      at: row.at.toISOString(),
      actor: { id: row.actor_id, name: row.actor_name },
      via: row.via,
      word: row.word,
      wordLabel: labelOf(row.word),
      sentence: row.detail?.sentence ?? '（明细已依法删除）',
      subject:
        row.subject_kind === null
          ? null
          : { kind: row.subject_kind, id: row.subject_id!, label: row.detail?.subject ?? row.subject_id! },
      hash: row.hash.toString('hex'),
      requestId: row.request_id,
    })),
    next: rows.length > asked.limit ? String(page.at(-1)!.n) : null,
  }
}

/** Who stands in the trail, for the filter. */
export async function trailActors(db: Kysely<unknown>, region: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct on (actor_id) actor_id as id, actor_name as name
    from trail.entry
    where region_code = ${region} and actor_id is not null
    order by actor_id, n desc
    limit 500`.execute(db)
  return rows
}
