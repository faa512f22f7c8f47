import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { placeOfUnit, unitNames } from '#modules/units'
import { type ActContext, defineAct, upToDate } from '#platform/acts'
import { CreateUser, ReasonedChange } from '../contract.ts'
import { firstPassword, hashPassword } from '../hashing.ts'
import { acceptablePassword, passwordPolicy } from '../rules/password.ts'
import { endSessions, type LockedPerson, lockPerson, personSubject, savePassword } from '../store.ts'

const withId = { id: z.string().max(64) }
const part = '机构人员与权限'

/** The place of a person, for the permission: that of their unit. */
const placeOfPerson = async (context: ActContext, input: { id: string }): Promise<number | null> => {
  const person = await lockPerson(context, input.id)
  return person.done ? placeOfUnit(context, person.value.unitId) : null
}

/** A person whose author looked at the version that still holds. */
async function current(context: ActContext, input: { id: string; version: string }) {
  const person = await lockPerson(context, input.id)
  if (!person.done) return person
  const looked = await upToDate(context, { kind: 'person', id: input.id }, input.version)
  return looked.done ? person : looked
}

/** A first password fit for the rules; the account's own letters may by chance stand in one, then another is drawn. */
function firstPasswordFor(account: string): string {
  for (;;) {
    const password = firstPassword()
    if (acceptablePassword(password, account).done) return password
  }
}

/** Told once in the reply; a repeated request does not tell it again. */
const shownOnce = '（仅在办理时显示一次）'

/** 新增人员, with a first password that must be changed. Refuses account-taken, unit-unknown. */
export const createUser = defineAct({
  word: 'identity.create-user',
  label: '新增人员',
  part,
  input: CreateUser,
  place: (context, input) => placeOfUnit(context, input.unit),
  keep: (reply: { id: string; firstPassword: string }) => ({ ...reply, firstPassword: shownOnce }),
  run: async (context, input) => {
    const { tx, region, now } = context
    if (input.unit !== null && !(await unitNames(tx, region, context.today)).has(input.unit))
      return refuse({ code: 'unit-unknown' })
    const id = uuidv7()
    const password = firstPasswordFor(input.account)
    const { numAffectedRows } = await sql`
      insert into identity.person
        (region_code, id, account, name, unit_id, password_hash, password_set_at, must_change_password, created_at)
      values
        (${region}, ${id}, ${input.account}, ${input.name}, ${input.unit}, ${await hashPassword(password)}, ${now}, true, ${now})
      on conflict (region_code, account) do nothing`.execute(tx)
    if (numAffectedRows === 0n) return refuse({ code: 'account-taken', account: input.account })
    return done({
      reply: { id, firstPassword: password },
      subject: personSubject({ id, name: input.name, account: input.account }),
      sentence: `新增人员“${input.name}”，账号${input.account}`,
    })
  },
})

/** 停用账号: open sessions end. Refuses user-unknown, own-account, already-so, stale. */
export const disableUser = defineAct({
  word: 'identity.disable-user',
  label: '停用账号',
  part,
  input: ReasonedChange.extend(withId),
  place: placeOfPerson,
  run: async (context, input) => {
    const person = await current(context, input)
    if (!person.done) return person
    if (person.value.id === context.actor.id) return refuse({ code: 'own-account' })
    if (person.value.disabledAt !== null) return refuse({ code: 'already-so' })
    await setDisabled(context, input.id, context.now)
    await endSessions(context, input.id)
    return toldOf(person.value, `停用“${person.value.name}”的账号，原因：${input.reason}`)
  },
})

/** 启用账号. Refuses user-unknown, already-so, stale. */
export const enableUser = defineAct({
  word: 'identity.enable-user',
  label: '启用账号',
  part,
  input: ReasonedChange.extend(withId),
  place: placeOfPerson,
  run: async (context, input) => {
    const person = await current(context, input)
    if (!person.done) return person
    if (person.value.disabledAt === null) return refuse({ code: 'already-so' })
    await setDisabled(context, input.id, null)
    return toldOf(person.value, `启用“${person.value.name}”的账号，原因：${input.reason}`)
  },
})

/** 解除锁定 before the lock ends by itself. Refuses user-unknown, already-so, stale. */
export const unlockUser = defineAct({
  word: 'identity.unlock-user',
  label: '解除锁定',
  part,
  input: ReasonedChange.extend(withId),
  place: placeOfPerson,
  run: async (context, input) => {
    const person = await current(context, input)
    if (!person.done) return person
    if (person.value.lockedUntil === null || person.value.lockedUntil <= context.now) return refuse({ code: 'already-so' })
    await sql`
      update identity.person set failures = 0, locked_until = null
      where region_code = ${context.region} and id = ${input.id}`.execute(context.tx)
    return toldOf(person.value, `解除“${person.value.name}”的账号锁定，原因：${input.reason}`)
  },
})

/** 重置密码: a new first password, shown once; open sessions end. Refuses user-unknown, own-account, stale. */
export const resetPassword = defineAct({
  word: 'identity.reset-password',
  label: '重置密码',
  part,
  input: ReasonedChange.extend(withId),
  place: placeOfPerson,
  keep: (reply: { id: string; firstPassword: string }) => ({ ...reply, firstPassword: shownOnce }),
  run: async (context, input) => {
    const person = await current(context, input)
    if (!person.done) return person
    if (person.value.id === context.actor.id) return refuse({ code: 'own-account' })
    const password = firstPasswordFor(person.value.account)
    await savePassword(context, person.value, await hashPassword(password), {
      mustChange: true,
      remembered: passwordPolicy.remembered,
    })
    await endSessions(context, input.id)
    return done({
      reply: { id: input.id, firstPassword: password },
      subject: personSubject(person.value),
      sentence: `重置“${person.value.name}”的密码，原因：${input.reason}`,
    })
  },
})

async function setDisabled({ tx, region }: ActContext, id: string, at: Date | null): Promise<void> {
  await sql`update identity.person set disabled_at = ${at} where region_code = ${region} and id = ${id}`.execute(tx)
}

function toldOf(person: LockedPerson, sentence: string) {
  return done({ reply: { id: person.id }, subject: personSubject(person), sentence })
}
