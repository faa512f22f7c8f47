import { approveErasure, proposeErasure, returnErasure, withdrawErasure } from './acts/erasures.ts'

export { auditRoutes } from './contract.ts'
export { auditPermissions } from './permissions.ts'
export { trailEntries } from './reads/trail.ts'
export { type AuditFrame, auditHandlers } from './routes.ts'
export { auditWords } from './words.ts'

export const auditActs = [proposeErasure, approveErasure, returnErasure, withdrawErasure] as const
