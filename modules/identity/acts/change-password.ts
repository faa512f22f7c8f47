import { z } from 'zod'
import { done, refuse } from '#kernel/outcome'
import { defineAct } from '#platform/acts'
import { hashPassword, passwordMatches } from '../hashing.ts'
import { acceptablePassword, passwordPolicy } from '../rules/password.ts'
import { accountSubject, endSessions, lockPerson, savePassword } from '../store.ts'

/** 修改密码 of one's own; the other sessions end. Refuses current-password-wrong and what the password rules refuse. */
export const changePassword = defineAct({
  word: 'identity.change-password',
  label: '修改密码',
  part: '我的账号',
  input: z.object({ current: z.string().min(1).max(128), next: z.string().min(1).max(128), session: z.string() }),
  run: async (context, input) => {
    const person = await lockPerson(context, context.actor.id ?? '')
    if (!person.done) return person
    if (!(await passwordMatches(person.value.passwordHash, input.current))) return refuse({ code: 'current-password-wrong' })
    const acceptable = acceptablePassword(input.next, person.value.account)
    if (!acceptable.done) return acceptable
    for (const earlier of [person.value.passwordHash, ...person.value.earlierHashes]) {
      if (await passwordMatches(earlier, input.next)) {
        return refuse({ code: 'password-used-before', remembered: passwordPolicy.remembered })
      }
    }
    await savePassword(context, person.value, await hashPassword(input.next), {
      mustChange: false,
      remembered: passwordPolicy.remembered,
    })
    await endSessions(context, person.value.id, input.session)
    return done({
      reply: { id: person.value.id },
      subject: accountSubject(person.value),
      sentence: '修改了自己的密码',
    })
  },
})
