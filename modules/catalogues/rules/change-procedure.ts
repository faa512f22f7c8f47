import type { Procedure } from '#kernel/procedure'

export type ChangeState = 'drafting' | 'pending' | 'in-force' | 'returned' | 'withdrawn'
export type ChangeAct = 'propose' | 'approve' | 'sign' | 'return' | 'withdraw'

/** One change of legal data (目录变更): one person proposes it, another approves it. */
export const changeProcedure: Procedure<ChangeState, ChangeAct> = {
  name: '目录变更',
  first: 'drafting',
  states: {
    drafting: '拟订中',
    pending: '待审批',
    'in-force': '已生效',
    returned: '已退回',
    withdrawn: '已撤回',
  },
  acts: {
    propose: { label: '提出', to: 'pending' },
    approve: { label: '批准', to: 'in-force', notBy: 'propose' },
    sign: { label: '录入纸质审批', to: 'in-force', notBy: 'propose' },
    return: { label: '退回', to: 'returned', notBy: 'propose' },
    withdraw: { label: '撤回', to: 'withdrawn' },
  },
  actsByState: {
    drafting: ['propose'],
    pending: ['approve', 'sign', 'return', 'withdraw'],
    'in-force': [],
    returned: ['propose', 'withdraw'],
    withdrawn: [],
  },
}
