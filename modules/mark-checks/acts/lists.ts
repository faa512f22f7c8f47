import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { type ActContext, defineAct } from '#platform/acts'
import { addJob } from '#platform/jobs'
import { outcomeNames } from '../rules/outcome-names.ts'
import { pastedRows } from '../rules/read-list.ts'
import { listBy } from '../store/lists.ts'

export const part = '标识核验'

/** More rows than this are a register, not a list of goods. */
export const mostListRows = 100_000

/** A pasted list is kept as the rows it is made of until the job has read it. */
const mostPasted = 20_000

/** In whose name: of a county, or null of the prefecture. */
export const place = z.object({ county: z.string().max(6).nullable().default(null) })
export const placeOf = async (_: ActContext, { county }: { county: string | null }) => (county === null ? null : Number(county))

/** 批量核验: a list, uploaded into the store already or pasted; a job checks it at once. Refuses list-empty, list-too-long. */
export const checkList = defineAct({
  word: 'mark-checks.check-list',
  label: '批量核验',
  part,
  input: place.extend({
    name: z.string().trim().min(1).max(255),
    source: z.union([
      z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().positive() }),
      z.object({ pasted: z.string().max(2_000_000) }),
    ]),
  }),
  place: placeOf,
  run: async ({ tx, region, actor, now }, { name, source }) => {
    const pasted = 'pasted' in source ? pastedRows(source.pasted) : null
    if (pasted?.length === 0) return refuse({ code: 'list-empty' })
    if (pasted !== null && pasted.length > mostPasted) return refuse({ code: 'list-too-long', most: mostPasted })
    const id = uuidv7()
    const digest = 'digest' in source ? source.digest : null
    if ('digest' in source)
      await sql`
        insert into platform.stored_file (digest, size) values (decode(${source.digest}, 'hex'), ${source.size}) on conflict do nothing`.execute(
        tx,
      )
    await sql`
      insert into mark_checks.list (region_code, id, name, state, file_digest, rows_total, asked_at, asked_by, asked_name)
      values (${region}, ${id}, ${name}, 'checking', decode(${digest}, 'hex'), ${pasted?.length ?? null}, ${now},
              ${actor.id ?? actor.via}, ${actor.name})`.execute(tx)
    await addJob(tx, 'mark-checks.check-list', { region, id, pasted: 'pasted' in source ? source.pasted : null }, `marks ${id}`)
    return done({
      reply: { id },
      subject: { kind: 'mark-list', id, label: name },
      sentence: `批量核验“${name}”${pasted === null ? '' : `，共${pasted.length}行`}`,
    })
  },
})

/** The marks that the job makes at its finish. Done by the product; nobody else is asked. */
export const settleList = defineAct({
  word: 'mark-checks.settle-list',
  label: '完成批量核验',
  part,
  input: z.object({ id: z.string().max(64), failure: z.string().max(500).nullable() }),
  run: async (context, { id, failure }) => {
    const { tx, region, now } = context
    const found = await listBy(tx, region, id)
    if (!found.done) return found
    const { rows } = await sql<{ outcome: string; n: number }>`
      select coalesce(outcome, 'problem') as outcome, count(*)::integer as n
      from mark_checks.list_row
      where region_code = ${region} and list_id = ${id}
      group by 1`.execute(tx)
    const counts = Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))
    await sql`
      update mark_checks.list
      set state = ${failure === null ? 'finished' : 'failed'}, failure = ${failure}, counts = ${JSON.stringify(counts)}, finished_at = ${now},
          rows_total = rows_done
      where region_code = ${region} and id = ${id}`.execute(tx)
    await context.announce({ fact: 'mark-list-moved', id, state: failure === null ? 'finished' : 'failed' })
    const said = rows
      .map(({ outcome, n }) => `${outcomeNames[outcome as keyof typeof outcomeNames] ?? '未能核验'}${n}行`)
      .join('，')
    return done({
      reply: { id },
      subject: { kind: 'mark-list', id, label: found.value.name },
      sentence: failure === null ? `“${found.value.name}”核验完成：${said}` : `“${found.value.name}”未能核验：${failure}`,
      facts: { counts },
    })
  },
})
