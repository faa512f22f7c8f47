import { type Kysely, sql } from 'kysely'
import type { z } from 'zod'
import { done, type Outcome, refuse } from '#kernel/outcome'
import { nextActs } from '#kernel/procedure'
import type { Check, CheckQuery, CheckRow, Screenshot } from '../contract.ts'
import { type CheckState, worklistProcedure } from '../rules/worklist-procedure.ts'
import { checkBy, isUuid, type KeptCheck, type KeptVerification, verificationsOf } from '../store/checks.ts'
import { type KeptPicture, pictureWire, registerWire, rowWire, verificationWire } from './wire.ts'

/** Whether a deed of the worklist is open to who asks, beside what the procedure says. */
export type MayDo = (act: 'verify' | 'correct' | 'waive', county: number | null) => Promise<boolean>

/** One check with its evidence, what the national source said of it, and what may be done. Refuses check-unknown. */
export async function oneCheck(
  db: Kysely<unknown>,
  region: number,
  id: string,
  who: { readonly id: string; readonly may: MayDo },
): Promise<Outcome<Check, { code: 'check-unknown' }>> {
  const found = await checkBy(db, region, id)
  if (!found.done) return found
  const kept = found.value
  const verifications = await verificationsOf(db, region, id)
  const pictures = await screenshotsOf(db, region, id)
  const last = verifications.at(-1)
  const cited = new Set(verifications.map((one) => one.screenshotId))
  return done({
    ...rowWire(kept, last?.answer.outcome ?? null),
    version: String(kept.version),
    asked: { ...kept.asked },
    note: kept.note,
    answer: kept.answer,
    register: registerWire(kept.register),
    registerVersion: kept.registerVersion,
    registerAsOf: kept.registerAsOf,
    arrivedAt: kept.arrivedAt.toISOString(),
    verifications: verifications
      .map((one) => verificationWire(one, pictures.find(({ id }) => id === one.screenshotId) ?? null))
      .reverse(),
    from: kept.from,
    pictures: pictures.filter((one) => !cited.has(one.id)).map(pictureWire),
    acts: kept.state === 'settled' ? [] : await openActs(kept, verifications, who),
  })
}

async function openActs(
  kept: KeptCheck,
  verifications: readonly KeptVerification[],
  who: { readonly id: string; readonly may: MayDo },
): Promise<Check['acts']> {
  const before = verifications.map((one) => ({ act: 'verify' as const, by: one.by }))
  const acts: Check['acts'] = []
  for (const { act, label, refusal } of nextActs(worklistProcedure, kept.state as CheckState, who.id, before)) {
    if (!(await who.may(act, kept.county))) continue
    acts.push({ act, label, why: refusal === null ? null : '补录人不得更正本人补录的结果，请由其他人员更正。' })
  }
  return acts
}

/** All pictures of a check, in the order in which they came. */
async function screenshotsOf(db: Kysely<unknown>, region: number, check: string): Promise<KeptPicture[]> {
  const { rows } = await sql<KeptPicture>`
    select id, kind, file_name as "fileName", size, taken_at as "takenAt", kept_at as at, kept_name as by
    from mark_checks.screenshot
    where region_code = ${region} and check_id = ${check}
    order by id`.execute(db)
  return rows
}

type Listed = Pick<KeptCheck, 'id' | 'state' | 'asked' | 'canonical' | 'outcome' | 'answer' | 'county' | 'byName' | 'madeAt'> & {
  readonly verified: CheckRow['verifiedOutcome']
  readonly sentence: string
}

/** The checks that fit, a page at a time: the latest first, or, as the worklist is worked off, the oldest. Refuses not-a-cursor. */
export async function checksPage(
  db: Kysely<unknown>,
  region: number,
  asked: z.output<typeof CheckQuery>,
): Promise<Outcome<{ rows: CheckRow[]; next: string | null; count: number }, { code: 'not-a-cursor' }>> {
  const { cursor, limit, order = 'newest' } = asked
  if (cursor !== undefined && !isUuid(cursor)) return refuse({ code: 'not-a-cursor' })
  const like = asked.query === undefined ? null : `%${asked.query.replace(/[\\%_]/g, '\\$&')}%`
  const fits = sql`
    c.region_code = ${region}
    and (${asked.state ?? null}::text is null or c.state = ${asked.state ?? null})
    and (${asked.outcome ?? null}::text is null or c.outcome = ${asked.outcome ?? null})
    and (${asked.county ?? null}::text is null
         or case when ${asked.county ?? null} = 'none' then c.county is null else c.county::text = ${asked.county ?? null} end)
    and (${asked.from ?? null}::date is null or c.made_at >= (${asked.from ?? null}::date)::timestamp at time zone 'Asia/Shanghai')
    and (${asked.to ?? null}::date is null or c.made_at < (${asked.to ?? null}::date + 1)::timestamp at time zone 'Asia/Shanghai')
    and (${like}::text is null or c.canonical ilike ${like} or c.asked->>'text' ilike ${like})`
  const after = cursor === undefined ? sql`` : order === 'newest' ? sql`and c.id < ${cursor}` : sql`and c.id > ${cursor}`
  const { rows } = await sql<Listed>`
    select c.id, c.state, c.asked, c.canonical, c.outcome, c.answer, c.county, c.checked_name as "byName", c.made_at as "madeAt",
           v.answer->>'outcome' as verified, coalesce(v.answer->>'sentence', c.answer->>'sentence') as sentence
    from mark_checks.check c
    left join lateral (
      select answer from mark_checks.verification
      where region_code = c.region_code and check_id = c.id
      order by id desc
      limit 1) v on true
    where ${fits} ${after}
    order by c.id ${order === 'newest' ? sql`desc` : sql`asc`}
    limit ${limit + 1}`.execute(db)
  const counted = await sql<{ n: number }>`select count(*)::integer as n from mark_checks.check c where ${fits}`.execute(db)
  const page = rows.slice(0, limit)
  return done({
    rows: page.map((row) => rowWire(row, row.verified, row.sentence)),
    next: rows.length > limit ? page.at(-1)!.id : null,
    count: counted.rows[0]!.n,
  })
}

/** Where a screenshot lies in the store. Refuses screenshot-unknown. */
export async function screenshotBy(
  db: Kysely<unknown>,
  region: number,
  id: string,
): Promise<Outcome<{ readonly digest: string; readonly kind: Screenshot['kind'] }, { code: 'screenshot-unknown' }>> {
  if (!isUuid(id)) return refuse({ code: 'screenshot-unknown' })
  const { rows } = await sql<{ digest: string; kind: Screenshot['kind'] }>`
    select encode(digest, 'hex') as digest, kind
    from mark_checks.screenshot
    where region_code = ${region} and id = ${id}`.execute(db)
  return rows[0] ? done(rows[0]) : refuse({ code: 'screenshot-unknown' })
}
