import type { PlainDate, WorkCalendar } from '#kernel/time'
import { answerLimit, type LimitQuestion } from './answer-limit.ts'
import type { LimitEntry } from './limit.ts'

/** A limit that was answered and is kept: what was asked, and the due day that was told. */
export interface KeptLimit {
  readonly question: LimitQuestion
  readonly dueOn: PlainDate
  readonly provisional: boolean
}

export interface MovedLimit<Kept extends KeptLimit> {
  readonly kept: Kept
  readonly dueOn: PlainDate
  readonly provisional: boolean
  /** `calendar`: the notice moved it. `other`: the old calendar gives another day too, so it was told from something else. */
  readonly cause: 'calendar' | 'other'
}

/**
 * Which kept limits change (重新计算) when the calendar does: those whose due day moves, and those that become certain or
 * provisional. What can no longer be counted at all (its rule is gone) is left as it was told.
 */
export function movedLimits<Kept extends KeptLimit>(
  kept: readonly Kept[],
  entries: readonly LimitEntry[],
  before: WorkCalendar,
  after: WorkCalendar,
): MovedLimit<Kept>[] {
  return kept.flatMap((one) => {
    const now = answerLimit(entries, one.question, after)
    if (!now.done) return []
    const { dueOn, provisional } = now.value
    if (dueOn === one.dueOn && provisional === one.provisional) return []
    const was = answerLimit(entries, one.question, before)
    const told = was.done && was.value.dueOn === one.dueOn
    return [{ kept: one, dueOn, provisional, cause: told ? 'calendar' : 'other' }]
  })
}
