import { andThen, done, type Outcome, type Refusal } from '#kernel/outcome'
import { type ActContext, upToDate } from '#platform/acts'
import { allowed } from '../reads/allowed.ts'
import type { ChangeAct } from '../rules/change-procedure.ts'
import { type ChangeRow, handOf, lockChange } from '../store/changes.ts'

/** The part of the menu these acts belong to. */
export const part = '目录'

/** What the trail calls a change. */
export const subjectOf = (change: Pick<ChangeRow, 'id' | 'title'>) => ({
  kind: 'catalogue-change',
  id: change.id,
  label: change.title,
})

export interface Asked {
  readonly id: string
  readonly version: string
}

/**
 * A change locked for this act, if it is the one that was looked at and the procedure allows it to this person. Refuses
 * change-unknown, stale, not-in-this-state, same-person, scan-missing.
 */
export async function changeFor(
  context: ActContext,
  act: ChangeAct,
  { id, version }: Asked,
  paper: { readonly signedBy?: string; readonly scan?: string } = {},
): Promise<Outcome<ChangeRow, Refusal>> {
  const change = await lockChange(context, id)
  if (!change.done) return change
  const looked = await upToDate(context, { kind: 'catalogue-change', id }, version)
  if (!looked.done) return looked
  return andThen(allowed(change.value, act, handOf(context), paper), () => done(change.value))
}
