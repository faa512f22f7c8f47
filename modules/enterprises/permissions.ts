import type { Permissions } from '#modules/roles'

export const enterprisePermissions: Permissions = {
  'enterprises.see': ['director', 'registrar', 'staff', 'county-registrar', 'county-staff'],
  'enterprises.join': ['registrar'],
  'enterprises.separate': ['registrar'],
  'enterprises.decide-likely': ['registrar'],
  'enterprises.undo-decision': ['registrar'],
  'enterprises.show-name': ['registrar'],
}
