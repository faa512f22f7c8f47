import { done, type Outcome, refuse } from '#kernel/outcome'
import {
  type CountedLimit,
  countLimit,
  type LimitRefusal,
  type LimitRun,
  type LimitStepKind,
  type PlainDate,
  type Span,
  type WorkCalendar,
} from '#kernel/time'
import { type FindRefusal, limitOn } from './find-limit.ts'
import type { Limit, LimitEntry } from './limit.ts'
import { noteOf } from './step-notes.ts'

/** A question about one limit: `zhizhou limit RULE --from …`. */
export interface LimitQuestion extends LimitRun {
  readonly rule: string
  /** The day of the other event, where the limit is counted from two. */
  readonly alternativeFrom?: PlainDate
}

export interface ToldStep {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly kind: LimitStepKind
  readonly days: number
  readonly note: string
}

/** The answer; `opensOn`, `graceEndsOn` and `alternative` stand only where the limit has such a thing. */
export interface LimitAnswer {
  readonly rule: string
  readonly dueOn: PlainDate
  readonly dueAt: string | null
  readonly opensOn?: PlainDate
  readonly graceEndsOn?: PlainDate
  /** What else the limit is counted from; null where that day was not given. */
  readonly alternative?: Span & { readonly event: string; readonly dueOn: PlainDate | null }
  readonly basis: string
  readonly provisional: boolean
  readonly steps: readonly ToldStep[]
}

export type AnswerRefusal = (FindRefusal | LimitRefusal | { readonly code: 'no-alternative' }) & { readonly basis?: string }

/** When the limit is due under the version of its starting day, and why. */
export function answerLimit(
  entries: readonly LimitEntry[],
  question: LimitQuestion,
  calendar: WorkCalendar,
): Outcome<LimitAnswer, AnswerRefusal> {
  const found = limitOn(entries, question.rule, question.from)
  return found.done ? answerEntry(found.value, question, calendar) : found
}

/** The same for a version that is known. */
export function answerEntry(
  entry: LimitEntry,
  question: LimitQuestion,
  calendar: WorkCalendar,
): Outcome<LimitAnswer, AnswerRefusal> {
  const { body } = entry
  if (question.alternativeFrom !== undefined && !body.alternative) return refuse({ code: 'no-alternative', basis: entry.basis })
  const counted = countLimit(body, question, calendar)
  if (!counted.done) return refuse({ ...counted.refusal, basis: entry.basis })
  const other = alternativeOf(body, question, calendar)
  const decides = other && other.counted.dueOn > counted.value.dueOn ? other : { limit: body, counted: counted.value }
  const { dueOn, dueAt, opensOn, graceEndsOn, steps } = decides.counted
  return done({
    rule: entry.id,
    dueOn,
    dueAt,
    ...(opensOn && { opensOn }),
    ...(graceEndsOn && { graceEndsOn }),
    ...(body.alternative && {
      alternative: {
        n: body.alternative.n,
        unit: body.alternative.unit,
        event: body.alternative.event.name,
        dueOn: other?.counted.dueOn ?? null,
      },
    }),
    basis: entry.basis,
    provisional: counted.value.provisional || (other?.counted.provisional ?? false),
    steps: steps.map((step) => ({
      from: step.from,
      to: step.to,
      kind: step.kind,
      days: step.days,
      note: noteOf(step, decides.limit, steps, calendar),
    })),
  })
}

/** The limit as counted from its other event; the later of the two is due. */
function alternativeOf(
  limit: Limit,
  { alternativeFrom }: LimitQuestion,
  calendar: WorkCalendar,
): { readonly limit: Limit; readonly counted: CountedLimit } | null {
  if (!limit.alternative || alternativeFrom === undefined) return null
  const { n, unit, event } = limit.alternative
  const other: Limit = { ...limit, n, unit, event: { code: event.code ?? limit.event.code, name: event.name }, extend: [] }
  const counted = countLimit(other, { from: alternativeFrom }, calendar)
  return counted.done ? { limit: other, counted: counted.value } : null
}
