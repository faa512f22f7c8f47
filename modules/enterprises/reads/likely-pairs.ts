import { type Kysely, sql } from 'kysely'
import type { Likely } from '../contract.ts'
import { isUuid } from '../store/holders.ts'
import { openPairCount, openPairs, type PairRow, pairBy } from '../store/likely.ts'
import { nameSentence } from '../words.ts'
import { cursorOf, readCursor } from './cursor.ts'

/** The queue 名称疑似相同, a page at a time. */
export async function likelyPairs(
  db: Kysely<unknown>,
  region: number,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: Likely[]; next: string | null; count: number }> {
  const place = readCursor(cursor, 1)?.[0]
  const found = await openPairs(db, region, { after: place && isUuid(place) ? place : null, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: await shown(db, region, page),
    next: found.length > limit && last ? cursorOf([last.id]) : null,
    count: await openPairCount(db, region),
  }
}

/** One pair, decided or not; null where there is none. */
export async function likelyPair(db: Kysely<unknown>, region: number, id: string): Promise<Likely | null> {
  const found = await pairBy(db, region, id)
  return found ? ((await shown(db, region, [found]))[0] ?? null) : null
}

interface SideRow {
  pair: string
  id: string
  name: string
  kind: Likely['sides'][number]['kind']
  names: string[]
  version: number
}

/** Pairs with the two holders as they are now; one side where they were joined. */
async function shown(db: Kysely<unknown>, region: number, pairs: readonly PairRow[]): Promise<Likely[]> {
  const { rows } = await sql<SideRow>`
    select l.id as pair, h.id, h.name, h.kind,
           (select json_agg(n.name order by n.name <> h.name, n.id)
            from enterprises.holder_name n
            where n.region_code = h.region_code and n.holder_id = h.id) as names,
           coalesce((select max(e.n) from trail.entry e
                     where e.region_code = l.region_code and e.subject_kind = 'holder'
                       and e.subject_id in (h.id::text, d.from_holder::text, d.to_holder::text)), 0) as version
    from enterprises.likely l
    left join enterprises.decision d on d.region_code = l.region_code and d.id = l.decision_id
    join enterprises.holder h on h.region_code = l.region_code and h.id in (l.one_holder, l.other_holder)
    where l.region_code = ${region} and l.id = any(${pairs.map(({ id }) => id)})
    order by l.id, h.id = l.other_holder`.execute(db)
  return pairs.map(({ id, reason, decision, decisionId }) => {
    const sides = rows.filter((row) => row.pair === id)
    return {
      id,
      version: String(Math.max(0, ...sides.map((side) => Number(side.version)))),
      why: nameSentence(reason),
      sides: sides.map(({ id: holder, name, kind, names }) => ({ id: holder, name, kind, names: names ?? [] })),
      decision,
      decisionId,
    }
  })
}
