export { auditRoutes } from './contract.ts'
export { auditPermissions } from './permissions.ts'
export { trailEntries } from './reads/trail.ts'
export { type AuditFrame, auditHandlers } from './routes.ts'
