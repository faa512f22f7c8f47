import { applicationBody, publicationKey, readNumber } from '../../rules/numbers.ts'
import { misprintOf } from '../../rules/numbers-misprint.ts'
import type { RegisterClient } from '../../store/client.ts'

const kindLetters = [...'ABCDSUY'].flatMap((letter) => ['', ...'123456789'].map((digit) => letter + digit))

/**
 * The record that a printed number means, or that bears this id: an application, patent or publication number in any form
 * (`readNumber`), with or without prefix, check digit or kind letter. A wrong check digit finds only a record that was
 * printed with that very digit. Null where there is none.
 */
export async function findRecord(client: RegisterClient, region: number, text: string): Promise<string | null> {
  const asked = text.trim()
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(asked)) return byId(client, region, asked)
  return (
    (await byKey(client, region, keysAsked(asked))) ??
    (await byPrint(client, region, asked)) ??
    (await byMisprint(client, region, asked))
  )
}

/** A record's id, or that of one of its observations: what was joined with another is still found by what it was. */
async function byId(client: RegisterClient, region: number, id: string): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select id from patents.record where region_code = $1 and id = $2
     union all
     select r.id
     from patents.observation o
     join patents.record r on r.region_code = o.region_code and r.id = o.record_id
     where o.region_code = $1 and o.id = $2
     limit 1`,
    [region, id],
  )
  return rows[0]?.id ?? null
}

/** The keys a text may stand for, the likeliest first. */
export function keysAsked(text: string): string[] {
  const body = applicationBody(text)
  const publication = publicationKey(text)
  const { kind, canonical } = readNumber(text)
  // Without its kind letter a publication number stands for any document of the application.
  const bare =
    kind === 'publication-number' && /^CN\d+$/.test(canonical!) ? kindLetters.map((letter) => `P${canonical}${letter}`) : []
  return [...(body === null ? [] : [`A${body}`]), ...(publication === null ? [] : [`P${publication}`]), ...bare]
}

async function byKey(client: RegisterClient, region: number, keys: readonly string[]): Promise<string | null> {
  if (keys.length === 0) return null
  const { rows } = await client.query<{ id: string }>(
    `select r.id
     from patents.record_key k
     join patents.record r on r.region_code = k.region_code and r.id = k.record_id
     where k.region_code = $1 and k.key = any($2::text[])
     order by array_position($2::text[], k.key)
     limit 1`,
    [region, keys],
  )
  return rows[0]?.id ?? null
}

/** Numbers that identify nothing stand in the record as they were printed. */
async function byPrint(client: RegisterClient, region: number, text: string): Promise<string | null> {
  const canonical = readNumber(text).canonical?.replace(/^ZL/, '')
  const { rows } = await client.query<{ id: string }>(
    `select id
     from patents.record
     where region_code = $1 and (application_number = any($2::text[]) or publication_number = any($2::text[]))
     order by sort_on desc, id
     limit 1`,
    [region, [text, ...(canonical === undefined ? [] : [canonical])]],
  )
  return rows[0]?.id ?? null
}

/** A wrong number that was corrected since still leads to its record. */
async function byMisprint(client: RegisterClient, region: number, text: string): Promise<string | null> {
  const misprint = misprintOf(text)
  if (misprint === null) return null
  const { rows } = await client.query<{ id: string }>(
    `select r.id
     from patents.record_key k
     join patents.record r on r.region_code = k.region_code and r.id = k.record_id
     where k.region_code = $1 and starts_with(k.key, $2)
     order by r.sort_on desc, r.id
     limit 1`,
    [region, `W${misprint} `],
  )
  return rows[0]?.id ?? null
}
