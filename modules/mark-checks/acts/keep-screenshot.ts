import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { checkBy, checkSubject } from '../store/checks.ts'

/**
 * 上传核查截图: the picture is in the store already, and known to be one. A photo of the goods (现场照片) comes from the phone with its
 * check, and was taken when that was made. Refuses check-unknown.
 */
export const keepScreenshot = defineAct({
  word: 'mark-checks.keep-screenshot',
  label: '上传核查截图',
  part: '标识核验',
  input: z.object({
    check: z.string().max(64),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    size: z.number().int().positive(),
    kind: z.enum(['png', 'jpeg', 'pdf']),
    fileName: z.string().min(1).max(255),
    onTheSpot: z.boolean().default(false),
  }),
  place: async ({ tx, region }, { check }) => {
    const found = await checkBy(tx, region, check)
    return found.done ? found.value.county : null
  },
  run: async ({ tx, region, actor, now, madeAt }, input) => {
    const check = await checkBy(tx, region, input.check)
    if (!check.done) return check
    const id = uuidv7()
    await sql`
      insert into platform.stored_file (digest, size) values (decode(${input.digest}, 'hex'), ${input.size}) on conflict do nothing`.execute(
      tx,
    )
    await sql`
      insert into mark_checks.screenshot (region_code, id, check_id, digest, kind, file_name, size, kept_at, kept_name, taken_at)
      values (${region}, ${id}, ${input.check}, decode(${input.digest}, 'hex'), ${input.kind}, ${input.fileName}, ${input.size}, ${now},
              ${actor.name}, ${input.onTheSpot ? madeAt : null})`.execute(tx)
    // It changes nothing about the check until a result rests on it: who looks at the check is not out of date by it.
    return done({
      reply: { id, kind: input.kind, fileName: input.fileName, size: input.size },
      subject: { kind: 'mark-check-screenshot', id, label: input.fileName },
      sentence: `为“${checkSubject(check.value).label}”的核验上传${input.onTheSpot ? '照片' : '截图'}“${input.fileName}”（SHA-256 ${input.digest.slice(0, 16)}…）`,
    })
  },
})
