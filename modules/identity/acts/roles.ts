import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { plainDate } from '#kernel/time'
import { gazetteer, within } from '#modules/regions'
import { type Role, roles } from '#modules/roles'
import { placeOfUnit, unitNames } from '#modules/units'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { GrantRole, WithdrawRole } from '../contract.ts'
import { combinedSides } from '../rules/reach.ts'
import { heldRoles, lockPerson, personSubject } from '../store.ts'

const withId = { id: z.string().max(64) }
const part = '机构人员与权限'

/** Whether this office lets one person hold several of the three sides (人员不足兼任). */
export async function maySidesCombine({ tx, region }: Pick<ActContext, 'tx' | 'region'>): Promise<boolean> {
  const { rows } = await sql<{ value: boolean }>`
    select value from platform.setting where region_code = ${region} and name = 'identity.combine'`.execute(tx)
  return rows[0]?.value === true
}

/**
 * 授予角色 at a unit or a place, from day to day. Refuses user-unknown, role-unknown, unit-unknown, place-unknown, own-roles,
 * days-reversed, stale, and roles-apart where two of 系统管理、安全管理、审计管理 would come into one hand of an office that keeps them apart.
 */
export const grantRole = defineAct({
  word: 'identity.grant-role',
  label: '授予角色',
  part,
  input: GrantRole.extend(withId),
  place: async (context, input) => (input.place === null ? placeOfUnit(context, input.unit) : Number(input.place)),
  run: async (context, input) => {
    const { tx, region, actor } = context
    const person = await lockPerson(context, input.id)
    if (!person.done) return person
    const looked = await upToDate(context, { kind: 'person', id: input.id }, input.version)
    if (!looked.done) return looked
    if (!(input.role in roles)) return refuse({ code: 'role-unknown' })
    const role = input.role as Role
    if (input.unit !== null && !(await unitNames(tx, region, context.today)).has(input.unit))
      return refuse({ code: 'unit-unknown' })
    const place = input.place === null ? null : Number(input.place)
    const division = place === null ? null : gazetteer(region).division(place)
    if (division === undefined || (place !== null && !within(place, region))) return refuse({ code: 'place-unknown' })
    if (person.value.id === actor.id) return refuse({ code: 'own-roles' })
    if (input.to !== null && input.to < input.from) return refuse({ code: 'days-reversed' })
    const held = (await heldRoles(tx, region, input.id)).filter((one) => one.to === null || one.to >= context.today)
    const combined = combinedSides(
      held.map((one) => roles[one.role as Role]),
      roles[role],
    )
    if (combined.length > 0 && !(await maySidesCombine(context))) return refuse({ code: 'roles-apart', combined })
    await sql`
      insert into identity.role_grant (region_code, id, person_id, role, unit_id, place, from_day, to_day)
      values (${region}, ${uuidv7()}, ${input.id}, ${role}, ${input.unit}, ${place}, ${plainDate(input.from)},
              ${input.to === null ? null : plainDate(input.to)})`.execute(tx)
    const where = division ? `（${division.name}）` : ''
    const until = input.to === null ? `自${input.from}起` : `${input.from}至${input.to}`
    const both = combined.length > 0 ? `；该人员同时担任${combined.join('、')}` : ''
    return done({
      reply: { id: input.id },
      subject: personSubject(person.value),
      sentence: `授予“${person.value.name}”${roles[role].name}角色${where}，${until}${both}`,
      facts: { role, unit: input.unit, place, from: input.from, to: input.to, combined },
    })
  },
})

/** 收回角色: `on` is its last day. Refuses user-unknown, grant-unknown, own-roles, stale. */
export const withdrawRole = defineAct({
  word: 'identity.withdraw-role',
  label: '收回角色',
  part,
  input: WithdrawRole.extend(withId).extend({ grant: z.string().max(64) }),
  place: async (context, input) => {
    const person = await lockPerson(context, input.id)
    return person.done ? placeOfUnit(context, person.value.unitId) : null
  },
  run: async (context, input) => {
    const { tx, region } = context
    const person = await lockPerson(context, input.id)
    if (!person.done) return person
    const looked = await upToDate(context, { kind: 'person', id: input.id }, input.version)
    if (!looked.done) return looked
    if (person.value.id === context.actor.id) return refuse({ code: 'own-roles' })
    const { rows } = await sql<{ role: Role; from_day: string }>`
      select role, from_day
      from identity.role_grant
      where region_code = ${region} and person_id = ${input.id} and id::text = ${input.grant}
        and (to_day is null or to_day >= ${context.today})
      for update`.execute(tx)
    const grant = rows[0]
    if (!grant) return refuse({ code: 'grant-unknown' })
    // A role that never began is taken away whole; else it ends on its last day.
    if (input.on < grant.from_day)
      await sql`delete from identity.role_grant where region_code = ${region} and id::text = ${input.grant}`.execute(tx)
    else {
      await sql`
        update identity.role_grant set to_day = ${plainDate(input.on)}
        where region_code = ${region} and id::text = ${input.grant}`.execute(tx)
    }
    return done({
      reply: { id: input.id },
      subject: personSubject(person.value),
      sentence: `收回“${person.value.name}”的${roles[grant.role].name}角色，截止日期${input.on}，原因：${input.reason}`,
      facts: { role: grant.role, on: input.on },
    })
  },
})
