import type { Procedure } from '#kernel/procedure'

export type CheckState = 'waiting' | 'verified' | 'waived'
export type WorklistAct = 'verify' | 'correct' | 'waive'

/** A check that the register could not answer, on the list of those to be verified at the national source (待联网核查清单). */
export const worklistProcedure: Procedure<CheckState, WorklistAct> = {
  name: '待联网核查',
  first: 'waiting',
  states: { waiting: '待核查', verified: '已补录核查结果', waived: '不再核查' },
  acts: {
    verify: { label: '补录核查结果', to: 'verified' },
    correct: { label: '更正核查结果', to: 'verified', notBy: 'verify' },
    waive: { label: '不再核查', to: 'waived' },
  },
  actsByState: { waiting: ['verify', 'waive'], verified: ['correct'], waived: ['verify'] },
}
