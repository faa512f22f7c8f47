import type { Procedure } from '#kernel/procedure'

export type ErasureState = 'drafting' | 'proposed' | 'erased' | 'returned' | 'withdrawn'
export type ErasureAct = 'propose' | 'approve' | 'return' | 'withdraw'

/** Erasing what entries of the trail say in words (日志明细删除): one person asks for it, another does it. */
export const erasureProcedure: Procedure<ErasureState, ErasureAct> = {
  name: '日志明细删除',
  first: 'drafting',
  states: { drafting: '拟订中', proposed: '待批准', erased: '已删除', returned: '已退回', withdrawn: '已撤回' },
  acts: {
    propose: { label: '申请', to: 'proposed' },
    approve: { label: '批准删除', to: 'erased', notBy: 'propose' },
    return: { label: '退回', to: 'returned', notBy: 'propose' },
    withdraw: { label: '撤回', to: 'withdrawn' },
  },
  actsByState: { drafting: ['propose'], proposed: ['approve', 'return', 'withdraw'], erased: [], returned: [], withdrawn: [] },
}
