import type { Permissions } from '#modules/roles'

export const auditPermissions: Permissions = {
  'audit.see': ['director', 'auditor'],
  'audit.see-erasures': ['director', 'auditor', 'security-admin'],
  'audit.propose-erasure': ['auditor'],
  'audit.withdraw-erasure': ['auditor'],
  'audit.approve-erasure': ['security-admin'],
  'audit.return-erasure': ['security-admin'],
  'audit.verify': ['director', 'auditor'],
}
