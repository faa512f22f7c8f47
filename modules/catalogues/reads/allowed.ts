import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome'
import { mayDo } from '#kernel/procedure'
import { sameName } from '#kernel/words'
import { type ChangeAct, changeProcedure } from '../rules/change-procedure.ts'
import { type ChangeRow, deedsOf } from '../store/changes.ts'

/** Whether the procedure allows an act on a change to this hand: for the act itself and for the button's word. */
export function allowed(
  change: ChangeRow,
  act: ChangeAct,
  by: string,
  paper: { readonly signedBy?: string; readonly scan?: string } = {},
): Outcome<unknown, Refusal> {
  const proposal = change.deeds.findLast((deed) => deed.act === 'propose')
  // A name on paper that is the proposer's is the proposer.
  const signer =
    paper.signedBy && proposal && sameName(paper.signedBy) === sameName(proposal.byName) ? proposal.byId : paper.signedBy
  const outcome = mayDo(
    changeProcedure,
    change.state,
    { act, by, ...(signer ? { signedBy: signer } : {}), ...(paper.scan ? { scan: paper.scan } : {}) },
    deedsOf(change),
  )
  if (outcome.done) return own(act, change.state) ? proposersOwn(proposal, by) : outcome
  if (outcome.refusal.code !== 'not-in-this-state') return outcome
  return refuse({ code: 'not-in-this-state', label: changeProcedure.states[change.state] })
}

/** Withdrawing, and proposing again what was returned, are the proposer's own. */
const own = (act: ChangeAct, state: ChangeRow['state']) => act === 'withdraw' || (act === 'propose' && state === 'returned')

function proposersOwn(proposal: ChangeRow['deeds'][number] | undefined, by: string): Outcome<unknown, Refusal> {
  if (!proposal || proposal.byId === by) return done(undefined)
  return refuse({ code: 'not-proposer', proposer: proposal.byName })
}
