import type { Permissions } from '#modules/roles'

export const unitPermissions: Permissions = {
  'units.see': [
    'director',
    'registrar',
    'staff',
    'county-registrar',
    'county-staff',
    'system-admin',
    'security-admin',
    'auditor',
  ],
  'units.add': ['system-admin'],
  'units.rename': ['system-admin'],
  'units.close': ['system-admin'],
  'units.set-series': ['system-admin'],
}
