import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { isPlainDate } from '#kernel/time'
import { type Role, roles } from '#modules/roles'
import { defineAct } from '#platform/acts'
import { hashPassword } from '../hashing.ts'
import { personSubject } from '../store.ts'

/**
 * 建立首个账号: at the first start, by the product itself. One person holds every side until others are there;
 * the trail says so, and the office is asked to part them. Refuses account-taken once anybody is there.
 */
export const firstPerson = defineAct({
  word: 'identity.first-person',
  label: '建立首个账号',
  part: '机构人员与权限',
  input: z.object({
    account: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    password: z.string(),
    from: z.string().refine(isPlainDate),
  }),
  run: async ({ tx, region, now }, input) => {
    const { rows } = await sql`select from identity.person where region_code = ${region} limit 1`.execute(tx)
    if (rows.length > 0) return refuse({ code: 'account-taken', account: input.account })
    const id = uuidv7()
    await sql`
      insert into identity.person
        (region_code, id, account, name, unit_id, password_hash, password_set_at, must_change_password, created_at)
      values
        (${region}, ${id}, ${input.account}, ${input.name}, ${input.unit}, ${await hashPassword(input.password)}, ${now}, true, ${now})`.execute(
      tx,
    )
    const held: Role[] = ['registrar', 'system-admin', 'security-admin', 'auditor']
    for (const role of held) {
      await sql`
        insert into identity.role_grant (region_code, id, person_id, role, from_day)
        values (${region}, ${uuidv7()}, ${id}, ${role}, ${input.from})`.execute(tx)
    }
    await sql`
      insert into platform.setting (region_code, name, value)
      values (${region}, 'identity.combine', 'true') on conflict do nothing`.execute(tx)
    return done({
      reply: { id },
      subject: personSubject({ id, name: input.name, account: input.account }),
      sentence: `建立首个账号“${input.account}”，同时担任${held.map((role) => roles[role].name).join('、')}`,
    })
  },
})

/** 设定三员分设或兼任, from the command line of the machine alone. */
export const setCombining = defineAct({
  word: 'identity.set-combining',
  label: '设定三员兼任',
  part: '机构人员与权限',
  input: z.object({ combine: z.boolean() }),
  run: async ({ tx, region }, input) => {
    await sql`
      insert into platform.setting (region_code, name, value)
      values (${region}, 'identity.combine', ${JSON.stringify(input.combine)})
      on conflict (region_code, name) do update set value = excluded.value, changed_at = now()`.execute(tx)
    return done({
      reply: { combine: input.combine },
      subject: null,
      sentence: input.combine ? '允许系统管理、安全管理、审计管理由同一人兼任' : '要求系统管理、安全管理、审计管理分设',
    })
  },
})
