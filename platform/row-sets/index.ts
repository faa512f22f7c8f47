/** 行集快照: the rows behind a saved search or a frozen figure, kept so that a later look can say what came, went and changed. */
export { type ComparedRow, compareKept, type KeptRow, type RowSetChanges } from './compare.ts'
export { forgetRows, type KeptRowSet, keepRows, type LookedAt, type RowLookedAt, removeRows } from './keep.ts'
