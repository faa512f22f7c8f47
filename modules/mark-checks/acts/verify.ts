import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { mayDo } from '#kernel/procedure'
import { type AskedMark, checkMark, keysOfMark, type RegisterEntry, readNumber } from '#modules/patents'
import { type ActContext, type Deed, defineAct, upToDate } from '#platform/acts'
import { type Answer, CorrectCheck, VerifyCheck, WaiveCheck } from '../contract.ts'
import { markTable } from '../mark-catalogue.ts'
import { nationalEntry, nationalStatusNames } from '../rules/national-entry.ts'
import { outcomeNames } from '../rules/outcome-names.ts'
import { type CheckState, type WorklistAct, worklistProcedure } from '../rules/worklist-procedure.ts'
import { checkBy, checkSubject, isUuid, type KeptCheck, type KeptVerification, verificationsOf } from '../store/checks.ts'

const part = '标识核验'
const withId = { id: z.string().max(64) }

/** 补录核查结果: what the national source says completes the officer's record. Refuses check-unknown, not-on-worklist, not-in-this-state, stale, no-number-to-verify, evidence-missing, looked-up-late, screenshot-unknown. */
export const verifyCheck = defineAct({
  word: 'mark-checks.verify',
  label: '补录核查结果',
  part,
  input: VerifyCheck.extend(withId),
  place: placeOfCheck,
  run: (context, input) => settle(context, 'verify', { ...input, reason: null }),
})

/** 更正核查结果, by another person; the earlier result stays beside it. Refuses as verify does, and same-person. */
export const correctCheck = defineAct({
  word: 'mark-checks.correct',
  label: '更正核查结果',
  part,
  secondPerson: true,
  input: CorrectCheck.extend(withId),
  place: placeOfCheck,
  run: (context, input) => settle(context, 'correct', input),
})

/** 不再核查, with its reason: the goods are gone, the number was typed wrong. Refuses check-unknown, not-on-worklist, not-in-this-state, stale. */
export const waiveCheck = defineAct({
  word: 'mark-checks.waive',
  label: '不再核查',
  part,
  input: WaiveCheck.extend(withId),
  place: placeOfCheck,
  run: async (context, { id, reason, version }) => {
    const check = await checkFor(context, id, 'waive', version)
    if (!check.done) return check
    await moveTo(context, id, 'waived')
    const subject = checkSubject(check.value.check)
    return done({ reply: { id }, subject, sentence: `将“${subject.label}”移出待联网核查清单，理由：${reason}` })
  },
})

async function placeOfCheck({ tx, region }: ActContext, { id }: { id: string }): Promise<number | null> {
  const found = await checkBy(tx, region, id)
  return found.done ? found.value.county : null
}

type Given = z.output<typeof VerifyCheck> & { readonly id: string; readonly reason: string | null }

async function settle(
  context: ActContext,
  act: 'verify' | 'correct',
  given: Given,
): Promise<Outcome<Deed<{ id: string }>, Refusal>> {
  const found = await checkFor(context, given.id, act, given.version)
  if (!found.done) return found
  const { check, before } = found.value
  const sound = await soundEvidence(context, given)
  if (!sound.done) return sound
  const answer = await answerAnew(context, check, given.result)
  if (answer === null) return refuse({ code: 'no-number-to-verify' })
  await sql`
    insert into mark_checks.verification
      (region_code, id, check_id, corrects, result, pasted, screenshot_id, reason, answer, verified_at, verified_by, verified_name)
    values
      (${context.region}, ${uuidv7()}, ${check.id}, ${act === 'correct' ? before.at(-1)!.id : null}, ${JSON.stringify(given.result)},
       ${given.pasted}, ${given.screenshot}, ${given.reason}, ${JSON.stringify(answer)}, ${context.now},
       ${context.actor.id ?? context.actor.via}, ${context.actor.name})`.execute(context.tx)
  await moveTo(context, check.id, 'verified')
  const subject = checkSubject(check)
  const word = act === 'verify' ? '补录' : '更正'
  const why = given.reason === null ? '' : `，理由：${given.reason}`
  return done({
    reply: { id: check.id },
    subject,
    sentence: `${word}“${subject.label}”的联网核查结果：${nationalStatusNames[given.result.status]}，结论：${outcomeNames[answer.outcome]}${why}`,
    facts: { outcome: answer.outcome, clause: answer.clause },
  })
}

/** The check, locked, where this may be done to it now by this person. */
async function checkFor(
  context: ActContext,
  id: string,
  act: WorklistAct,
  version: string,
): Promise<Outcome<{ check: KeptCheck; before: readonly KeptVerification[] }, Refusal>> {
  const found = await checkBy(context.tx, context.region, id, true)
  if (!found.done) return found
  const check = found.value
  if (check.state === 'settled') return refuse({ code: 'not-on-worklist' })
  const looked = await upToDate(context, { kind: 'mark-check', id }, version)
  if (!looked.done) return looked
  const before = await verificationsOf(context.tx, context.region, id)
  const by = context.actor.id ?? context.actor.via
  const may = mayDo(
    worklistProcedure,
    check.state as CheckState,
    { act, by },
    before.map((one) => ({ act: 'verify' as const, by: one.by })),
  )
  if (may.done) return done({ check, before })
  if (may.refusal.code !== 'not-in-this-state') return may
  return refuse({ code: 'not-in-this-state', label: worklistProcedure.states[check.state as CheckState] } as Refusal)
}

async function soundEvidence({ tx, region, today }: ActContext, given: Given): Promise<Outcome<void, Refusal>> {
  if (given.pasted === '' && given.screenshot === null) return refuse({ code: 'evidence-missing' })
  if (given.result.lookedUpOn > today) return refuse({ code: 'looked-up-late', today } as Refusal)
  if (given.screenshot === null) return done(undefined)
  if (!isUuid(given.screenshot)) return refuse({ code: 'screenshot-unknown' })
  const { rows } = await sql`
    select from mark_checks.screenshot
    where region_code = ${region} and id = ${given.screenshot} and check_id = ${given.id} and taken_at is null`.execute(tx)
  return rows.length === 1 ? done(undefined) : refuse({ code: 'screenshot-unknown' })
}

/** The same question asked once more, with what the national source says of the number; null where there is none. */
async function answerAnew({ tx, region }: ActContext, check: KeptCheck, result: Given['result']): Promise<Answer | null> {
  if (check.canonical === null) return null
  const [key] = keysOfMark(check.canonical)
  const reading = readNumber(check.canonical)
  const entry = nationalEntry(result, { number: check.canonical.replace(/^ZL/, ''), right: reading.right, year: reading.year })
  const kept = new Map(check.register as readonly (readonly [string, RegisterEntry | null])[])
  // The national source names no licensees; those that the register knew still are.
  if (key !== undefined) kept.set(key, entry && ({ ...entry, licences: kept.get(key)?.licences } as RegisterEntry))
  const asked: AskedMark = { ...check.asked, absent: entry === null && check.answer.each.length === 1 }
  return checkMark(asked, (one) => kept.get(one) ?? null, await markTable(tx, region)) as Answer
}

async function moveTo({ tx, region }: ActContext, id: string, state: CheckState): Promise<void> {
  await sql`update mark_checks.check set state = ${state} where region_code = ${region} and id = ${id}`.execute(tx)
}
