import type { Permissions } from '#modules/roles'

export const auditPermissions: Permissions = {
  'audit.see': ['director', 'auditor'],
  'audit.verify': ['director', 'auditor'],
}
