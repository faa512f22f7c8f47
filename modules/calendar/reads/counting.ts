import type { Kysely } from 'kysely'
import { done, type Outcome } from '#kernel/outcome'
import { type PlainDate, plainDate } from '#kernel/time'
import { calendarOf, limitsOf } from '../calendar-of.ts'
import type { Answered, CountLimit, LimitChoice } from '../contract.ts'
import { type AnswerRefusal, answerEntry } from '../rules/answer-limit.ts'
import { limitOn } from '../rules/find-limit.ts'
import type { LimitEntry } from '../rules/limit.ts'
import { limitSentence } from '../rules/limit-sentence.ts'
import { extenderNames, stopNames } from '../rules/limit-words.ts'
import { saySpan } from '../rules/step-notes.ts'

/** The limits to choose from, each by the version of today, else its last. */
export async function limitChoices(db: Kysely<unknown>, region: number, today: PlainDate): Promise<LimitChoice[]> {
  const byId = new Map<string, LimitEntry>()
  for (const entry of await limitsOf(db, region)) {
    const known = byId.get(entry.id)
    if (!known || entry.validFrom === null || entry.validFrom <= today) byId.set(entry.id, entry)
  }
  return [...byId.values()].map(({ id, body }) => ({
    id,
    name: body.name,
    group: body.group,
    hours: body.unit === 'H',
    before: body.counted === 'before',
    event: body.event.name,
    otherEvent: body.alternative?.event.name ?? null,
    extensions: body.extend.map(({ n, unit, by }) => ({
      label: `${n === null || unit === null ? '至决定的日期' : saySpan({ n, unit })}（${extenderNames[by]}）`,
      named: n === null,
    })),
    stops: body.stop.map((ground) => stopNames[ground]),
  }))
}

/** Counts one limit by what stands now. Refuses what counting refuses. */
export async function countOne(
  db: Kysely<unknown>,
  region: number,
  asked: CountLimit,
): Promise<Outcome<Answered, AnswerRefusal>> {
  const from = plainDate(asked.from)
  const found = limitOn(await limitsOf(db, region), asked.rule, from)
  if (!found.done) return found
  const question = {
    rule: asked.rule,
    from,
    suspended: asked.suspended.map(([first, last]) => [plainDate(first), plainDate(last)] as const),
    extended: asked.extended,
    ...(asked.at ? { at: asked.at } : {}),
    ...(asked.extendedTo ? { extendedTo: plainDate(asked.extendedTo) } : {}),
    ...(asked.alternativeFrom ? { alternativeFrom: plainDate(asked.alternativeFrom) } : {}),
  }
  const answered = answerEntry(found.value, question, await calendarOf(db, region))
  if (!answered.done) return answered
  const { dueOn, dueAt, opensOn, graceEndsOn, basis, provisional, steps } = answered.value
  return done({
    name: found.value.body.name,
    sentence: limitSentence(found.value.body),
    certainty: found.value.certainty,
    dueOn,
    dueAt,
    opensOn: opensOn ?? null,
    graceEndsOn: graceEndsOn ?? null,
    basis,
    provisional,
    steps: [...steps],
  })
}
