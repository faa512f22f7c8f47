import { type Kysely, sql } from 'kysely'
import { sameName } from '#kernel/words'
import type { HolderKind, HolderRow } from '../contract.ts'
import { isUuid } from '../store/holders.ts'
import { cursorOf, readCursor } from './cursor.ts'

export interface HoldersAsked {
  readonly query?: string | undefined
  readonly kind?: HolderKind | undefined
  readonly several?: boolean
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The holders of a register by the name shown, a page at a time; a search finds them by any of their spellings. */
export async function holdersBy(
  db: Kysely<unknown>,
  region: number,
  asked: HoldersAsked,
): Promise<{ rows: HolderRow[]; next: string | null; count: number }> {
  const letters = sameName(asked.query ?? '').replace(/[^\p{L}\p{N}]+/gu, '')
  const part = letters === '' ? null : `%${letters.replace(/[\\%_]/g, '\\$&')}%`
  // Marks alone are no search, and find nothing.
  const nothing = letters === '' && (asked.query ?? '').trim() !== ''
  const found = sql`
    h.region_code = ${region} and h.names > ${asked.several ? 1 : 0} and not ${nothing}
    and (${asked.kind ?? null}::text is null or h.kind = ${asked.kind ?? null})
    and (${part}::text is null or h.id in (
      select n.holder_id from enterprises.holder_name n where n.region_code = ${region} and n.letters like ${part}))`
  const place = readCursor(asked.cursor, 2)
  const [name, id] = place && isUuid(place[1]!) ? place : [null, null]
  const { rows } = await sql<HolderRow>`
    select h.id, h.name, h.kind, h.names,
           coalesce((select json_agg(n.name order by n.id)
                     from enterprises.holder_name n
                     where n.region_code = h.region_code and n.holder_id = h.id and n.name <> h.name and n.letters like ${part}
                       and not exists (select from enterprises.holder_name s
                                       where s.region_code = h.region_code and s.name = h.name and s.letters like ${part})), '[]')
             as "foundBy"
    from enterprises.holder h
    where ${found}
      and (${name}::text is null or (h.name collate "C", h.id) > (${name}::text collate "C", ${id}::uuid))
    order by h.name collate "C", h.id
    limit ${asked.limit + 1}`.execute(db)
  const counted = await sql<{ count: number }>`select count(*) as count from enterprises.holder h where ${found}`.execute(db)
  const page = rows.slice(0, asked.limit)
  const last = page.at(-1)
  return {
    rows: page,
    next: rows.length > asked.limit && last ? cursorOf([last.name, last.id]) : null,
    count: counted.rows[0]!.count,
  }
}
