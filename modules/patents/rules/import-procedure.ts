import type { Procedure } from '#kernel/procedure'

export type ImportState = 'checking' | 'checked' | 'dropped' | 'reading' | 'finished' | 'failed' | 'undoing' | 'undone'
export type ImportAct = 'check' | 'fail' | 'drop' | 'start' | 'finish' | 'resume' | 'undo' | 'finish-undo'

/** One file on its way into a register (导入批次). */
export const importProcedure: Procedure<ImportState, ImportAct> = {
  name: '导入',
  first: 'checking',
  states: {
    checking: '预检中',
    checked: '待确认',
    dropped: '已放弃',
    reading: '导入中',
    finished: '已导入',
    failed: '已中断',
    undoing: '撤销中',
    undone: '已撤销',
  },
  acts: {
    check: { label: '完成预检', to: 'checked' },
    fail: { label: '中断', to: 'failed' },
    drop: { label: '放弃', to: 'dropped' },
    start: { label: '开始导入', to: 'reading' },
    finish: { label: '完成导入', to: 'finished' },
    resume: { label: '继续导入', to: 'reading' },
    undo: { label: '撤销整批导入', to: 'undoing' },
    'finish-undo': { label: '完成撤销', to: 'undone' },
  },
  actsByState: {
    checking: ['check', 'fail', 'drop'],
    checked: ['start', 'drop'],
    dropped: [],
    reading: ['finish', 'fail'],
    finished: ['undo'],
    failed: ['resume', 'undo', 'drop'],
    undoing: ['finish-undo', 'fail'],
    undone: [],
  },
}
