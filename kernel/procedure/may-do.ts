import { done, type Outcome, type Refusal, refuse } from '../outcome/index.ts'
import type { Deed, Procedure } from './procedure.ts'

export type ActRefusal =
  /** The matter is in a state in which this is not done. */
  | (Refusal & { readonly code: 'not-in-this-state'; readonly state: string; readonly act: string })
  /** Who proposed may not approve; nor enter the signed paper that approves. */
  | (Refusal & { readonly code: 'same-person'; readonly act: string; readonly notBy: string })
  /** A signature on paper without its scan proves nothing. */
  | (Refusal & { readonly code: 'scan-missing'; readonly act: string })

/**
 * Whether this deed may be done now, by this person, after these deeds. Permission by role is not asked here.
 */
export function mayDo<State extends string, Act extends string>(
  procedure: Procedure<State, Act>,
  state: State,
  deed: Deed<Act>,
  before: readonly Deed<Act>[],
): Outcome<{ readonly to: readonly State[] }, ActRefusal> {
  if (!procedure.actsByState[state].includes(deed.act)) return refuse({ code: 'not-in-this-state', state, act: deed.act })
  const rule = procedure.acts[deed.act]
  if (deed.signedBy !== undefined && !deed.scan) return refuse({ code: 'scan-missing', act: deed.act })
  if (rule.notBy !== undefined) {
    const proposal = before.findLast((one) => one.act === rule.notBy)
    const hands = proposal ? [proposal.by, proposal.signedBy] : []
    if (hands.includes(deed.by) || (deed.signedBy !== undefined && hands.includes(deed.signedBy))) {
      return refuse({ code: 'same-person', act: deed.act, notBy: rule.notBy, ...(rule.basis ? { basis: rule.basis } : {}) })
    }
  }
  return done({ to: typeof rule.to === 'string' ? [rule.to] : rule.to })
}

/** A button: what may be done next, and where it is grey, why. */
export interface NextAct<Act extends string> {
  readonly act: Act
  readonly label: string
  readonly refusal: ActRefusal | null
}

/** The acts of this state in the table's order, for this person. */
export function nextActs<State extends string, Act extends string>(
  procedure: Procedure<State, Act>,
  state: State,
  person: string,
  before: readonly Deed<Act>[],
): NextAct<Act>[] {
  return procedure.actsByState[state].map((act) => {
    const outcome = mayDo(procedure, state, { act, by: person }, before)
    return { act, label: procedure.acts[act].label, refusal: outcome.done ? null : outcome.refusal }
  })
}
